"""How two places lie to each other, as far as names and distance tell."""

from __future__ import annotations

import math
from functools import lru_cache

from contested.gazetteer.folding import strict
from contested.model.place import Place

CITY_KM = 60.0


def lies_in(place: Place, container: Place) -> bool:
    """Whether ``place`` lies in ``container`` as far as names and distance tell."""
    if place.id == container.id or place.country != container.country:
        return False
    if container.kind == "country":
        return place.kind != "country"
    inside = region_key(container.name) in map(region_key, place.admin)
    if container.kind in ("state", "province"):
        return inside
    # "in Homs" may mean the province around the city
    return inside or distance_km(place, container) < CITY_KM


@lru_cache(maxsize=10_000)
def region_key(name: str) -> str:
    """A region's name as two sources share it ("Hasaka (Al Haksa)", "Al-Hasakah")."""
    return strict(name.partition("(")[0])


def distance_km(a: Place, b: Place) -> float:
    """Kilometres between two places, by the equirectangular approximation."""
    x = math.radians(b.lon - a.lon) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 6371.0 * math.hypot(x, math.radians(b.lat - a.lat))
