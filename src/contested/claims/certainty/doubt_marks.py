"""Marks by which a line is left open: "(unconfirmed)", "UNVERIFIED:", "…, unconfirmed.", "unconfirmed reports say"."""

from __future__ import annotations

from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.model.mention import Mention


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


def unconfirmed(tree: Tree, speaker: Mention | None) -> bool:
    """Whether those who tell it are themselves left open: "unconfirmed reports"."""
    if speaker is None:
        return False
    start, end = tree.interval(speaker)
    return any(tree.lower[k] in lexicon().sets["marked"] for k in range(start, min(start + 2, end)))
