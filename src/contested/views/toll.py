"""Tolls by place, side and week: ranges added over incidents, nobody twice; sums told by sources kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from contested.ledger.incidents import Moment
from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.incident import Incident, TollRange
from contested.views.known import claims_at
from contested.views.toll_ranges import Added, counted_once, range_words

COLUMNS = ("place", "side", "week", "harm", "low", "high", "range", "incidents", "roots", "kind")
HARMS = frozenset({"killed", "injured", "captured", "missing", "displaced"})


@dataclass(slots=True)
class Cell(Added):
    """What is added up for one place, side, week and harm."""

    roots: int = 0


def rows(
    incidents: Iterable[Incident], ledger: Ledger, by: frozenset[str], reading: str, moment: Moment | None = None
) -> Iterator[tuple[object, ...]]:
    """The cells of ``COLUMNS``, grouped by place, side, week (those in ``by``), under a reading; then the sums told."""
    cells: dict[tuple[str, str, str, str], Cell] = {}
    inside: set[str] = set()
    sums_told: list[tuple[object, ...]] = []
    for incident, counted in counted_once(incidents):
        inside.update(incident.claims)
        for toll in ranges(incident, reading, "side" in by):
            if toll.kind in counted:
                sums_told.append(sum_of(incident, toll))
                continue
            key = (
                region(incident) if "place" in by else "all",
                (toll.side or "not told") if "side" in by else "all",
                week(incident.start) if "week" in by else "all",
                toll.kind,
            )
            cell = cells.setdefault(key, Cell())
            cell.add(toll)
            cell.roots += len(incident.roots)
    for (place, side, days, harm), cell in sorted(cells.items()):
        words = range_words(TollRange("killed", None, "", cell.low, cell.high, cell.open, (), ""))
        yield place, side, days, harm, cell.low, cell.high, words, cell.incidents, cell.roots, "added over incidents"
    yield from sums_told
    yield from sums(claims_at(ledger, moment or Moment(), view="counted"), inside)


def ranges(incident: Incident, reading: str, by_side: bool) -> Iterator[TollRange]:
    """The ranges of an incident to add: one a harm, or one a harm and side, where no side is told for everyone."""
    for kind in HARMS:
        held = [toll for toll in incident.tolls if toll.kind == kind]
        sided = [toll for toll in held if toll.side is not None and toll.by == "any"]
        if by_side and sided:
            yield from sided
        else:
            chosen = [t for t in held if t.side is None and t.by == reading]
            yield from chosen or [t for t in held if t.side is None and t.by == "any"][:1]


def sum_of(incident: Incident, toll: TollRange) -> tuple[object, ...]:
    """The count of an incident that takes in others, and how many."""
    side, days, over, roots = toll.side or "not told", week(incident.start), len(incident.parts), len(incident.roots)
    return region(incident), side, days, toll.kind, toll.low, toll.high, range_words(toll), over, roots, "a sum told"


def region(incident: Incident) -> str:
    """The most exact place."""
    return incident.places[0].name if incident.places else "not told"


def week(day: str | None) -> str:
    """The ISO week of a day."""
    if day is None:
        return "not told"
    year, number, _ = date.fromisoformat(day).isocalendar()
    return f"{year}-W{number:02d}"


def sums(known: Iterable[Claim], inside: set[str]) -> Iterator[tuple[object, ...]]:
    """What sources sum up over many incidents, claims that are in none; shown beside the ranges, never added."""
    for claim in known:
        if claim.id in inside or claim.factuality not in ("asserted", "hedged"):
            continue
        for effect in claim.effects:
            if effect.kind in HARMS and (effect.low or effect.high):
                low, high = effect.low if effect.low is not None else 0, effect.high
                words = range_words(TollRange("killed", None, "", low, high or low, high is None, (), ""))
                yield (
                    place_of(claim),
                    effect.who,
                    days(claim),
                    effect.kind,
                    effect.low,
                    high,
                    words,
                    None,
                    1,
                    "a sum told",
                )


def place_of(claim: Claim) -> str:
    """The first place."""
    return claim.places[0].name if claim.places else "not told"


def days(claim: Claim) -> str:
    """The days a sum is over."""
    return f"{claim.time.start}/{claim.time.end}" if claim.time else "not told"
