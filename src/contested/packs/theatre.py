"""Where the sides of a war hold: of what happens elsewhere its parties stand on none of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from contested.model.claim import Claim
from contested.packs.pack import Pack

SPOKEN = frozenset(
    "threat accusation demand denial condemnation support responsibility warning talks agreement release aid".split()
)  # of which states far off the war are parties, too


def pack_at(claim: Claim, pack: Pack) -> Pack:
    """The pack, without its sides where the claim tells of another war."""
    countries = {place.country for place in claim.places if place.country}
    if countries:
        return pack_within(countries, pack)
    if claim.event not in SPOKEN and fights_elsewhere([p.actor for p in (*claim.initiators, *claim.targets)], pack):
        return without_sides(pack)
    return pack


def pack_within(countries: Iterable[str], pack: Pack) -> Pack:
    """The pack, without its sides where all the countries (ISO 3166-1) lie outside the war's theatre."""
    told = set(countries)
    return pack if not pack.theatre or not told or told & pack.theatre else without_sides(pack)


def fights_elsewhere(actors: Iterable[str | None], pack: Pack) -> bool:
    """Whether a state that stands on no side and lies outside the theatre fights or is hit, and nobody of home does."""
    known = [pack.actors[actor] for actor in actors if actor is not None and actor in pack.actors]
    if not pack.theatre or any(pack.is_part_of_home(actor) for actor in known):
        return False
    states = [state for actor in known if (state := pack.state_of.get(actor.id)) is not None]
    return any(
        state.iso not in pack.theatre
        and not pack.actors[state.government].alignments
        and not pack.actors[state.military].alignments
        for state in states
    )


@lru_cache(maxsize=8)
def without_sides(pack: Pack) -> Pack:
    """The pack's parties and outlets on no side."""
    outlets = {outlet.name: replace(outlet, side=None, alignments=()) for outlet in pack.outlets}
    return replace(
        pack,
        actors={id: replace(actor, alignments=()) for id, actor in pack.actors.items()},
        outlets=tuple(outlets.values()),
        outlet_index={key: outlets[outlet.name] for key, outlet in pack.outlet_index.items()},
        sides={},
    )
