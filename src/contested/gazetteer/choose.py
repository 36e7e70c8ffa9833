"""Choose among namesakes by the report's own geography: country, region, nearness to the other places it names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from contested.gazetteer.lookup import Match, fits
from contested.model.place import Candidate, Place

LEVEL_POINTS = {"exact": 0.0, "strict": -1.0, "loose": -2.5, "typo": -4.0}
KIND_POINTS = {"country": 8.0, "continent": 8.0, "state": 6.2, "region": 5.0, "province": 3.0}
MOST_CANDIDATES, MOST_MATCHES = 5, 20
NEAR_KM = 120.0
LEAST_FOCUS, BORDER_KM = 2.0, 60.0
K = TypeVar("K")


@dataclass(slots=True)
class Asked:
    """One name of a report with what may be meant: ``within`` are names (indices) that the text says contain it."""

    matches: Sequence[Match]
    kind: str | None = None
    within: list[int] = field(default_factory=list)
    count: int = 1


def choose(asked: Sequence[Asked], focus: Mapping[str, float] | None = None) -> list[tuple[Candidate, ...]]:
    """Up to five candidates with weights for each name; ``focus`` weighs countries the report speaks of otherwise."""
    scores = [[prior(match, name) for match in name.matches[:MOST_MATCHES]] for name in asked]
    tops = [best(s) for s in scores]
    for _ in range(2):
        weights, regions = focus_of(asked, tops, focus or {})
        countries = shares(weights)
        anchors = anchors_of(asked, tops)
        scores = [
            [
                prior(match, name) + geography(match.place, countries, regions) + contained(match.place, name, asked, tops)
                + nearness(match.place, i, anchors)
                for match in name.matches[:MOST_MATCHES]
            ]
            for i, name in enumerate(asked)
        ]  # fmt: skip
        tops = [best(s) for s in scores]
    sure = [drop_strays(i, s, asked, tops, weights) for i, s in enumerate(scores)]
    return [weigh(name, s) for name, s in zip(asked, sure, strict=True)]


def drop_strays(
    own_index: int,
    scores: list[float],
    asked: Sequence[Asked],
    tops: Sequence[int | None],
    countries: Mapping[str, float],
) -> list[float]:
    """The scores with small places in countries that nothing else in the report speaks of struck out.

    A namesake far away is no answer: a report all about one country leaves the name unresolved instead.
    """
    name, top = asked[own_index], tops[own_index]
    if top is None:
        return scores
    anchors = anchors_of(asked, tops)
    holders = [asked[i].matches[tops[i] or 0].place for i in name.within if tops[i] is not None]
    kept = []
    for i, score in enumerate(scores):
        match = name.matches[i]
        place = match.place
        own = evidence(name, top) if place.country == name.matches[top].place.country else 0.0
        here = countries.get(place.country or "", 0.0) - own
        elsewhere = max((w for c, w in countries.items() if c != place.country), default=0.0)
        stray = elsewhere >= LEAST_FOCUS and here < elsewhere / 4 and place.country is not None
        stray = (
            stray
            and min((distance_km(place, other) for i, other in anchors if i != own_index), default=1e9) > BORDER_KM
        )
        outside = bool(holders) and not any(lies_in(place, holder) for holder in holders)
        large = place.kind in KIND_POINTS or (place.population >= 100_000 and match.level == "exact")
        outside = outside and match.level != "exact"
        kept.append(-math.inf if (stray or outside) and not large else score)
    return kept


def prior(match: Match, name: Asked) -> float:
    """Points of a match before the report is looked at."""
    place = match.place
    points = LEVEL_POINTS[match.level] + KIND_POINTS.get(place.kind, 1.2 * math.log10(place.population + 50))
    if place.id.startswith("feature:"):
        points = max(points, 5.0)
    if name.kind is not None:
        points += 2.5 if fits(name.kind, place.kind) else -1.5
    return points - 3.0 * (1.0 - match.likeness)


def best(scores: Sequence[float]) -> int | None:
    """The index of the highest score; None where there is none."""
    return max(range(len(scores)), key=scores.__getitem__) if scores else None


def focus_of(
    asked: Sequence[Asked], tops: Sequence[int | None], given: Mapping[str, float]
) -> tuple[dict[str, float], dict[tuple[str | None, str], float]]:
    """The weight of each country, and the share of each first-level region, among what is chosen so far."""
    countries: dict[str, float] = defaultdict(float, given)
    regions: dict[tuple[str | None, str], float] = defaultdict(float)
    for name, top in zip(asked, tops, strict=True):
        if top is None or not name.count:
            continue
        place = name.matches[top].place
        sure = evidence(name, top)
        if place.country:
            countries[place.country] += sure
        region = place.name if place.kind in ("state", "province") else place.admin[0] if place.admin else None
        if region:
            regions[place.country, region] += sure
    return countries, shares(regions)


def evidence(name: Asked, top: int) -> float:
    """How much a chosen name tells of the report's geography: often named, of few meanings, a region or country."""
    match = name.matches[top]
    rank = 2.0 if match.place.kind in ("country", "state", "province") else 1.0
    rank *= 1.0 if match.level == "exact" else 0.3
    return rank * math.sqrt(name.count) / (1.0 + 0.3 * len(name.matches))


