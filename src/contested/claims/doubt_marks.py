"""Marks by which a bulletin leaves a whole line open: "(unconfirmed)", "UNVERIFIED:", "…, unconfirmed."."""

from __future__ import annotations

from contested.claims.sureness import lexicon
from contested.claims.tree import Tree


def doubt_marked(tree: Tree, token: int) -> bool:
    """Whether the sentence of a token bears such a mark: in brackets, before a colon at its head, apart at its end."""
    marks, first, last = lexicon().sets["marked"], tree.first[token], tree.last[token]
    for i in range(first, last):
        if tree.lower[i] not in marks:
            continue
        after = tree.lower[i + 1] if i + 1 < len(tree.lower) else ""
        before = tree.lower[i - 1] if i > first else ""
        apart = before in (",", "-", "–", "—", ";") and i + 2 >= last
        if (before in ("(", "[") and after in (")", "]")) or (i == first and after == ":") or apart:
            return True
    return False
