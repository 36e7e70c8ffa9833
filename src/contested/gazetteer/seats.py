"""Towns that districts are named after: how many live in them, and that they stand before their districts."""

from __future__ import annotations

import math
from collections.abc import Sequence

from contested.gazetteer.lookup import SETTLED, Match
from contested.gazetteer.lying import distance_km
from contested.model.place import Place

REGIONS = frozenset({"province", "state", "region", "district"})
SEAT_PEOPLE, SEAT_SHARE, SEAT_KM = 3_000, 4, 40.0


def inhabitants(place: Place) -> int:
    """How many live in a place; a seat of administration whose number is unknown is taken for a small town."""
    return place.population or (SEAT_PEOPLE if place.kind == "town" else 0)


def size_of(people: int) -> float:
    """Points for a population."""
    return 1.2 * math.log10(people + 50)


def seated(kind: str | None, given: Sequence[Match], scores: list[float]) -> list[float]:
    """The scores with each town before the district of its name, whose seat it is, unless a district is asked for."""
    if kind in REGIONS:
        return scores
    matches = given[: len(scores)]
    for district, score in zip(matches, list(scores), strict=True):
        if district.place.kind != "district":
            continue
        seats = [i for i, match in enumerate(matches) if is_seat(match, district)]
        if seats:
            best = max(seats, key=lambda i: (scores[i], -distance_km(matches[i].place, district.place)))
            grown = size_of(district.place.population // SEAT_SHARE) - size_of(inhabitants(matches[best].place))
            scores[best] = max(scores[best] + max(grown, 0.0), score + 1.0)
    return scores


def is_seat(match: Match, district: Match) -> bool:
    """Whether a match may be the town that a district is named after."""
    place, around = match.place, district.place
    near = (
        place.kind in SETTLED
        and place.country == around.country
        and min(match.closeness, 1.0) > min(district.closeness, 1.0) - 0.1
    )
    return near and distance_km(place, around) < SEAT_KM
