"""Words that sum up events of one kind: "the latest in a series of attacks" is no attack of that day."""

from __future__ import annotations

from contested.claims.words.tree import Tree

REACH = 9  # tokens back
ROWS = frozenset({"series", "spate", "string", "wave", "number", "row", "spree"})
LATEST = frozenset({"latest", "one", "part", "newest"})


def is_of_series(tree: Tree, start: int) -> bool:
    """Whether the word at a token sums up others of the event that is told: "the latest in a string of blasts"."""
    before = tree.lower[max(tree.first[start], start - REACH) : start]
    rows = [k for k, word in enumerate(before) if word in ROWS and before[k + 1 : k + 2] == ["of"]]
    return bool(rows) and any(word in LATEST for word in before[: rows[-1]])
