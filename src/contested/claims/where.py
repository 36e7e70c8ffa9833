"""Where did it happen?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.place_attach import attach, family
from contested.claims.place_carry import Carrier
from contested.claims.place_roles import places_by_sentence
from contested.model.annotations import PlaceMention
from contested.model.place import PlaceRef

LIKELY = 0.5
UNPLACED = frozenset({"speech", "agreed"})


def answer(events: Sequence[Event], context: Context) -> list[tuple[PlaceRef, ...]]:
    """One answer an event, in the order of ``events``."""
    placed = places_by_sentence(context)
    together: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        together[event.sentence.start].append(event)
    carrier = Carrier(context)
    answers = []
    for event in events:
        start = event.sentence.start
        chosen = [p.mention for p in attach(event, placed.get(start, []), together[start])]
        if family(event.code) not in UNPLACED:
            chosen = [*chosen, *carrier.container(chosen)] or carrier.nation(event) or carrier.carry(event)
            carrier.note(event, chosen)
        answers.append(tuple(ref_of(mention) for mention in chosen))
    return answers


def ref_of(mention: PlaceMention) -> PlaceRef:
    """The place as a claim names it, resolved where one candidate is likelier than not."""
    top = mention.candidates[0] if mention.candidates else None
    place = top.place if top is not None and top.weight >= LIKELY else None
    return PlaceRef(
        name=mention.name,
        place=place.id if place else None,
        lat=place.lat if place else None,
        lon=place.lon if place else None,
        precision=mention.precision,
        relation=mention.relation,
        country=place.country if place else mention.country,
        admin=place.admin if place else mention.admin,
        mention=mention.mention,
    )
