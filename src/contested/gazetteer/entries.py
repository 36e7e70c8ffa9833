"""What a gazetteer is built from: entries with all their names, and the origin they came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contested.model.errors import GazetteerError


@dataclass(frozen=True, slots=True)
class Origin:
    """Where entries came from, and on what terms they may be used."""

    name: str
    licence: str
    url: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.licence})"


@dataclass(frozen=True, slots=True)
class Entry:
    """One place to be put into a gazetteer; degrees WGS 84, ``admin`` from the largest region down."""

    ref: str
    name: str
    lat: float
    lon: float
    kind: str
    country: str | None = None
    admin: tuple[str, ...] = ()
    population: int = 0
    names: tuple[str, ...] = ()
    fold: bool = True


@dataclass(frozen=True, slots=True)
class Batch:
    """The entries of one origin."""

    origin: Origin
    entries: Iterable[Entry]


def settlement_kind(population: int) -> str:
    """A settlement's kind by its size; 0 is an unknown size."""
    if population <= 0:
        return "settlement"
    return "city" if population >= 50_000 else "town" if population >= 5_000 else "village"


def checked(subject: str, lat: object, lon: object) -> tuple[float, float]:
    """Latitude and longitude as numbers; raises GazetteerError where they are none or out of range."""
    try:
        where = float(str(lat)), float(str(lon))
    except ValueError as error:
        raise GazetteerError(
            subject, f"has no coordinates ({lat!r}, {lon!r})", "fill them in or leave the row out"
        ) from error
    if not (-90 <= where[0] <= 90 and -180 <= where[1] <= 180):
        raise GazetteerError(subject, f"lies nowhere on earth: {lat}, {lon}", "are latitude and longitude swapped?")
    return where
