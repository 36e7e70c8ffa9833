"""Who's On First tables, and any CSV or GeoJSON file with its columns named."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contested.gazetteer.entries import Entry, Origin, checked, settlement_kind
from contested.model.errors import GazetteerError

WOF = Origin("Who's On First", "CC0 1.0, GeoNames part CC BY 4.0", "https://whosonfirst.org/")
WOF_COLUMNS = frozenset({"wof_id", "name", "placetype", "lat", "lon", "altnames"})
WOF_KINDS = {
    **dict.fromkeys(("country", "dependency"), "country"),
    **dict.fromkeys(("region", "macroregion"), "province"),
    **dict.fromkeys(("county", "macrocounty", "localadmin"), "district"),
    **dict.fromkeys(("neighbourhood", "macrohood", "borough", "microhood"), "neighbourhood"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column (or GeoJSON property) holds what; ``names`` holds other names, parted by ``separator``."""

    name: str = "name"
    lat: str = "lat"
    lon: str = "lon"
    id: str | None = None
    kind: str | None = None
    country: str | None = None
    admin: tuple[str, ...] = ()
    population: str | None = None
    names: str | None = None
    separator: str = "|"


def is_wof(path: Path) -> bool:
    """Whether a CSV file has the columns of a Who's On First table."""
    return set(header(path)) >= WOF_COLUMNS


def header(path: Path) -> list[str]:
    """The column names of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return next(csv.reader(lines), [])


def read_csv(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row of a CSV file with words that say where it stands; raises GazetteerError where a row is cut off."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            for row in reader:
                if None in row or None in row.values():
                    problem = f"has not the {len(reader.fieldnames or ())} columns of the header"
                    raise GazetteerError(
                        f"{path}, line {reader.line_num}", problem, "the file is cut off or ill quoted"
                    )
                yield f"{path}, line {reader.line_num}", row
    except (csv.Error, UnicodeDecodeError) as error:
        raise GazetteerError(str(path), f"is no readable CSV file ({error})", "save it as CSV in UTF-8") from error


def read_wof(path: Path) -> Iterator[Entry]:
    """The current entries of a Who's On First table."""
    for subject, row in read_csv(path):
        if row.get("deprecated") or row.get("superseded") == "True" or row.get("is_current") == "0":
            continue
        population = number_of(row.get("population"))
        kind = WOF_KINDS.get(row["placetype"]) or wof_kind(row, population)
        lat, lon = checked(subject, row["lat"], row["lon"])
        admin = tuple(
            dict.fromkeys(n for n in (row.get("region", ""), row.get("county", "")) if n and n != row["name"])
        )
        names = tuple(name.partition(":")[2].strip() for name in row["altnames"].split("|") if ":" in name)
        names = tuple(n for n in names if n and not (len(n) <= 4 and n.isascii() and n.isupper()))
        yield Entry(
            f"wof:{row['wof_id']}", row["name"], lat, lon, kind, row.get("country") or None, admin, population, names
        )


def wof_kind(row: Mapping[str, str], population: int) -> str:
    """The kind of a locality, or of a campus by its name."""
    if row["placetype"] != "campus":
        return settlement_kind(population)
    name = row["name"].lower()
    return "airport" if "air" in name else "building"


def read_table(path: Path, columns: Columns) -> Iterator[Entry]:
    """The entries of a CSV file with the columns named."""
    missing = {columns.name, columns.lat, columns.lon} - set(header(path))
    if missing:
        remedy = f"name the columns; the file has: {', '.join(header(path)[:12]) or 'none'}"
        raise GazetteerError(str(path), f"has no column {', '.join(sorted(missing))}", remedy)
    for number, (subject, row) in enumerate(read_csv(path), 1):
        yield entry_of(subject, row, columns, f"{path.stem}:{number}", (row[columns.lat], row[columns.lon]))


def read_geojson(path: Path, columns: Columns) -> Iterator[Entry]:
    """The entries of a GeoJSON collection of points; other shapes stand for the middle of their first ring."""
    try:
        features = json.loads(path.read_text(encoding="utf-8"))["features"]
    except (ValueError, KeyError, TypeError, UnicodeDecodeError) as error:
        raise GazetteerError(str(path), f"is no GeoJSON feature collection ({error})", "it may be cut off") from error
    for number, feature in enumerate(features, 1):
        subject = f"{path}, feature {number}"
        lon, lat = point_of(subject, feature.get("geometry") or {})
        yield entry_of(subject, feature.get("properties") or {}, columns, f"{path.stem}:{number}", (lat, lon))


def point_of(subject: str, geometry: Mapping[str, Any]) -> tuple[object, object]:
    """Longitude and latitude of a geometry."""
    at = geometry.get("coordinates")
    corners = []
    while isinstance(at, list) and at and isinstance(at[0], list):
        corners, at = at, at[0]
    if not isinstance(at, list) or len(at) < 2:
        raise GazetteerError(subject, "has no coordinates", "give every feature a geometry")
    if corners and all(isinstance(c, list) and len(c) >= 2 for c in corners):
        return sum(c[0] for c in corners) / len(corners), sum(c[1] for c in corners) / len(corners)
    return at[0], at[1]


def entry_of(
    subject: str, row: Mapping[str, Any], columns: Columns, fallback: str, where: tuple[object, object]
) -> Entry:
    """The entry of one row; ``fallback`` is its ref where no column holds one."""
    name = str(row.get(columns.name) or "").strip()
    if not name:
        raise GazetteerError(subject, f"has no name in {columns.name!r}", "fill it in or leave the row out")
    lat, lon = checked(subject, *where)
    population = number_of(row.get(columns.population or ""))
    kind = str(row.get(columns.kind or "") or "") or settlement_kind(population)
    country = str(row.get(columns.country or "") or "").upper() or None
    admin = tuple(str(row[c]) for c in columns.admin if row.get(c))
    names = tuple(str(row.get(columns.names or "") or "").split(columns.separator))
    ref = str(row.get(columns.id or "") or fallback)
    return Entry(ref, name, lat, lon, kind.lower(), country, admin, population, names)


def number_of(value: object) -> int:
    """A population as a whole number; 0 where it is none."""
    try:
        return int(float(str(value).replace(",", "")))
    except (ValueError, OverflowError):
        return 0
