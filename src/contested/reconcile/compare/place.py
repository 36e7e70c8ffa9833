"""Where: the nearest pair of places told; a region is weak evidence, two distant towns speak against."""

from __future__ import annotations

from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from rapidfuzz.fuzz import ratio

from contested.reconcile.compare.finding import Finding
from contested.reconcile.naming import telling_words
from contested.reconcile.profile import Profile, Spot

EARTH = 6371.0
FINE = 0.56  # a name that rare is a village or a quarter rather than a city the whole war is fought over
WITHIN = -0.9
UNKNOWN, ELSEWHERE, NOWHERE = -0.2, -0.6, 0.0  # a gazetteer lacks one of two places, regions differ, nothing is told
UNMEASURED = (UNKNOWN, ELSEWHERE, NOWHERE)
ABROAD = -4.0  # as of two towns that lie far apart
NAMED = 0.2
AROUND, NEAR_CITY = -1.5, -0.4  # where a city's name is that of the province around the other place, far or not far
LETTERS = 5  # of a word whose spelling tells something
ALIKE = 84.0  # per cent of letters: two spellings of a village no gazetteer knows


def compare(one: Profile, other: Profile) -> Finding:
    """What the places say; a city's name may stand for the province around it, called so, too."""
    found = by_places(one, other)
    if found.score in UNMEASURED and abroad(one, other):
        return Finding("place", ABROAD, f"in {' and '.join(sorted({*one.countries, *other.countries}))}")
    least = AROUND if found.score < AROUND else NEAR_CITY
    name = min([*around(one, other), *around(other, one)], default=None) if found.score < least else None
    return found if name is None else Finding("place", least, f"{found.why}, in the province of {name}")


def abroad(one: Profile, other: Profile) -> bool:
    """Whether all places of the one lie in other countries than those of the other."""
    return bool(one.countries and other.countries) and not one.countries & other.countries


def around(one: Profile, other: Profile) -> list[str]:
    """The cities of one whose name is that of a region of the other's places."""
    return [s.name for s in one.spots if s.weight < FINE and s.name in other.regions]


def by_places(one: Profile, other: Profile) -> Finding:
    """The best pair of places, else what the regions say."""
    fine = [s for s in one.spots if s.weight >= FINE], [s for s in other.spots if s.weight >= FINE]
    keys = {s.key for s in other.spots}
    shared = [s for s in one.spots if s.key in keys]
    best = max(shared, key=lambda s: (s.weight, s.name), default=None)
    if best is not None and (best.weight >= FINE or not all(fine)):
        more = 0.4 if len(shared) > 1 else 0.0
        return Finding("place", NAMED + 2.2 * best.weight**2 + more, f"both at {best.name}")
    if all(fine):
        found = nearest(*fine)
        if best is None:
            return found
        # Two quarters of one city: the city that both name says little.
        return Finding("place", max(found.score, WITHIN), f"both at {best.name}; {found.why}")
    if one.spots and other.spots:
        return nearest(list(one.spots), list(other.spots))
    regions = one.regions & other.regions
    if regions:
        return Finding("place", 0.5, f"both in {min(regions)}")
    if one.regions and other.regions and (one.spots or other.spots):
        return Finding("place", ELSEWHERE, "in different regions")
    return Finding("place", NOWHERE, "no place to compare")


def nearest(ones: list[Spot], others: list[Spot]) -> Finding:
    """The pair of places that lie nearest, or are spelt most alike; an unknown village lies where its city does."""
    pairs = sorted({pair(*sorted((a, b), key=lambda s: s.key)) for a in ones for b in others}, reverse=True)
    score, why = next((found for found in pairs if found[0] != UNKNOWN), pairs[0])
    return Finding("place", score, why)


@lru_cache(maxsize=200_000)
def pair(a: Spot, b: Spot) -> tuple[float, str]:
    """How near two places are, with the words for it."""
    if a.name in b.name or b.name in a.name or alike(a.name, b.name):
        return 0.4 + 1.6 * min(a.weight, b.weight) ** 2, f"{a.name} and {b.name} are spelt alike"
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return UNKNOWN, f"{a.name} and {b.name}, not both in a gazetteer"
    apart = kilometres((a.lat, a.lon), (b.lat, b.lon))
    score = 1.2 if apart <= 5 else 0.3 if apart <= 15 else -0.8 if apart <= 40 else -4.0
    return score, f"{a.name} and {b.name} lie {apart:.0f} km apart"


def alike(one: str, other: str) -> bool:
    """Whether two names are spelt alike as a whole, or word by word for every word of the shorter."""
    if ratio(one, other) >= ALIKE:
        return True
    short, long = sorted((telling_words(one), telling_words(other)), key=len)
    return any(len(w) >= LETTERS for w in short) and all(any(ratio(w, v) >= ALIKE for v in long) for w in short)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points in degrees, on a sphere."""
    lat, lat2 = radians(one[0]), radians(other[0])
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
