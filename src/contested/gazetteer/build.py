"""Write a gazetteer file: beside its place first, then moved there in one step; a failure leaves the old one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from contested.gazetteer.arabic_letters import LANDS, as_written
from contested.gazetteer.entries import Batch, Entry, Origin
from contested.gazetteer.folding import exact, loose, strict, strict_of
from contested.gazetteer.schema import INDEXES, create, open_read_only

SEPARATOR = "\x1f"
CHUNK = 20_000
Fold = tuple[str, str, str, int]


def build_file(path: Path, batches: Iterable[Batch], base: Path | None = None) -> int:
    """Write ``batches``, upon the entries of ``base`` where given, to ``path``; returns how many entries came in.

    An entry replaces the one of the same ref. On any error ``path`` stays as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside(path) as draft:
        with closing(start(draft, base)) as db:
            db.execute("DROP INDEX IF EXISTS places_ref")
            count = sum(add_batch(db, batch) for batch in batches)
            db.execute(INDEXES)
            db.commit()
        draft.replace(path)
    return count


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """A draft's path in the folder of ``path``, removed afterwards if it is still there."""
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".draft", dir=path.parent)
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def start(draft: Path, base: Path | None) -> sqlite3.Connection:
    """An empty file, or a copy of ``base``, open for writing; raises GazetteerError where that is broken or old."""
    if base is None:
        draft.unlink()
        return create(draft)
    open_read_only(base).close()
    shutil.copyfile(base, draft)
    db = sqlite3.connect(draft)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
    return db


def add_batch(db: sqlite3.Connection, batch: Batch) -> int:
    """Insert one origin's entries; returns how many."""
    origin = origin_id(db, batch.origin)
    first = db.execute("SELECT coalesce(max(id), 0) + 1 FROM places").fetchone()[0]
    old = {} if first == 1 else dict(db.execute("SELECT ref, id FROM places"))
    db.executescript("CREATE TEMP TABLE new_names (a, b); CREATE TEMP TABLE new_folds (a, b, c, d);")
    seen: set[str] = set()
    chunk: list[tuple[int, Entry]] = []
    for entry in batch.entries:
        if entry.ref in seen:
            continue
        chunk.append((first + len(seen), entry))
        seen.add(entry.ref)
        if len(chunk) == CHUNK:
            insert(db, chunk, origin)
            chunk = []
    insert(db, chunk, origin)
    remove(db, [(old[ref],) for ref in seen if ref in old])
    # sorted once at the end: filling the indexes in order takes a fraction of the time
    db.executescript(
        "INSERT OR IGNORE INTO names SELECT a, b FROM new_names ORDER BY a, b;"
        "INSERT OR IGNORE INTO folds SELECT a, b, c, d FROM new_folds ORDER BY a, b, c, d;"
        "DROP TABLE new_names; DROP TABLE new_folds;"
    )
    return len(seen)


def insert(db: sqlite3.Connection, chunk: Sequence[tuple[int, Entry]], origin: int) -> None:
    """Insert some entries, and their names into the tables that are sorted at the end."""
    names: list[tuple[str, int]] = []
    folds: list[Fold] = []
    counts = [add_names(entry, number, names, folds) for number, entry in chunk]
    rows = ((*place_row(number, entry, origin), n) for (number, entry), n in zip(chunk, counts, strict=True))
    db.executemany("INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
    db.executemany("INSERT INTO new_names VALUES (?,?)", names)
    db.executemany("INSERT INTO new_folds VALUES (?,?,?,?)", folds)


def remove(db: sqlite3.Connection, numbers: list[tuple[int]]) -> None:
    """Delete places by number, with their names."""
    if not numbers:
        return
    db.execute("CREATE TEMP TABLE gone (id INTEGER PRIMARY KEY)")
    db.executemany("INSERT OR IGNORE INTO gone VALUES (?)", numbers)
    db.execute("DELETE FROM names WHERE place IN (SELECT id FROM gone)")
    db.execute("DELETE FROM folds WHERE place IN (SELECT id FROM gone)")
    db.execute("DELETE FROM places WHERE id IN (SELECT id FROM gone)")
    db.execute("DROP TABLE gone")


def origin_id(db: sqlite3.Connection, origin: Origin) -> int:
    """The number of an origin, entered if it is new."""
    now = datetime.now(UTC).date().isoformat()
    db.execute(
        "INSERT INTO origins (name, licence, url, added) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET added = ?",
        (origin.name, origin.licence, origin.url, now, now),
    )
    return int(db.execute("SELECT id FROM origins WHERE name = ?", (origin.name,)).fetchone()[0])


def place_row(number: int, entry: Entry, origin: int) -> tuple[object, ...]:
    """The row of table ``places``."""
    where = (round(entry.lat, 5), round(entry.lon, 5))
    admin = SEPARATOR.join(entry.admin)
    return (number, entry.ref, entry.name, *where, entry.kind, entry.country, admin, entry.population, origin)


def add_names(entry: Entry, number: int, names: list[tuple[str, int]], folds: list[Fold]) -> int:
    """Append the spellings of an entry and their folds, and return how many spellings it has.

    A name in a script without a romanisation is left out. Of two ways to write one spelling, the one with marks stays.
    """
    spellings: dict[str, str] = {}
    for name in (entry.name, *entry.names):
        plain = exact(name)
        if plain and plain.isascii() and (plain not in spellings or not name.isascii()):
            spellings[plain] = name
    names += [(plain, number) for plain in spellings]
    if entry.fold:
        keys = {key_pair(plain, name, entry.country) for plain, name in spellings.items()}
        folds += [(loose(key), key, written, number) for key, written in keys if key]
    return len(spellings)


def key_pair(plain: str, name: str, country: str | None) -> tuple[str, str]:
    """The strict fold of a name and, in lands of Arabic script, how it is written there; ``plain``: its exact form."""
    key = strict_of(plain) if name.isascii() and "rh" not in plain else strict(name)
    return key, as_written(name) if country is None or country in LANDS else ""
