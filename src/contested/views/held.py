"""Who is said to hold what: claims of control put together by place, since reports tell them over and over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from contested.model.actor import Participant
from contested.model.claim import Claim
from contested.model.place import PlaceRef
from contested.packs.called import called
from contested.packs.pack import Pack
from contested.views.document import Group, Section, Sentence
from contested.views.standing import Telling
from contested.views.wording import listing, party, place_name

TITLE = "Who is said to hold what"
NOTE = (
    "States, not events, as told in passing or outright; a part of a place may be all that is meant. Over time: "
    "contested control PLACE."
)
TOLD = {"asserted": "held", "hedged": "perhaps held", "denied": "not held"}
REGION = 3  # precision of a place larger than a town and its surroundings
NO_PLACE = "A place that is not told"


def held_section(claims: Iterable[Claim], telling: Telling) -> Section:
    """A group a place, those told most often first; under it a sentence a holder."""
    by_place: dict[str, dict[str, list[Claim]]] = {}
    for claim in claims:
        name = whole_or_part(claim.places[0]) if claim.places else NO_PLACE
        by_place.setdefault(name, {}).setdefault(holding(claim, telling.pack), []).append(claim)
    order = sorted(by_place, key=lambda name: (name == NO_PLACE, -sum(map(len, by_place[name].values())), name))
    return Section(TITLE, tuple(Group("", tuple(lines(name, by_place[name], telling))) for name in order), NOTE)


def whole_or_part(place: PlaceRef) -> str:
    """The place's name; of a region or a country nobody tells whether all of it is meant."""
    return f"{place_name(place)}, or parts of it" if place.precision >= REGION else place_name(place)


def lines(place: str, told: dict[str, list[Claim]], telling: Telling) -> Iterator[Sentence]:
    """A sentence for each holder of a place, with who tells it."""
    for words, claims in sorted(told.items(), key=lambda item: (-len(item[1]), item[0])):
        ids = [claim.id for claim in claims]
        yield telling.sentence(f"{place}: {words}, according to {telling.speakers(ids)}", ids)


def holding(claim: Claim, pack: Pack) -> str:
    """What a claim says of its place: "held by Northern Army"."""
    state = "not held" if "out of" in claim.trigger.quote.casefold() else TOLD[claim.factuality]
    holders = listing(list(dict.fromkeys(holder(p, pack) for p in claim.initiators)))
    return f"{state} by {holders}" if holders else f"{state}, by whom is not told"


def holder(participant: Participant, pack: Pack) -> str:
    """One name for a holder, however it is called: the pack's, else what all its names in words come to."""
    known = pack.actors.get(participant.actor or "")
    return known.name if known else party(replace(participant, name=called(participant.name)))
