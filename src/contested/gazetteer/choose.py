"""Choose among namesakes by the report's own geography: country, region, nearness to the other places it names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TypeVar

from contested.gazetteer.lookup import SETTLED, Match, fits
from contested.gazetteer.lying import distance_km, lies_in, region_key
from contested.gazetteer.seats import REGIONS, inhabitants, seated, size_of
from contested.model.place import Candidate, Place

FOLDED, APART = 1.0, 8.0
SURENESS = {"exact": 1.0, "strict": 0.9, "loose": 0.6, "typo": 0.4}
KIND_POINTS = {"country": 8.0, "continent": 8.0, "state": 6.2, "region": 5.0, "province": 3.0}
MOST_CANDIDATES, MOST_MATCHES, MOST_ANCHORS = 5, 20, 40
NEAR_KM, BORDER_KM = 120.0, 60.0
WIDEST_KM = 3500.0  # from the middle of a region of several countries to its edge
LEAST_FOCUS, LEAST_FOLDED, LARGE = 2.0, 0.05, 100_000
QUARTER, QUARTER_KM, FEW_ANCHORS = "neighbourhood", 12.0, 2
QUARTER_SIZE = 20_000
AGREED = 1.5
OTHER_NAME = 2.0  # what a place is also called, where another is called so first
# of which a town of the name only tells whereabouts
NAMED_AFTER, NAMED_KM = frozenset({"building", "hospital", "square"}), 25.0

Key = TypeVar("Key")


@dataclass(slots=True)
class Asked:
    """One name of a report with what may be meant.

    ``within`` are the names (indices) that the text says contain it, ``near`` those that it says lie beside it.

    ``count`` is how often the report surely names it; at 0 it tells nothing of the report's geography. ``party`` is
    whether it is a country or capital that only acts or speaks, so that nothing needs to lie there, ``around`` the
    names that stand nearest to it in the text.
    """

    matches: Sequence[Match]
    kind: str | None = None
    within: list[int] = field(default_factory=list)
    count: int = 1
    near: list[int] = field(default_factory=list)
    party: bool = False
    around: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Setting:
    """What the report is about, as far as the places chosen so far tell; ``parties`` is what parties add to it."""

    chosen: list[Place | None]
    countries: dict[str, float]
    regions: dict[tuple[str | None, str], float]
    anchors: list[tuple[int, Place]]
    weights: dict[str, float]
    parties: dict[str, float]
    acting: frozenset[int]

    def named_beside(self, number: int, place: Place, among: Set[int] | None = None) -> list[Place]:
        """The other places that the report names as places; of the names ``among`` alone where given."""
        kept = [(i, other) for i, other in self.anchors if i not in self.acting and (among is None or i in among)]
        return [other for i, other in kept if i != number and other.id != place.id]


def choose(asked: Sequence[Asked], focus: Mapping[str, float] | None = None) -> list[tuple[Candidate, ...]]:
    """Up to five candidates with weights for each name; ``focus`` weighs countries the report speaks of otherwise."""
    scores = [
        seated(name.kind, name.matches, [prior(match, name) for match in name.matches[:MOST_MATCHES]]) for name in asked
    ]
    setting = setting_of(asked, scores, focus or {})
    for _ in range(2):
        scores = [seated(name.kind, name.matches, points(i, name, setting)) for i, name in enumerate(asked)]
        setting = setting_of(asked, scores, focus or {})
    kept = [without_strays(i, name, scores[i], setting) for i, name in enumerate(asked)]
    return [weigh(name, s) for name, s in zip(asked, kept, strict=True)]


def prior(match: Match, name: Asked) -> float:
    """Points of a match before the report is looked at."""
    place = match.place
    size = KIND_POINTS.get(place.kind, size_of(inhabitants(place)))
    if place.kind == "district":
        size -= 3.0
    if place.id.startswith("feature:"):
        size = max(size, 5.0)
    if match.agreed:
        size += AGREED
    if not match.own and any(other.own and other.level == "exact" for other in name.matches):
        size -= OTHER_NAME
    if name.kind is not None:
        size += 3.5 if fits(name.kind, place.kind) else -3.0
    return size - (0.0 if match.level == "exact" else FOLDED + APART * (1.0 - min(match.closeness, 1.0)))


def points(number: int, name: Asked, setting: Setting) -> list[float]:
    """Points of every match of a name in its setting; a single one needs none."""
    if len(name.matches) == 1:
        return [0.0]
    top = setting.chosen[number]
    # what a name tells of the report's countries is no ground for its own meaning
    own = setting.weights.get(top.id, 0.0) if top is not None else 0.0
    countries = shares(setting.countries, top.country or "" if top is not None else None, own)
    regions = shares(setting.regions, region_of(top) if top is not None else None, own)
    return [
        prior(match, name) + geography(match.place, countries, regions) + contained(match.place, name, setting)
        + nearness(match.place, number, setting)
        for match in name.matches[:MOST_MATCHES]
    ]  # fmt: skip


def setting_of(asked: Sequence[Asked], scores: Sequence[Sequence[float]], given: Mapping[str, float]) -> Setting:
    """The setting that the best match of every name makes up."""
    countries: dict[str, float] = defaultdict(float, given)
    regions: dict[tuple[str | None, str], float] = defaultdict(float)
    chosen: list[Place | None] = []
    anchors: list[tuple[int, Place]] = []
    weights: dict[str, float] = defaultdict(float)
    parties: dict[str, float] = defaultdict(float, given)
    for i, (name, own) in enumerate(zip(asked, scores, strict=True)):
        match = name.matches[own.index(max(own))] if own else None
        chosen.append(match.place if match else None)
        if match is None or not name.count:
            continue
        place, weight = match.place, evidence(name, match)
        countries[place.country or ""] += weight
        weights[place.id] += weight
        if name.party:
            parties[place.country or ""] += weight
        region = region_of(place)
        if region is not None:
            regions[region] += weight
        if place.kind not in ("country", "continent", "sea") and len(anchors) < MOST_ANCHORS:
            anchors.append((i, place))
    countries.pop("", None)
    acting = frozenset(i for i, name in enumerate(asked) if name.party)
    return Setting(chosen, countries, regions, anchors, weights, parties, acting)


def evidence(name: Asked, match: Match) -> float:
    """How much a chosen name tells of the report's geography: often named, of few meanings, a region or country."""
    rank = 2.0 if match.place.kind in ("country", "state", "province") else 1.0
    rank *= 1.0 if match.level == "exact" else 0.3
    return rank * math.sqrt(name.count) / (1.0 + 0.3 * len(name.matches))


