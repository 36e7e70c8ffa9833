"""The most populous places within a box, to name on a map; from numbers in memory, sorted by population once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from contested.gazetteer.lookup import default_file
from contested.gazetteer.schema import open_read_only

SETTLED = "SELECT id, lat, lon, population FROM places WHERE population > 0 AND kind IN ('city', 'town', 'village') ORDER BY population DESC"  # noqa: E501
BATCH = 20_000
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Named:
    """A place to name; degrees WGS 84."""

    name: str
    lat: float
    lon: float
    population: int


class Around:
    """The settlements of one gazetteer, the most populous first."""

    def __init__(self, path: Path) -> None:
        self.path = path
        db = open_read_only(path)
        try:
            parts = list(columns(db.execute(SETTLED)))
        finally:
            db.close()
        self.ids = np.concatenate([ids for ids, _ in parts]) if parts else np.zeros(0, np.int32)
        self.points = np.concatenate([points for _, points in parts]) if parts else np.zeros((0, 2), np.float32)

    def within(self, box: Box, most: int) -> list[Named]:
        """The most populous places within west, south, east, north; over the date line where west lies east of east."""
        west, south, east, north = box
        lat, lon = self.points[:, 0], self.points[:, 1]
        inside = (lat >= south) & (lat <= north)
        if east - west < 360:
            inside &= ((lon >= west) & (lon <= east)) if west <= east else ((lon >= west) | (lon <= east))
        ids = self.ids[np.flatnonzero(inside)[:most]].tolist()
        if not ids:
            return []
        db = open_read_only(self.path)
        try:
            query = "SELECT name, lat, lon, population FROM places WHERE id = ?"
            return [Named(*db.execute(query, (id,)).fetchone()) for id in ids]
        finally:
            db.close()


def columns(
    rows: Iterator[tuple[int, float, float, int]],
) -> Iterator[tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]]:
    """Ids and points of rows, some at a time, so that memory stays small."""
    batch: list[tuple[int, float, float, int]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield packed(batch)
            batch.clear()
    if batch:
        yield packed(batch)


def packed(batch: list[tuple[int, float, float, int]]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    """Ids and (lat, lon) of some rows."""
    ids = np.array([row[0] for row in batch], dtype=np.int32)
    return ids, np.array([row[1:3] for row in batch], dtype=np.float32)


def places_within(box: Box, most: int, path: Path | None = None) -> list[Named]:
    """The most populous places within a box; raises GazetteerError where the gazetteer cannot be read."""
    file = path or default_file()
    return around(file, file.stat().st_mtime_ns).within(box, most)


@cache
def around(path: Path, _: int) -> Around:
    """The settlements of a file, read once for as long as it stays as it is."""
    return Around(path)
