"""Whom somebody cites before telling it: "Citing X, Y said …", "Y, citing X, said …"."""

from __future__ import annotations

from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.annotations import Attribution

TERMS = frozenset({"deal", "agreement", "accord", "plan", "plans", "terms", "law", "rules", "schedule"})
CITING = frozenset({"citing", "quoting"})
APART = frozenset({";", "but", "while", "whereas"})


def opening_citation(tree: Tree, cue: int, source: tuple[int, int]) -> tuple[int, int]:
    """Where "citing X" begins and ends before what Y says: "Citing X, Y said", "Y, citing X, said"; else nothing."""
    first = tree.first[cue]
    opener = next((k for k in range(first, cue) if tree.words[k].strip()), first)
    within = next((k for k in range(source[0] + 1, cue) if tree.lower[k] in ("citing", "quoting")), cue)
    stop = source[0]
    if tree.lower[opener] != "citing":
        opener, stop = within, cue
    while stop > opener + 1 and (tree.words[stop - 1] == "," or tree.tags[stop - 1] == "DT"):
        stop -= 1
    return opener, stop


def cited_content(tree: Tree, cue: int, attribution: Attribution) -> list[tuple[int, int]]:
    """What the one cited tells: the sentence around "citing X", back to a clause set against it; else nothing."""
    if tree.lower[cue] not in CITING or not attribution.source:
        return []
    start, end = tree.interval(attribution.source[0])
    if not cue < start <= cue + 2:
        return []
    begin = next((k + 1 for k in range(cue - 1, tree.first[cue], -1) if tree.lower[k] in APART), tree.first[cue])
    return [span for span in ((begin, cue), (end, tree.last[cue])) if span[0] < span[1]]


def own_words(tree: Tree, attribution: Attribution) -> bool:
    """Whether "according to his statement", "to their shape" only tells where or by what the speaker told it."""
    start, end = (tree.token_at(offset) for offset in (attribution.source[0].start, attribution.source[0].end - 1))
    if not set(tree.lower[start : min(start + 2, end + 1)]).isdisjoint(TERMS):
        return True  # "according to the deal"
    if tree.tags[start] != "PRP$":
        return False
    words = tree.lower[start : end + 1]
    if any(speech().roles.get(word) == "document" or speech().noun(word) is not None for word in words):
        return True
    named = any(tag[:3] == "NNP" for tag in tree.tags[start : end + 1])
    return not named and not any(word in speech().roles for word in words)
