"""Lanes of control: per place one lane a claimant, over time; claims fade with age, and none alone is the truth."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from contested.ledger.labels import folded
from contested.model.incident import Holding

COLUMNS = ("place", "holder", "side", "state", "when", "age_days", "strength", "claims", "sources", "disagrees")
HALF_LIFE = 30.0  # days in which a claim of control loses half its strength
HOLDS = frozenset({"held", "taken"})
FADED = 0.05
Lane = tuple[str, str, str, str | None, bool]


def rows(
    holdings: Iterable[Holding], place: str, today: str | None, meant: Collection[str] = ()
) -> Iterator[tuple[object, ...]]:
    """The cells of ``COLUMNS`` for places of which some name holds the words of ``place`` or whose id it is.

    ``meant`` are ids that ``place`` also means (see ``gazetteer.meant``). The newest claim of a lane is the last.

    ``today`` is the day ages count to, else the newest day of any claim; without either, age is not known.
    """
    asked = folded(place)
    every = list(holdings)
    ids = {h.place for h in every if h.place in (place, *meant) or asked in folded(h.name)}
    found = [h for h in every if h.place in ids]  # "Ugledar" is Vuhledar, however it is asked for
    day = today or max((d for h in found if (d := day_of(h))), default=None)
    lanes: dict[Lane, list[Holding]] = {}
    for holding in found:
        key: Lane = (holding.place, holding.holder, holding.state, day_of(holding), holding.denied)
        lanes.setdefault(key, []).append(holding)
    against = disagreeing(found, day)
    for lane in sorted(lanes, key=lambda k: (k[0], k[1], k[3] or "", k[2])):
        held = lanes[lane]
        age = days_between(day_of(held[0]), day)
        # A claim of a day to come has an age below 0, and no strength yet.
        strength = None if age is None or age < 0 else round(0.5 ** (age / HALF_LIFE), 2)
        state = f"not {held[0].state}" if held[0].denied else held[0].state
        sources = sorted({h.source for h in held})
        camp = held[0].side or lane[1]
        rivals = (
            sorted(h for h, side in against.get(lane[0], {}).items() if side != camp)
            if state in HOLDS and (strength or 0) > FADED
            else []
        )
        yield (
            held[0].name,
            lane[1],
            held[0].side,
            state,
            lane[3],
            age,
            strength,
            [h.claim for h in held],
            sources,
            rivals,
        )


def disagreeing(holdings: Iterable[Holding], day: str | None) -> dict[str, dict[str, str]]:
    """Per place the holders by claims not yet faded, each with its side (else its own name): who disagrees today."""
    fresh: dict[str, dict[str, str]] = {}
    for holding in holdings:
        age = days_between(day_of(holding), day)
        if holding.state in HOLDS and not holding.denied and age is not None and 0 <= age <= HALF_LIFE:
            fresh.setdefault(holding.place, {})[holding.holder] = holding.side or holding.holder
    return fresh


def day_of(holding: Holding) -> str | None:
    """The last day told, else the day of publication."""
    return holding.end or holding.published


def days_between(one: str | None, other: str | None) -> int | None:
    """Days from one to the other; None where one is not known."""
    if one is None or other is None:
        return None
    return (date.fromisoformat(other) - date.fromisoformat(one)).days
