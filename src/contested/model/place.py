"""Place: a gazetteer entry; PlaceRef: a place as a claim names it, resolved or not."""

from __future__ import annotations

from dataclasses import dataclass

from contested.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer; degrees WGS 84, ``admin`` from the largest region down, country ISO 3166 alpha-2."""

    id: str
    name: str
    lat: float
    lon: float
    kind: str
    country: str | None = None
    admin: tuple[str, ...] = ()
    population: int = 0
    source: str = ""

    def __post_init__(self) -> None:
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            raise ValueError(f"{self.name}: no such coordinates: {self.lat}, {self.lon}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may mean, with its weight among the candidates (0 to 1, summing to at most 1)."""

    place: Place
    weight: float


@dataclass(frozen=True, slots=True)
class PlaceRef:
    """A place in a claim. ``place`` None: no gazetteer resolves the name, and there are no coordinates.

    ``precision`` is ACLED's geo_precision: 1 the named town, 2 near it or a small area, 3 a larger region.
    ``relation`` is the word that ties the event to the place: "in", "near", "west of", "between", …
    ``where_prec`` is UCDP's code, 1 to 7; ``radius_km`` how far from the coordinates the event may lie, None: unknown.
    """

    name: str
    place: str | None
    lat: float | None
    lon: float | None
    precision: int
    relation: str | None
    country: str | None
    admin: tuple[str, ...]
    mention: Mention
    where_prec: int | None = None
    radius_km: float | None = None
