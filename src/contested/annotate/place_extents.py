"""How exactly a place phrase tells where: UCDP's where_prec, a radius in km, and the region of an unresolved name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from contested.annotate.place_shapes import COARSE, Shape
from contested.gazetteer.lying import distance_km
from contested.model.annotations import PlaceMention
from contested.model.place import Place

DISTANCE = re.compile(
    r"(\d+(?:\.\d+)?|a few|several|some)[- ]?(km|kms|kilomet(?:er|re)s?|(?:nautical )?miles?|mi)\b[^.;]{0,12}\Z",
    re.IGNORECASE,
)
MILE_KM, NAUTICAL_KM, FEW_KM = 1.609, 1.852, 5.0
LIMITED, LINE, PROVINCE, COUNTRY = 2, 5, 4, 6
BETWEEN_GAP = re.compile(r"(?: \w+)? (?:and|to) (?:the )?(?:(?:city|town|village)s? of )?\Z")
RANGE_GAP = re.compile(r" (?:up |all the way )?to (?:the )?(?:(?:city|town|village) of )?\Z")
NEAR = frozenset({"near", "nearby", "close to", "around", "outside", "next to", "not far from", "in the vicinity of"})
TOWARD = frozenset({"toward", "towards"})


@dataclass(frozen=True, slots=True)
class Extents:
    """The tables of ``lexicon/place_extents.toml``."""

    radius: dict[str, float]
    added: dict[str, float]
    where_prec: dict[str, int]


@cache
def extents() -> Extents:
    """The lexicon, read once."""
    raw = tomllib.loads(files("contested.annotate").joinpath("lexicon/place_extents.toml").read_text(encoding="utf-8"))
    where_prec = {kind: int(code) for code, kinds in raw["where_prec"].items() for kind in kinds}
    return Extents(raw["radius"], raw["added"], where_prec)


def where_prec_of(kind: str | None, relation: str | None, partial: bool) -> int | None:
    """UCDP's code of a phrase: near a place, in its countryside or on the way to it 2, between two 5; None: unknown."""
    exact = extents().where_prec.get(kind or "")
    if relation == "between":
        return LINE
    if kind == "country" and partial:
        return LINE
    if exact == 1 and (partial or is_apart(relation)):
        return LIMITED
    return exact


def is_apart(relation: str | None) -> bool:
    """Whether the relation puts the event beside the place named, not in it."""
    return relation in NEAR or relation in TOWARD or relation == "along" or (relation or "").endswith(" of")


def radius_of(text: str, shape: Shape, kind: str | None, partial: bool) -> float | None:
    """The radius in km; a distance that the text gives ("12 km north of") is part of it. None: a pin says nothing."""
    known = extents()
    own = known.radius.get(kind or "")
    if own is None:
        return None
    if partial and kind not in COARSE:
        own += known.added["part"]
    relation = shape.relation or ""
    if not is_apart(relation):
        return own
    far = DISTANCE.search(text, max(0, shape.start - 60), shape.relation_start)
    if far is not None:
        number = float(far.group(1)) if far.group(1)[0].isdigit() else FEW_KM
        unit = far.group(2).lower()
        each = NAUTICAL_KM if unit.startswith("nautical") else MILE_KM if unit.startswith("mi") else 1.0
        return round(own + number * each, 1)
    return own + known.added["near" if relation in NEAR else "toward" if relation in TOWARD else "direction"]


def joined(text: str, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions with both ends of "between A and B" and "from A to B" told as between, half the way the radius."""
    found = list(mentions)
    for i, (left, right) in enumerate(pairwise(mentions)):
        gap = text[left.mention.end : right.mention.start]
        range_of = (
            left.relation == "from" and RANGE_GAP.match(gap) and text[: left.mention.start].rstrip().endswith("from")
        )
        if len(gap) > 40 or not (range_of or (left.relation == "between" and BETWEEN_GAP.match(gap))):
            continue
        radius = half_way(left, right)
        for k, one in ((i, left), (i + 1, right)):
            found[k] = replace(
                one, relation="between", precision=max(one.precision, 2), where_prec=LINE, radius_km=radius
            )
    return found


def half_way(left: PlaceMention, right: PlaceMention) -> float | None:
    """Half the way between two places in km; None where one is unresolved."""
    if not left.candidates or not right.candidates:
        return None
    return round(distance_km(left.candidates[0].place, right.candidates[0].place) / 2, 1)


def in_region(mention: PlaceMention, holders: Sequence[Place | None]) -> PlaceMention:
    """A mention that nothing surely resolves, with country and region of the first place that is said to contain it."""
    holder = next((place for place in holders if place is not None), None)
    if holder is None or mention.country is not None:
        return mention
    if holder.kind == "country":
        return replace(mention, country=holder.country, precision=3, where_prec=COUNTRY, radius_km=None)
    region = holder.kind in ("province", "state")
    admin = (holder.name,) if region else holder.admin[:1]
    return replace(
        mention,
        country=holder.country,
        admin=admin,
        precision=3,
        where_prec=PROVINCE,
        radius_km=extents().radius["province"],
    )
