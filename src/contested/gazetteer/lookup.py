"""Look a place name up by folded spelling."""

from __future__ import annotations

import os
import re
import sqlite3
import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from platformdirs import user_cache_dir

from contested.gazetteer.build import SEPARATOR, build_file
from contested.gazetteer.embedded import embedded_batches
from contested.gazetteer.folding import elements, exact, without_article
from contested.gazetteer.likeness import Likeness, Spelling, one_letter_off, spelling
from contested.gazetteer.schema import VERSION, open_read_only
from contested.model.place import Place

Level = Literal["exact", "strict", "loose", "typo"]
BY_NAME = "SELECT place FROM names WHERE exact = ? LIMIT 60"
FOLDS = "SELECT strict, written, group_concat(place) FROM folds WHERE"
BY_STRICT = f"{FOLDS} loose = ? AND strict = ? GROUP BY loose, strict, written LIMIT 50"
BY_LOOSE = f"{FOLDS} loose = ? GROUP BY loose, strict, written LIMIT 1000"
BY_NEAR = f"{FOLDS} loose IN ({{}}) GROUP BY loose, strict, written LIMIT 4000"
BY_NUMBER = """SELECT p.id, p.ref, p.name, p.lat, p.lon, p.kind, p.country, p.admin, p.population,
  o.name || ' (' || o.licence || ')', p.spellings FROM places p JOIN origins o ON o.id = p.origin WHERE p.id IN ({})"""
LEAST_LOOSE, LEAST_UNVOWELLED, LEAST_TYPO, MOST, MOST_PLACES = 0.7, 0.6, 0.7, 30, 20
SAME_DEGREES, LARGE_DEGREES, REGION_DEGREES, LARGE = 0.03, 0.1, 0.4, 20_000
SETTLED, WHOLE = frozenset({"city", "town", "village", "settlement"}), frozenset({"country", "province", "state"})
FEW, GOOD = 2, 0.72
LEAST_LETTERS, LEAST_WORDS, LONG_SKELETON = 3, 2, 4
WORDS = re.compile(r"[\s_-]+")
SURE = 2.0


@dataclass(frozen=True, slots=True)
class Match:
    """A place whose name fits, the step of folding that found it, and how alike the folds are (0 to 1).

    ``closeness`` ranks matches of all steps: 2 where nothing tells the spellings apart, else at most 1. ``own`` is
    whether the spelling is the entry's own name, ``spellings`` how many it has: with many, each is seldom meant.
    ``agreed`` is whether entries of two origins spell this place just so.
    """

    place: Place
    level: Level
    likeness: float = 1.0
    closeness: float = SURE
    own: bool = True
    spellings: int = 1
    agreed: bool = False


class Fit(NamedTuple):
    """How a spelling of an entry fits what is asked for."""

    level: Level
    likeness: float
    closeness: float


EXACT = Fit("exact", 1.0, SURE)


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
        bare, kind = (name, None) if whole else without_kind(name)
        asked = spelling(bare)
        if not asked.plain:
            return []
        found = self._by_name(asked, upto)
        without = (
            None if any(fit.level in ("exact", "strict") for fit in found.values()) else without_article(asked.plain)
        )
        if without is not None:
            add(found, self._by_name(spelling(without), upto))
        if kind is not None:
            add(found, {number: EXACT for (number,) in self._rows(BY_NAME, exact(name))})
        if upto == "typo" and len(asked.plain) > LEAST_LETTERS:
            self._add_typos(asked, found)
        order = rank if kind is None else lambda match: (not fits(kind, match.place.kind), *rank(match))
        return one_of_each(sorted(self._read(found, {asked.plain, exact(name)}), key=order))

    def _by_name(self, asked: Spelling, upto: Level) -> dict[int, Fit]:
        found: dict[int, Fit] = {}
        main = elements().same.get(asked.plain)
        for plain in {asked.plain, main or asked.plain}:
            add(found, {number: EXACT for (number,) in self._rows(BY_NAME, plain)})
        if upto == "exact":
            return found
        exactly = bool(found)
        add(found, fits_of(asked, self._rows(BY_STRICT, asked.loose, asked.strict), "strict", 0.0))
        if upto == "typo" or (upto == "loose" and (asked.unvowelled or not exactly)):
            least = LEAST_UNVOWELLED if asked.unvowelled else LEAST_LOOSE
            add(found, fits_of(asked, self._rows(BY_LOOSE, asked.loose), "loose", least))
        return found

    def _add_typos(self, asked: Spelling, found: dict[int, Fit]) -> None:
        """Add places whose skeleton differs by a letter, where few are much alike."""
        likely = sum(fit.closeness > GOOD for fit in found.values())
        # a short skeleton has neighbours by the thousand: only where nothing else is alike
        if likely < FEW and (not likely or len(asked.loose) >= LONG_SKELETON):
            near = one_letter_off(asked.loose)
            rows = self._rows(BY_NEAR.format(",".join("?" * len(near))), *near)
            add(found, fits_of(asked, rows, "typo", LEAST_TYPO))

    def _read(self, found: dict[int, Fit], asked: Collection[str]) -> list[Match]:
        """The places of the closest fits."""
        numbers = sorted(found, key=lambda number: -found[number].closeness)[:MOST]
        rows = self._rows(BY_NUMBER.format(",".join("?" * len(numbers))), *numbers) if numbers else []
        return [match_of(row, found[row[0]], asked) for row in rows]

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


