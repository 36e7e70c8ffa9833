"""A small gazetteer of invented and real places, built once."""

from __future__ import annotations

from pathlib import Path

import pytest

from contested.gazetteer.build import build_file
from contested.gazetteer.entries import Batch, Entry, Origin
from contested.gazetteer.lookup import Gazetteer

ORIGIN = Origin("Survey of the tests", "CC0 1.0", "https://example.org/")


def entry(ref: str, name: str, where: tuple[float, float], kind: str = "village", **rest: object) -> Entry:
    """An entry in Syria unless told otherwise."""
    return Entry(ref, name, *where, kind, **({"country": "SY"} | rest))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Towns in two countries, some of one name."""
    path = tmp_path_factory.mktemp("gazetteer") / "small.sqlite"
    build_file(path, [Batch(ORIGIN, ENTRIES)])
    return Gazetteer(path)


ENTRIES = [
    entry("t:1", "Saraqib", (35.86, 36.81), "town", admin=("Idlib",), population=34_000, names=("سراقب",)),
    entry("t:2", "Idlib", (35.93, 36.63), "city", admin=("Idlib",), population=128_000),
    entry("t:3", "Idlib", (35.8, 36.6), "province"),
    entry("t:4", "Aleppo", (36.2, 37.16), "city", admin=("Aleppo",), population=1_600_000, names=("Halab",)),
    entry("t:5", "Aleppo", (36.2, 37.5), "province"),
    entry("t:6", "Tall Rahhal", (36.34, 37.39), admin=("Aleppo",)),
    entry("t:7", "Tall Rahal", (33.0, 44.0), country="IQ", admin=("Baghdad",)),
    entry("t:8", "Paris", (48.85, 2.35), "city", country="FR", population=2_100_000, fold=False),
    entry("t:9", "Paris", (33.66, -95.55), "town", country="US", admin=("Texas",), population=25_000, fold=False),
    entry("t:10", "Texas", (31.0, -100.0), "state", country="US", fold=False),
    entry("t:11", "Syria", (35.0, 38.0), "country", population=20_000_000),
    entry("t:12", "France", (46.0, 2.0), "country", country="FR", population=60_000_000),
]


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    """A gazetteer file that a test may change."""
    path = tmp_path / "user.sqlite"
    build_file(path, [Batch(ORIGIN, ENTRIES)])
    return path