def region_of(place: Place) -> tuple[str | None, str] | None:
    """Country and name of the first-level region that a place is, or lies in."""
    region = place.name if place.kind in ("province", "state") else place.admin[0] if place.admin else None
    return (place.country, region_key(region)) if region else None


def shares(weights: Mapping[Key, float], key: Key | None, own: float) -> dict[Key, float]:
    """The weights as shares of the most, less what ``own`` adds to ``key``."""
    left = {other: max(weight - own, 0.0) if other == key else weight for other, weight in weights.items()}
    most = max(left.values(), default=0.0) or 1.0
    return {other: weight / most for other, weight in left.items()}


def geography(place: Place, countries: Mapping[str, float], regions: Mapping[tuple[str | None, str], float]) -> float:
    """Points for lying where the report is about, by the shares of countries and regions in it."""
    # what spans countries is as near to one as to another
    found = 3.0 * math.sqrt(countries.get(place.country, 0.0)) if place.country else 3.0
    region = region_of(place)
    return found + 2.0 * regions.get(region, 0.0) if region is not None else found


def contained(place: Place, name: Asked, setting: Setting) -> float:
    """Points for lying in what the text says contains it."""
    return sum(6.0 if lies_in(place, holder) else -3.0 for holder in holders(name, setting))


def holders(name: Asked, setting: Setting) -> list[Place]:
    """What the text says contains a name; in "Kobane (Ayn al-Arab)" the second is the same and contains nothing."""
    own = {match.place.id for match in name.matches}
    return [holder for i in name.within if (holder := setting.chosen[i]) is not None and holder.id not in own]


def nearness(place: Place, number: int, setting: Setting) -> float:
    """Points for lying near the report's other places."""
    if place.kind in ("country", "continent"):
        return 0.0
    gaps = sorted(distance_km(place, other) for i, other in setting.anchors if i != number and other.id != place.id)
    return sum(math.exp(-gap / NEAR_KM) for gap in gaps[:3])


