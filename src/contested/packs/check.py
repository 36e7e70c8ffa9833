"""Whether the entries of merged packs fit together; raises PackError naming file, entry and remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contested.model.actor import Actor, Alignment
from contested.model.errors import PackError
from contested.packs.pack import Pack

FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"


def check_pack(pack: Pack, origin: Mapping[str, str]) -> None:
    """Check references, sides and periods of a merged pack; ``origin`` tells the file of each entry."""
    for actor in pack.actors.values():
        check_actor(actor, pack, origin.get(actor.id, "pack"))
    for leader in pack.leaders:
        if leader.actor not in pack.actors:
            raise unknown(origin, leader.name, f"speaks for {leader.actor!r}", "actor")
    for outlet in pack.outlets:
        if outlet.side is not None and outlet.side not in pack.sides:
            raise unknown(origin, outlet.name, f"has side {outlet.side!r}", "side")
        if outlet.actor is not None and outlet.actor not in pack.actors:
            raise unknown(origin, outlet.name, f"has actor {outlet.actor!r}", "actor")
        check_alignments(outlet.name, outlet.alignments, pack, origin.get(outlet.name, "pack"))
    for short in (short for shorts in pack.short_forms.values() for short in shorts):
        if short.actor not in pack.actors:
            raise unknown(origin, short.form, f"is short for {short.actor!r}", "actor")
    if pack.home is not None and pack.home not in pack.states:
        raise unknown(origin, "war", f"has home {pack.home!r}", "state")


def unknown(origin: Mapping[str, str], entry: str, problem: str, noun: str) -> PackError:
    """The error for a reference to something no pack defines."""
    return PackError(origin.get(entry, "pack"), f"{entry} {problem}, which no pack defines", f"define the {noun} first")


def check_actor(actor: Actor, pack: Pack, file: str) -> None:
    """Check what one actor refers to."""
    seen, at = {actor.id}, actor
    while at.part_of is not None:
        if at.part_of not in pack.actors:
            raise PackError(
                file, f"{at.id} is part_of {at.part_of!r}, which no pack defines", "define it or correct the id"
            )
        if at.part_of in seen:
            raise PackError(file, f"{actor.id} is part of itself through {at.part_of}", "break the circle")
        seen.add(at.part_of)
        at = pack.actors[at.part_of]
    check_alignments(actor.id, actor.alignments, pack, file)


def check_alignments(name: str, alignments: Sequence[Alignment], pack: Pack, file: str) -> None:
    """Check that sides are known, periods run forwards, and no two on one side share a day."""
    for number, alignment in enumerate(alignments):
        if alignment.side not in pack.sides:
            raise PackError(file, f"{name} has side {alignment.side!r}, which no pack defines", "add a [[side]]")
        if last_day(alignment) < first_day(alignment):
            raise PackError(file, f"{name} leaves {alignment.side} before it joins", "swap start and end")
        for other in alignments[:number]:
            if other.side == alignment.side and overlap(alignment, other):
                raise PackError(file, f"{name} has overlapping periods on side {alignment.side}", "join or part them")


def first_day(alignment: Alignment) -> str:
    """The day a period starts, or one before all days."""
    return alignment.start or FIRST_DAY


def last_day(alignment: Alignment) -> str:
    """The day a period ends, or one after all days."""
    return alignment.end or LAST_DAY


def overlap(one: Alignment, other: Alignment) -> bool:
    """Whether two periods share a day."""
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)
