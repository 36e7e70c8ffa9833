"""How far "according to X" reaches within its sentence: what it parts, what stands before it, what follows."""

from __future__ import annotations

from contested.claims.voices.closing_tails import goes_on_at
from contested.claims.voices.voice_ends import finite
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.annotations import Attribution

COMING = frozenset("come comes came follow follows followed coincided".split())


def around_source(
    tree: Tree, cue: int, content: list[tuple[int, int]], attribution: Attribution
) -> list[tuple[int, int]]:
    """What "according to X" within a sentence carries: what it parts ("The fire, according to X, spread")."""
    first, last = tree.first[cue], tree.last[cue]
    after = tree.token_at(attribution.source[0].end - 1) + 1
    if cue == first and finite(tree, after, last) and not any(finite(tree, s, e) for s, e in content):
        return [(after, last)]  # the comma behind X is lost
    behind = next((k for k in range(after, last) if tree.words[k][:1].isalnum()), last)
    if cue == first or behind == last or goes_on_at(tree, behind):
        whole = cue > first and (participial(tree, content, cue) or is_second_half(tree, content, cue))
        whole = whole or (cue > first + 3 and not is_told(tree, first, cue) and not comes_amid(tree, cue))
        return [(first, cue)] if whole else content
    if tree.words[cue][0].isupper():  # a sentence of its own that lost its beginning
        return [(after, last)]
    return content if finite(tree, first, cue) else [(first, cue), (after, last)]


def comes_amid(tree: Tree, cue: int) -> bool:
    """Whether the sentence sets its event beside another, which alone is told: "the raid comes amid fighting in A"."""
    root = cue
    while tree.heads[root] != root:
        root = tree.heads[root]
    return tree.lower[root] in COMING


def participial(tree: Tree, content: list[tuple[int, int]], cue: int) -> bool:
    """Whether what is told is the participle that ends a clause, which is told, too: "…, killing nine"."""
    ahead = [(s, e) for s, e in content if e <= cue]
    return len(ahead) == 1 and tree.tags[ahead[0][0]] == "VBG" and finite(tree, tree.first[cue], ahead[0][0])


def is_second_half(tree: Tree, content: list[tuple[int, int]], cue: int) -> bool:
    """Whether what is told joins another clause that nobody tells: "9 died and 20 fled, according to the office"."""
    first, start = tree.first[cue], min((s for s, _ in content), default=0)
    joined = start > first + 3 and tree.lower[start - 1] == "and" and finite(tree, first, start)
    return joined and not is_told(tree, first, start)


def is_told(tree: Tree, start: int, end: int) -> bool:
    """Whether a verb of telling with its speaker stands between two tokens."""
    return any(speech().verb(tree.lower[k]) and tree.child(k, "nsubj") is not None for k in range(start, end))
