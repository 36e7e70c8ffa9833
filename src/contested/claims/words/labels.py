"""Labels before a colon: how far they tell, and which words of a line are one."""

from __future__ import annotations

from collections.abc import Collection

from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

LABELLED = 4  # sentences that one label may tell


def told_by_label(tree: Tree, colon: int, end: int) -> int:
    """How far a label at the head of a line tells: one sentence where a whole page runs on in the line."""
    last, sentences = tree.last, 0
    k = colon + 1
    while k < end:
        k, sentences = max(last[k], k + 1), sentences + 1
    return end if sentences <= LABELLED else min(last[min(colon + 1, end - 1)], end)


def ends_line(tree: Tree, colon: int, start: int, places: Collection[int]) -> bool:
    """Whether what stands behind a colon is only a role, that of who tells the line before, which names none."""
    roles = speech().roles
    behind = [k for k in range(colon + 1, tree.last[colon]) if tree.words[k].strip(" .\n")]
    named = all(tree.tags[k][:2] == "NN" or tree.tags[k] == "JJ" for k in behind)
    last = tree.lower[behind[-1]] if behind else ""
    short = len(behind) == 1 and len(last) > 2 and behind[0] not in places and tree.words[behind[0]].isupper()
    speaks = (last in roles and len(behind) <= 4) or short
    return named and speaks and roles.keys().isdisjoint(tree.lower[start:colon])


def before_initials(tree: Tree, start: int, colon: int) -> int:
    """Where a label's name ends before its initials in brackets: "Norwick News Agency (NNA): …"."""
    words = tree.words
    bracket = next((k for k in range(start + 1, colon) if words[k] == "("), colon)
    closed = words[colon] == "):" or words[colon - 1] == ")"
    return bracket if closed and bracket < colon and words[bracket + 1].isupper() else colon