def add(found: dict[int, Fit], more: Mapping[int, Fit]) -> None:
    """Keep the closer of two fits of one place, and the earlier step of folding."""
    for number, fit in more.items():
        known = found.get(number)
        if known is None or (fit.closeness, known.level != "exact") > (known.closeness, True):
            found[number] = fit


def fits_of(asked: Spelling, rows: Sequence[tuple[str, str, str]], level: Level, least: float) -> dict[int, Fit]:
    """How well the spellings of some rows fit, the best of each place; those less alike than ``least`` are left out."""
    keys = [(strict, written) for strict, written, _ in rows]
    found: dict[int, Fit] = {}
    best: dict[int, Likeness] = {}
    for (_, written, numbers), alike in zip(rows, asked.likenesses(keys), strict=True):
        if asked.unvowelled and written == asked.written:
            found |= dict.fromkeys(map(int, numbers.split(",")[:MOST]), Fit("strict", 1.0, SURE))
        elif alike.both >= least:
            for number in map(int, numbers.split(",")[:MOST]):
                best[number] = alike.best(best[number]) if number in best else alike
    for number, alike in best.items():
        if number not in found:
            found[number] = Fit(level, 1.0 if level == "strict" else alike.both, alike.closeness)
    return found


def rank(match: Match) -> tuple[float, int, int, bool, int]:
    """Sort key: closeness, countries first, size, own names before others, few names before many."""
    place = match.place
    country = 0 if place.kind == "country" else 1
    return -round(match.closeness, 3), country, -place.population, not match.own, match.spellings


def fits(wanted: str, kind: str) -> bool:
    """Whether an entry of ``kind`` may be called a ``wanted``."""
    if wanted in SETTLED:
        return kind in SETTLED
    return kind == wanted or (wanted == "province" and kind in ("state", "region"))


def without_kind(name: str) -> tuple[str, str | None]:
    """A name without its words of kind ("Idlib Governorate", "Province of Idlib"), and the kind they tell."""
    words = WORDS.split(name.strip())
    if len(words) < LEAST_WORDS:
        return name, None
    kinds = elements().kinds
    kind = kinds.get(exact(words[-1]))
    if kind is not None:
        return " ".join(words[:-1]), kind
    kind = kinds.get(exact(words[0]))
    if kind is None:
        return name, None
    return " ".join(words[2 if len(words) > LEAST_WORDS and words[1].lower() == "of" else 1 :]), kind


def one_of_each(matches: list[Match]) -> list[Match]:
    """The matches with one for each place: the closest spelling, and of several entries the most populous."""
    kept: list[Match] = []
    for match in matches:
        known = next((i for i, other in enumerate(kept) if is_same(match.place, other.place)), None)
        if known is None:
            if len(kept) < MOST_PLACES:
                kept.append(match)
            continue
        first = kept[known]
        agreed = first.agreed or (first.level == match.level == "exact" and first.place.source != match.place.source)
        place = match.place if match.place.population > first.place.population else first.place
        if agreed != first.agreed or place is not first.place:
            kept[known] = replace(first, place=place, agreed=agreed)
    return kept


def is_same(a: Place, b: Place) -> bool:
    """Whether two entries that fit one name stand for one place: by kind and country, and by how near they lie.

    A country has one entry of a name, and one province; the pin of a large town may stand anywhere in it.
    """
    if a.country != b.country:
        return False
    if a.kind in WHOLE:
        return a.kind == b.kind
    if a.kind != b.kind and not (a.kind in SETTLED and b.kind in SETTLED):
        return False
    near = REGION_DEGREES if a.kind == "district" else SAME_DEGREES
    if max(a.population, b.population) >= LARGE:
        near = LARGE_DEGREES
    return abs(a.lat - b.lat) < near and abs(a.lon - b.lon) < near


def match_of(row: tuple[Any, ...], fit: Fit, asked: Collection[str]) -> Match:
    """The match of a row of BY_NUMBER; ``asked`` are the exact forms that were asked for."""
    _, ref, name, lat, lon, kind, country, admin, population, source, spellings = row
    admins = tuple(admin.split(SEPARATOR)) if admin else ()
    place = Place(ref, name, lat, lon, kind, country, admins, population, source)
    return Match(place, fit.level, fit.likeness, fit.closeness, exact(name) in asked, spellings)


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
