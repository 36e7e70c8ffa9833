"""Where did it happen?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contested.claims.context import Context, Event
from contested.claims.places.attach import can_hold, features
from contested.claims.places.carry import Carried, Carrier
from contested.claims.places.headings import headings, line_start
from contested.claims.places.headline_parts import of_its_part
from contested.claims.places.placed import Placed, key_of
from contested.claims.places.pointing import pointed_at
from contested.claims.places.scene import Scene, Telling, coarseness
from contested.claims.words.linear import Linear, load_linear
from contested.model.annotations import PlaceMention
from contested.model.errors import PackError
from contested.model.place import PlaceRef

LIKELY = 0.5
HERE, CARRIED = "where_here", "where_carried"


@dataclass(slots=True)
class Weighed:
    """An event with the places of its sentence and those carried over, each with its features and probability."""

    telling: Telling
    here: list[tuple[Placed, list[str], float]]
    carried: list[tuple[Carried, float]]
    places: list[PlaceMention]


def answer(events: Sequence[Event], context: Context) -> list[tuple[PlaceRef, ...]]:
    """One answer an event, in the order of ``events``."""
    if not events or not context.annotations.places:
        return [() for _ in events]
    return [tuple(map(ref_of, one.places)) for one in weigh(events, context, model(HERE), model(CARRIED))]


def model(name: str) -> Linear:
    """A shipped model; raises PackError where it is missing."""
    found = load_linear(name)
    if found is None:
        raise PackError(f"weights/{name}.json", "is missing", "train it with bench/train_where.py")
    return found


def weigh(events: Sequence[Event], context: Context, here: Linear, carried: Linear) -> Iterator[Weighed]:
    """The events with their places: first those of their own sentences, then those carried over, in text order."""
    scene = Scene(events, context)
    weighed = []
    for telling in scene.tellings:
        told = [(p, features(telling, p, scene)) for p in telling.here if can_hold(telling, p, scene)]
        rows = [(p, f, here.probability(f)) for p, f in told]
        chosen = of_its_part(telling, chosen_here(rows, here.threshold), scene)
        weighed.append(Weighed(telling, rows, [], chosen))
    carrier = Carrier(scene, [one.places for one in weighed])
    heads, lines = headings(scene), dict[int, Sequence[PlaceMention]]()
    for one in weighed:
        weak = max([p for _, _, p in one.here if p < here.threshold], default=0.0)
        one.carried = [(c, carried.probability(c.features)) for c in carrier.candidates(one.telling, weak)]
        own = bool(one.places)
        one.places = one.places + [c.mention for c, p in one.carried if p >= carried.threshold]
        add_meant(one, scene, carrier.last_places(), heads, lines)
        carrier.note(one.telling, one.places, own)
        yield one


def add_meant(
    one: Weighed,
    scene: Scene,
    last: Sequence[PlaceMention],
    heads: Mapping[int, PlaceMention],
    told: dict[int, Sequence[PlaceMention]],
) -> None:
    """Add the place that a noun of the event points at; in a bulletin's line, what the line told last or its head.

    ``told`` is what each such line told last.
    """
    if one.telling.headline or one.telling.group == "speech":
        return
    meant = pointed_at(one.telling, scene, last)
    if meant is not None and key_of(meant) not in {key_of(place) for place in one.places}:
        one.places = [*one.places, meant]
    line = line_start(scene.tree.text, scene.tree.starts[one.telling.first])
    if line in heads:
        one.places = one.places or list(told.get(line, [heads[line]]))
        told[line] = one.places


def chosen_here(rows: Sequence[tuple[Placed, list[str], float]], threshold: float) -> list[PlaceMention]:
    """The places likely enough, each name once, the most exact first, in text order else; no border beside its town."""
    likely: dict[str, tuple[float, Placed]] = {}
    for placed, _, probability in rows:
        if probability >= threshold and probability > likely.get(placed.key, (0.0, placed))[0]:
            likely[placed.key] = (probability, placed)
    kept = list({placed.mention.name.lower(): placed for _, placed in likely.values()}.values())
    kept = [p for p in kept if p.near is None or p.near not in kept]
    return [p.mention for p in sorted(kept, key=lambda p: (coarseness(p.mention), p.first))]


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
        where_prec=mention.where_prec,
        radius_km=mention.radius_km if place else None,
        relation=mention.relation,
        country=place.country if place else mention.country,
        admin=place.admin if place else mention.admin,
        mention=mention.mention,
    )
