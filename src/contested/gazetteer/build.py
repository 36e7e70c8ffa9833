"""Write a gazetteer file: beside its place first, then moved there in one step, so that a failure leaves the old one."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from contested.gazetteer.entries import Batch, Entry, Origin
from contested.gazetteer.folding import exact, loose, strict
from contested.gazetteer.schema import INDEXES, create

SEPARATOR = "\x1f"


def build_file(path: Path, batches: Iterable[Batch], base: Path | None = None) -> int:
    """Write ``batches``, upon the entries of ``base`` where given, to ``path``; returns how many entries came in.

    An entry replaces the one of the same ref. On any error ``path`` stays as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside(path) as draft:
        with closing(start(draft, base)) as db:
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
    """An empty file, or a copy of ``base``, open for writing."""
    if base is None:
        draft.unlink()
        return create(draft)
    shutil.copyfile(base, draft)
    db = sqlite3.connect(draft)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
    return db


def add_batch(db: sqlite3.Connection, batch: Batch) -> int:
    """Insert one origin's entries; returns how many."""
    origin = origin_id(db, batch.origin)
    first = db.execute("SELECT coalesce(max(id), 0) + 1 FROM places").fetchone()[0]
    old = {} if first == 1 else dict(db.execute("SELECT ref, id FROM places"))
    places: dict[str, tuple[object, ...]] = {}
    names: list[tuple[str, int]] = []
    folds: list[tuple[str, str, int]] = []
    replaced: list[tuple[int]] = []
    for entry in batch.entries:
        if entry.ref in places:
            continue
        number = first + len(places)
        places[entry.ref] = place_row(number, entry, origin)
        add_names(entry, number, names, folds)
        if entry.ref in old:
            replaced.append((old[entry.ref],))
    remove(db, replaced)
    insert(db, "places", places.values())
    insert(db, "names", sorted(names))
    insert(db, "folds", sorted(folds))
    return len(places)


def insert(db: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Insert rows that all have the table's width."""
    width = {"places": 10, "names": 2, "folds": 3}[table]
    db.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({','.join('?' * width)})", rows)


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
        "INSERT INTO origins (name, licence, url, added) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET added = ?",
        (origin.name, origin.licence, origin.url, now, now),
    )
    return int(db.execute("SELECT id FROM origins WHERE name = ?", (origin.name,)).fetchone()[0])


def place_row(number: int, entry: Entry, origin: int) -> tuple[object, ...]:
    """The row of table ``places``."""
    where = (round(entry.lat, 5), round(entry.lon, 5))
    admin = SEPARATOR.join(entry.admin)
    return (number, entry.ref, entry.name, *where, entry.kind, entry.country, admin, entry.population, origin)


def add_names(entry: Entry, number: int, names: list[tuple[str, int]], folds: list[tuple[str, str, int]]) -> None:
    """Append the spellings of an entry and their folds; a name in a script without a romanisation is left out."""
    spellings = {plain for name in (entry.name, *entry.names) if (plain := exact(name)) and plain.isascii()}
    names += [(plain, number) for plain in spellings]
    if entry.fold:
        folds += [(loose(key), key, number) for key in {strict(plain) for plain in spellings}]