def shares(weights: Mapping[K, float]) -> dict[K, float]:
    """Weights divided by the highest."""
    most = max(weights.values(), default=1.0) or 1.0
    return {key: weight / most for key, weight in weights.items()}


def geography(place: Place, countries: Mapping[str, float], regions: Mapping[tuple[str | None, str], float]) -> float:
    """Points for lying where the report is about."""
    points = 3.0 * countries.get(place.country or "", 0.0)
    if place.admin:
        points += 2.0 * regions.get((place.country, place.admin[0]), 0.0)
    return points


def contained(place: Place, name: Asked, asked: Sequence[Asked], tops: Sequence[int | None]) -> float:
    """Points for lying in what the text says contains it."""
    points = 0.0
    for i in name.within:
        top = tops[i]
        if top is not None:
            points += 6.0 if lies_in(place, asked[i].matches[top].place) else -3.0
    return points


def lies_in(place: Place, container: Place) -> bool:
    """Whether ``place`` lies in ``container`` as far as names and distance tell."""
    if place.id == container.id or place.country != container.country:
        return False
    if container.kind == "country":
        return place.kind != "country"
    if container.kind in ("state", "province"):
        return container.name in place.admin
    return distance_km(place, container) < 60.0


def anchors_of(asked: Sequence[Asked], tops: Sequence[int | None]) -> list[tuple[int, Place]]:
    """The places chosen so far that have a position worth the name."""
    chosen = [
        (i, name.matches[top].place) for i, (name, top) in enumerate(zip(asked, tops, strict=True)) if top is not None
    ]
    return [(i, place) for i, place in chosen if place.kind not in ("country", "continent", "sea")][:40]


def nearness(place: Place, own: int, anchors: Sequence[tuple[int, Place]]) -> float:
    """Points for lying near the report's other places."""
    if place.kind in ("country", "continent"):
        return 0.0
    gaps = sorted(distance_km(place, other) for i, other in anchors if i != own and other.id != place.id)
    return sum(math.exp(-gap / NEAR_KM) for gap in gaps[:3])


def distance_km(a: Place, b: Place) -> float:
    """Kilometres between two places, by the equirectangular approximation."""
    x = math.radians(b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371.0 * math.hypot(x, math.radians(b.lat - a.lat))


def weigh(name: Asked, scores: Sequence[float]) -> tuple[Candidate, ...]:
    """The best candidates with weights that sum to at most 1."""
    most = max(scores, default=-math.inf)
    if most == -math.inf:
        return ()
    odds = [math.exp(score - most) for score in scores]
    total = sum(odds)
    ranked = sorted(range(len(odds)), key=lambda i: -odds[i])[:MOST_CANDIDATES]
    return tuple(Candidate(name.matches[i].place, round(odds[i] / total, 3)) for i in ranked if odds[i] > 0.0)
