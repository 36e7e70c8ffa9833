"""What several mends of a parse do: one token takes another's place in the tree, or those that hang on it."""

from __future__ import annotations

from collections.abc import Sequence


def take_place(new: int, old: int, deps: list[str], heads: list[int]) -> None:
    """Hang ``new`` on what ``old`` hangs on, in its relation; as the root where ``old`` is one."""
    deps[new], heads[new] = deps[old], new if heads[old] == old else heads[old]


def hand_over(tokens: Sequence[int], old: Sequence[int], new: int, heads: list[int]) -> None:
    """Hang those of some tokens that hang on one of ``old`` on ``new``."""
    for k in tokens:
        if heads[k] in old:
            heads[k] = new
