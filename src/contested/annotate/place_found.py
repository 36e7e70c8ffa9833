"""A part of a run that may be a place, with what is found out about it."""

from __future__ import annotations

from dataclasses import dataclass

from contested.annotate.place_crowds import is_capital
from contested.annotate.place_runs import Part
from contested.annotate.place_words import PlaceWords

ACCEPT = 1.0
REJECT = -9.0


@dataclass(slots=True)
class Found:
    """A part that may be a place: points of evidence, the kind its neighbours tell, and where the name goes on to.

    ``edge`` is whether it is only the border or coast of a country, where the country's own pin would be wrong.
    """

    part: Part
    points: float
    kind: str | None = None
    end: int = 0
    prep: str = ""
    sure: bool = False
    alias: str | None = None
    plural: bool = False
    edge: bool = False


def is_exact(part: Part) -> bool:
    """Whether the gazetteer spells the name so."""
    return any(match.level == "exact" for match in part.matches)


def is_party(found: Found, words: PlaceWords) -> bool:
    """Whether a country or capital is named as somebody who acts or speaks, not as where something is."""
    return is_capital(found.part, words) and not found.sure and found.prep not in words.strong


def is_told_by(found: Found, words: PlaceWords) -> bool:
    """Whether what follows only tells the source of a headline that lost its colon ("in Homs Monitor")."""
    part = found.part
    if not part.matches or (found.prep not in words.strong and not part.beside):
        return False
    return part.after.partition(" ")[0].lower() in words.tellers and part.after.count(" ") < 2
