"""Bring a file's places into the user's gazetteer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Literal

from contested.gazetteer.build import build_file
from contested.gazetteer.entries import Batch, Entry, Origin
from contested.gazetteer.geonames import ORIGIN as GEONAMES
from contested.gazetteer.geonames import read_dump
from contested.gazetteer.lookup import default_file
from contested.gazetteer.tables import WOF, Columns, is_wof, read_geojson, read_table, read_wof
from contested.model.errors import GazetteerError

Format = Literal["geonames", "wof", "csv", "geojson"]


@dataclass(frozen=True, slots=True)
class Imported:
    """How many entries came in, from where, into which file."""

    entries: int
    origin: Origin
    path: Path


def import_file(
    path: Path,
    target: Path | None = None,
    format: Format | None = None,
    columns: Columns | None = None,
    origin: Origin | None = None,
) -> Imported:
    """Add the places of ``path`` to the gazetteer ``target`` (the user's where None); the same ref is replaced.

    ``format`` is told from the file where None; ``columns`` name what a CSV or GeoJSON file holds; ``origin`` is kept
    with every entry. Raises GazetteerError naming file, line and remedy; the gazetteer is then as it was.
    """
    if not path.is_file():
        raise GazetteerError(str(path), "no such file", "check the path")
    chosen = format or guess_format(path)
    source = origin or default_origin(chosen, path)
    into = target or default_file()
    entries = read_entries(path, chosen, columns or Columns())
    first = next(entries, None)
    if first is None:
        raise GazetteerError(str(path), "holds no places", "check the format and the columns")
    count = build_file(into, [Batch(source, chain([first], entries))], base=into if into.is_file() else None)
    return Imported(count, source, into)


def guess_format(path: Path) -> Format:
    """The format that a file's name and first line tell."""
    suffix = path.suffix.lower()
    if suffix in (".geojson", ".json"):
        return "geojson"
    if suffix == ".csv":
        return "wof" if is_wof(path) else "csv"
    if suffix in (".zip", ".txt"):
        return "geonames"
    raise GazetteerError(
        str(path), f"is of no known format ({suffix or 'no ending'})", "name the format: geonames, wof, csv or geojson"
    )


def default_origin(chosen: Format, path: Path) -> Origin:
    """The origin where the caller gives none; a file of one's own has an unknown licence, and says so."""
    known = {"geonames": GEONAMES, "wof": WOF}
    return known.get(chosen) or Origin(path.name, "licence unknown")


def read_entries(path: Path, chosen: Format, columns: Columns) -> Iterator[Entry]:
    """The entries of a file of a known format."""
    if chosen == "geonames":
        return read_dump(path)
    if chosen == "wof":
        return read_wof(path)
    return read_geojson(path, columns) if chosen == "geojson" else read_table(path, columns)
