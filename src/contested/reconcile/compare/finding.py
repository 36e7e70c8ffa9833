"""Finding: what one attribute says for or against two accounts telling one incident."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """``score`` above 0 speaks for one incident, below 0 against, in units of log odds; ``why`` in words."""

    attribute: str
    score: float
    why: str


VETO = -20.0
