"""Contradiction: what two claims of one incident cannot both mean, and what would settle it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ContradictionKind = Literal["whether", "who", "where", "when", "how_many", "who_holds", "what"]
CONTRADICTION_KINDS: tuple[ContradictionKind, ...] = (
    "whether", "who", "where", "when", "how_many", "who_holds", "what",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a contradiction: what is said, by whom, in which claims."""

    says: str
    sources: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Positions are ordered by what they say; ``distance`` is in ``unit`` (people, days, km), None where none fits.

    ``compatible`` is true where all could hold at once (an older lower bound, "at least 10" beside "12"): told
    differently rather than contradicted. ``smallest`` is a smallest set of claims that cannot all hold.
    """

    kind: ContradictionKind
    about: str
    positions: tuple[Position, ...]
    distance: float | None = None
    unit: str | None = None
    compatible: bool = False
    settles: str = ""
    smallest: tuple[str, ...] = ()
