"""Look a place name up by folded spelling."""

from __future__ import annotations

import os
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_cache_dir
from rapidfuzz import process
from rapidfuzz.distance import Indel, Levenshtein

from contested.gazetteer.build import SEPARATOR, build_file
from contested.gazetteer.embedded import embedded_batches
from contested.gazetteer.folding import elements, exact, loose, strict, without_article
from contested.gazetteer.schema import VERSION, open_read_only
from contested.gazetteer.transliterate import is_unvowelled
from contested.model.place import Place

Level = Literal["exact", "strict", "loose", "typo"]
LEVELS: tuple[Level, ...] = ("exact", "strict", "loose", "typo")
COLUMNS = "p.ref, p.name, p.lat, p.lon, p.kind, p.country, p.admin, p.population, o.name || ' (' || o.licence || ')'"
JOIN = "JOIN places p ON p.id = n.place JOIN origins o ON o.id = p.origin"
BY_NAME = f"SELECT {COLUMNS} FROM names n {JOIN} WHERE n.exact = ? LIMIT 60"
BY_STRICT = f"SELECT {COLUMNS} FROM folds n {JOIN} WHERE n.loose = ? AND n.strict = ? LIMIT 30"
KEYS = "SELECT DISTINCT strict FROM folds WHERE loose = ? LIMIT 1000"
NEAR_KEYS = "SELECT DISTINCT strict, loose FROM folds WHERE loose >= ? AND loose < ? LIMIT 4000"
LEAST_LOOSE, LEAST_UNVOWELLED, LEAST_TYPO, MOST = 0.7, 0.6, 0.85, 8
SAME_DEGREES, REGION_DEGREES = 0.03, 0.4
FEW = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A place whose name fits, the step of folding that found it, and how alike the folds are (0 to 1)."""

    place: Place
    level: Level
    likeness: float = 1.0


class Gazetteer:
    """Places by folded name. Opens its file on the first look-up; safe to share among threads, to pickle, to fork."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._db: sqlite3.Connection | None = None
        self._pid = 0
        self._lock = threading.Lock()
        self._found: dict[tuple[str, Level, bool], tuple[Match, ...]] = {}

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path | None]]:
        return type(self), (self.path,)

    def lookup(self, name: str, limit: int = 5) -> list[Place]:
        """The places ``name`` may mean, likeliest first, every step of folding tried."""
        return [match.place for match in self.matches(name, "typo")[:limit]]

    def matches(self, name: str, upto: Level = "loose", whole: bool = False) -> tuple[Match, ...]:
        """All places ``name`` may mean, exact spellings first; no step of folding beyond ``upto`` is tried.

        Words of kind ("Idlib Governorate") are taken off unless ``whole`` is set.
        """
        key = (name, upto, whole)
        found = self._found.get(key)
        if found is None:
            found = tuple(self._search(name, upto, whole))
            if len(self._found) > 200_000:
                self._found.clear()
            self._found[key] = found
        return found

    def _search(self, name: str, upto: Level, whole: bool) -> list[Match]:
        plain, kind = (exact(name), None) if whole else without_kind(exact(name))
        if not plain:
            return []
        raw = name if is_unvowelled(name) else plain
        best = self._by_name(plain, raw, upto)
        bare = None if is_sure(best) else without_article(plain)
        if bare is not None:
            for match in self._by_name(bare, bare, upto).values():
                keep(best, match)
        if len(best) < FEW and upto == "typo" and len(plain) > 4:
            for match in self._by_typo(strict(raw)).values():
                keep(best, match)
        order = rank if kind is None else lambda match: (not fits(kind, match.place.kind), *rank(match))
        return one_of_each(sorted(best.values(), key=order))

    def _by_name(self, plain: str, raw: str, upto: Level) -> dict[str, Match]:
        best: dict[str, Match] = {}
        main = elements().same.get(plain)
        for spelling in {plain, main or plain}:
            for row in self._rows(BY_NAME, spelling):
                keep(best, Match(place_of(row), "exact"))
        if upto == "exact":
            return best
        key = strict(raw)
        for row in self._rows(BY_STRICT, loose(key), key):
            keep(best, Match(place_of(row), "strict"))
        if upto != "strict" and (raw is not plain or not is_exact(best)):
            self._add_loose(key, best, LEAST_LOOSE if raw is plain else LEAST_UNVOWELLED)
        return best

    def _add_loose(self, key: str, best: dict[str, Match], least: float) -> None:
        keys = [other for (other,) in self._rows(KEYS, loose(key)) if other != key]
        alike = process.extract(key, keys, scorer=Indel.normalized_similarity, score_cutoff=least, limit=MOST)
        for other, likeness, _ in alike:
            for row in self._rows(BY_STRICT, loose(key), other):
                keep(best, Match(place_of(row), "loose", likeness))

    def _by_typo(self, key: str) -> dict[str, Match]:
        head = loose(key)[:3]
        best: dict[str, Match] = {}
        keys = dict(self._rows(NEAR_KEYS, head, head + "\x7f"))
        alike = process.extract(
            key, list(keys), scorer=Levenshtein.normalized_similarity, score_cutoff=LEAST_TYPO, limit=5
        )
        for other, likeness, _ in alike:
            for row in self._rows(BY_STRICT, keys[other], other):
                keep(best, Match(place_of(row), "typo", likeness))
        return best

    def _rows(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        with self._lock:
            if self._db is None or self._pid != os.getpid():
                self._db, self._pid = open_read_only(self.path or default_file()), os.getpid()
            return self._db.execute(query, values).fetchall()

    def origins(self) -> list[tuple[str, str, str, str]]:
        """Name, licence, address and day of entry of everything the gazetteer was built from."""
        return [
            (str(name), str(licence), str(url), str(added))
            for name, licence, url, added in self._rows("SELECT name, licence, url, added FROM origins")
        ]


def keep(best: dict[str, Match], match: Match) -> None:
    """Keep the better of two matches of one place."""
    known = best.get(match.place.id)
    if known is None or rank(match) < rank(known):
        best[match.place.id] = match


def rank(match: Match) -> tuple[int, float, int, int]:
    """Sort key: level, likeness, size, then settlements before regions and countries before all."""
    size = match.place.population
    return LEVELS.index(match.level), -round(match.likeness, 2), 0 if match.place.kind == "country" else 1, -size


def fits(wanted: str, kind: str) -> bool:
    """Whether an entry of ``kind`` may be called a ``wanted``."""
    settlements = ("city", "town", "village", "settlement")
    if wanted in settlements:
        return kind in settlements
    return kind == wanted or (wanted == "province" and kind in ("state", "region"))


def without_kind(plain: str) -> tuple[str, str | None]:
    """An exact form without its words of kind ("idlib governorate", "province of idlib"), and the kind they tell."""
    words = plain.split(" ")
    kinds = elements().kinds
    kind = None
    if len(words) > 1 and words[-1] in kinds:
        kind = kinds[words.pop()]
    elif len(words) > 1 and words[0] in kinds:
        kind = kinds[words.pop(0)]
        if len(words) > 1 and words[0] == "of":
            words.pop(0)
    return " ".join(words), kind


def one_of_each(matches: list[Match]) -> list[Match]:
    """The matches without those that are the same place from another origin: like in kind, and within a short walk."""
    kept: list[Match] = []
    for match in matches:
        place = match.place
        if not any(is_same(place, other.place) for other in kept):
            kept.append(match)
    return kept


def is_same(a: Place, b: Place) -> bool:
    """Whether two entries stand for one place."""
    settled = ("city", "town", "village", "settlement")
    alike = a.kind == b.kind or (a.kind in settled and b.kind in settled)
    near = REGION_DEGREES if a.kind in ("province", "state", "district") else SAME_DEGREES
    return alike and a.country == b.country and abs(a.lat - b.lat) < near and abs(a.lon - b.lon) < near


def is_exact(best: dict[str, Match]) -> bool:
    """Whether an exact spelling is among the matches."""
    return any(match.level == "exact" for match in best.values())


def is_sure(best: dict[str, Match]) -> bool:
    """Whether an exact spelling or a strict fold is among the matches."""
    return any(match.level in ("exact", "strict") for match in best.values())


def place_of(row: tuple[Any, ...]) -> Place:
    """The Place of a row of COLUMNS."""
    ref, name, lat, lon, kind, country, admin, population, source = row
    return Place(ref, name, lat, lon, kind, country, tuple(admin.split(SEPARATOR)) if admin else (), population, source)


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer at ``path``, else the user's own; nothing is read, or built, before the first look-up."""
    return Gazetteer(path)


def user_file() -> Path:
    """Where the user's gazetteer lies, or will lie."""
    return Path(user_cache_dir("contested")) / f"gazetteer-{VERSION}.sqlite"


def default_file() -> Path:
    """The user's gazetteer, built from installed data in some seconds where there is none yet."""
    path = user_file()
    if not path.is_file():
        build_file(path, embedded_batches())
    return path
