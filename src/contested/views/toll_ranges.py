"""The tolls of one incident as ranges, a side apart from every other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contested.model.incident import Incident, TollFigure, TollRange


@dataclass(slots=True)
class Added:
    """Ranges added over incidents; what ``counted_once`` says that others count must not be added."""

    low: int = 0
    high: int = 0
    open: bool = False
    incidents: int = 0

    def add(self, toll: TollRange) -> None:
        """Add one incident's range."""
        self.low += toll.low
        self.high += toll.high
        self.open = self.open or toll.open
        self.incidents += 1


def counted_once(incidents: Iterable[Incident]) -> Iterator[tuple[Incident, frozenset[str]]]:
    """Each incident, with the harms of it that others of these count already: "32 died on Monday" beside its parts.

    Incidents that take in others come last. One whose parts are not among these counts itself, and then its parts are
    counted.
    """
    told: set[tuple[str, str]] = set()
    wholes: list[Incident] = []
    for incident in incidents:
        told |= {(incident.id, toll.kind) for toll in incident.tolls}
        if incident.parts:
            wholes.append(incident)
        else:
            yield incident, frozenset()
    for whole in wholes:
        kinds = frozenset(toll.kind for toll in whole.tolls)
        again = frozenset(kind for kind in kinds if any((part, kind) in told for part in whole.parts))
        told |= {(part, kind) for part in whole.parts for kind in kinds - again}
        yield whole, again


def range_words(toll: TollRange) -> str:
    """A range in words."""
    more = " or more" if toll.open else ""
    return f"{toll.high}{more}" if toll.low == toll.high else f"{toll.low} to {toll.high}{more}"


def side_ranges(incident: Incident, kind: str) -> list[TollRange]:
    """The ranges of a harm, one a side counted, then what tells no side; one for all where no side is told."""
    held = [toll for toll in incident.tolls if toll.kind == kind and toll.by == "any"]
    sided = [toll for toll in held if toll.side is not None]
    return sided + unsided(incident, kind) if sided else held


def unsided(incident: Incident, kind: str) -> list[TollRange]:
    """The range of the whole figures that tell no side, beside figures that do."""
    whole = [f for f in incident.figures if f.kind == kind and f.side is None and f.counts == "whole"]
    if not whole:
        return []
    low, high = min(map(lowest, whole)), max(map(highest, whole))
    is_open = any(f.high is None and lowest(f) == high for f in whole)
    claims = tuple(dict.fromkeys(f.claim for f in whole))
    return [TollRange(whole[0].kind, None, "any", low, high, is_open, claims, "whole figures that tell no side")]


def lowest(figure: TollFigure) -> int:
    """The number told: the lower bound, else the upper one."""
    return figure.low if figure.low is not None else figure.high or 0


def highest(figure: TollFigure) -> int:
    """The largest number told."""
    return figure.high if figure.high is not None else figure.low or 0


def sided_words(incident: Incident, kind: str) -> str:
    """A harm in one cell, sides apart: "ankara 6; damascus 13 to 35"; without a name where one range is for all."""
    found = side_ranges(incident, kind)
    if len(found) == 1 and found[0].side is None:
        return range_words(found[0])
    return "; ".join(f"{toll.side or 'side not told'} {range_words(toll)}" for toll in found)