def without_strays(number: int, name: Asked, scores: list[float], setting: Setting) -> list[float]:
    """The scores with small places in countries that nothing else in the report speaks of struck out.

    A namesake far away is no answer: a report all about one country leaves the name unresolved instead.
    """
    return [
        -math.inf if is_stray(number, name, match, setting) else score
        for match, score in zip(name.matches, scores, strict=False)
    ]


def is_stray(number: int, name: Asked, match: Match, setting: Setting) -> bool:
    """Whether a match lies neither in the report's countries, nor near its places, nor where the text says."""
    place, top = match.place, setting.chosen[number]
    if name.kind == QUARTER and place.kind in ("country", "state", "province"):
        return True
    known = place.population >= LARGE and match.level == "exact" and match.own and name.kind not in NAMED_AFTER
    if place.kind in KIND_POINTS or known:
        return False
    within = holders(name, setting)
    doubtful = match.level != "exact" or name.kind in NAMED_AFTER
    if within and doubtful and not any(lies_in(place, holder) for holder in within):
        return True
    if within and all(is_outside(place, holder) for holder in within):
        return True
    beside = [other for i in name.near if (other := setting.chosen[i]) is not None and other.kind not in KIND_POINTS]
    if beside and all(distance_km(place, other) > BORDER_KM for other in beside):
        return True
    # what this place itself tells, by whatever names, is no ground for it
    own = setting.weights.get(top.id, 0.0) if top is not None and top.country == place.country else 0.0
    here = setting.countries.get(place.country or "", 0.0) - own
    if match.level != "exact":
        here -= setting.parties.get(place.country or "", 0.0)
    # a state that no gazetteer tells is no village of its name elsewhere
    unknown = name.kind == "province" and place.kind in SETTLED and here <= 0.0
    if unknown or is_remote(number, name, place, setting):
        return True
    others = [w - setting.parties.get(c, 0.0) for c, w in setting.countries.items() if c != place.country]
    elsewhere = max(others, default=0.0)
    # a name that is only folded to fit needs less against it
    least = LEAST_FOCUS if match.level == "exact" else LEAST_FOLDED
    if place.country is None or elsewhere < least or here >= elsewhere / 4:
        return False
    return all(distance_km(place, other) > BORDER_KM for other in setting.named_beside(number, place))


def is_outside(place: Place, holder: Place) -> bool:
    """Whether what the text says contains a place cannot: it is of another country, or of several and far away."""
    if holder.country is not None:
        return holder.country != place.country
    return holder.kind != "continent" and distance_km(place, holder) > WIDEST_KM


def is_remote(number: int, name: Asked, place: Place, setting: Setting) -> bool:
    """Whether a quarter, or a hamlet of unknown size, lies far from all places of the report and in no region of it.

    Where two places stand beside its name, they alone are the measure: a report may tell of many fronts.
    """
    if not (place.kind in SETTLED and place.population < QUARTER_SIZE if name.kind == QUARTER else is_hamlet(place)):
        return False
    others = setting.named_beside(number, place)
    beside = setting.named_beside(number, place, name.around)
    if len([other for other in beside if other.kind not in REGIONS]) >= FEW_ANCHORS:
        others = beside
    pins = [other for other in others if other.kind not in REGIONS]
    if name.kind == QUARTER:
        return all(distance_km(place, other) > QUARTER_KM for other in pins)
    if name.kind in NAMED_AFTER and pins:
        return all(distance_km(place, other) > NAMED_KM for other in pins)
    if len(others) < FEW_ANCHORS or any(lies_in(place, other) for other in others if other.kind in REGIONS):
        return False
    return all(distance_km(place, other) > BORDER_KM for other in pins)


def is_hamlet(place: Place) -> bool:
    """Whether a place is a settlement of which only the name is known."""
    return place.kind == "settlement" and not place.population


def weigh(name: Asked, scores: Sequence[float]) -> tuple[Candidate, ...]:
    """The best candidates; what their weights lack to 1 is the chance that none is meant."""
    most = max(scores, default=-math.inf)
    if most == -math.inf:
        return ()
    odds = [math.exp(score - most) for score in scores]
    total = sum(odds)
    ranked = [i for i in sorted(range(len(odds)), key=lambda i: -odds[i])[:MOST_CANDIDATES] if odds[i] > 0.0]
    return tuple(
        Candidate(match.place, round(odds[i] / total * SURENESS[match.level] * match.likeness, 3))
        for i in ranked
        for match in (name.matches[i],)
    )
