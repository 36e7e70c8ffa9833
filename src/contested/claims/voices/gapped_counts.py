"""Counts set against each other without a verb: "the president said 30 were killed, the ministry six, others 150"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

BEFORE = frozenset({",", ";", "and", "but", "while", "whereas"})
BEHIND = frozenset({",", ";", ".", "and", "but", "while", "whereas", ")"})
WITHIN = frozenset({"-", "–", "to", "or"})  # between the two numbers of a range
HEDGES = frozenset(
    "only just about around some nearly almost over roughly approximately at least most more less than up to".split()
)
SAYING = frozenset(
    {"said", "says", "say", "claimed", "claims", "claim", "counted", "counts", "reported", "gave", "of", "spoke"}
)
OTHERS = frozenset({"another", "others"})
LONGEST = 6  # tokens of a speaker's name
NAMING = ("NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CC", "HYPH", "POS", "VBN", "PRP$", "IN")


@dataclass(frozen=True, slots=True)
class Gapped:
    """A speaker and the number that it gives, in tokens; ``verb``: the word of saying between them, if any."""

    source: tuple[int, int]
    number: tuple[int, int]
    verb: int | None = None


def gapped_counts(tree: Tree) -> Iterator[Gapped]:
    """Every count of harm that a speaker gives by a number alone, behind the count of another speaker."""
    for at, tag in enumerate(tree.tags):
        if tag != "CD" or not (end := number_end(tree, at)) or not told_before(tree, at):
            continue
        found = giver_before(tree, at, end)
        if found is not None:
            yield found


def number_end(tree: Tree, at: int) -> int:
    """Where a number ends, the other end of a range included; 0 where something counted or dated follows."""
    end, last = at + 1, tree.last[at]
    if tree.tags[at - 1] == "CD" or (tree.lower[at - 1] in WITHIN and tree.tags[at - 2] == "CD"):
        return 0
    while end + 1 < last and tree.lower[end] in WITHIN and tree.tags[end + 1] == "CD":
        end += 2
    return end if end >= last or tree.lower[end] in BEHIND or not tree.words[end].strip() else 0


def giver_before(tree: Tree, at: int, end: int) -> Gapped | None:
    """The speaker right before a number, a word of saying or "at" allowed between them."""
    first, k = tree.first[at], at
    while k > first and tree.lower[k - 1] in HEDGES:
        k -= 1
    saying = k - 1 if k > first and tree.lower[k - 1] in SAYING else None
    if saying is not None and tree.lower[saying] == "of":
        saying = saying - 1 if tree.lower[saying - 1] in ("spoke", "speaks") else None
        if saying is None:
            return None
    stop = k if saying is None else saying
    begin = stop
    while begin > first and stop - begin < LONGEST and tree.tags[begin - 1] in NAMING and not ends(tree, begin - 1):
        begin -= 1
    if begin < stop and tree.lower[begin - 1] not in BEFORE and not accorded(tree, begin):
        return None
    source = (begin + (tree.lower[begin] == "and"), stop)
    return Gapped(source, (at, end), saying) if is_speaker(tree, *source) else None


def ends(tree: Tree, k: int) -> bool:
    """Whether a word links two clauses and so stands in no name."""
    return tree.lower[k] in BEFORE or (tree.tags[k] == "IN" and tree.lower[k] not in ("in", "of", "for", "from"))


def accorded(tree: Tree, begin: int) -> bool:
    """Whether "according to" stands before the name."""
    return tree.lower[max(begin - 2, 0) : begin] == ["according", "to"]


def is_speaker(tree: Tree, start: int, end: int) -> bool:
    """Whether a phrase names somebody who may give a count: by a role, by "another", by "the" and a name."""
    words = tree.lower[start:end]
    if not words or any(tree.tags[k] == "CD" for k in range(start, end)):
        return False
    if tree.tags[end - 1] in ("IN", "DT", "JJ") and words[-1] not in OTHERS:
        return False
    if words[0] in OTHERS and len(words) == 1:
        return True
    kinds = {speech().roles.get(word) for word in words} - {None, "document"}
    return bool(kinds) or (words[0] == "the" and tree.tags[end - 1] in ("NNP", "NNPS"))


def told_before(tree: Tree, at: int) -> bool:
    """Whether a speaker gives a count of harm before the number, in its sentence: what the number alone counts."""
    words, first = effect_lexicon(), tree.first[at]
    harmed = any(word in words.forms or word in speech().counts for word in tree.lower[first:at])
    if not harmed or "CD" not in tree.tags[first:at]:
        return False
    giving = words.words["tallying"] | words.words["recounting"]
    return any(
        tree.lower[k] == "according" or tree.lower[k] in giving or speech().verb(tree.lower[k]) == "tell"
        for k in range(first, at)
    )
