"""The gazetteer's own SQLite file: its tables, its version, and opening it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from contested.model.errors import GazetteerError

VERSION = 13
MAPPED = 1 << 28  # bytes
TABLES = """
CREATE TABLE origins (id INTEGER PRIMARY KEY, name TEXT UNIQUE, licence TEXT, url TEXT, added TEXT);
CREATE TABLE places (
  id INTEGER PRIMARY KEY, ref TEXT, name TEXT, lat REAL, lon REAL, kind TEXT, country TEXT, admin TEXT,
  population INTEGER, origin INTEGER REFERENCES origins (id), spellings INTEGER);
CREATE TABLE names (exact TEXT, place INTEGER, PRIMARY KEY (exact, place)) WITHOUT ROWID;
CREATE TABLE folds (loose TEXT, strict TEXT, written TEXT, place INTEGER,
  PRIMARY KEY (loose, strict, written, place)) WITHOUT ROWID;
"""
INDEXES = "CREATE UNIQUE INDEX IF NOT EXISTS places_ref ON places (ref)"


def create(path: Path) -> sqlite3.Connection:
    """A new, empty gazetteer file, open for writing without a journal: it is thrown away if the build fails."""
    db = sqlite3.connect(path)
    db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;" + TABLES)
    db.execute(f"PRAGMA user_version = {VERSION}")
    return db


def open_read_only(path: Path) -> sqlite3.Connection:
    """The file at ``path``; raises GazetteerError where it is missing, broken or of another version."""
    if not path.is_file():
        raise GazetteerError(
            str(path), "no such gazetteer", "build one with: contested gazetteer add, or leave the path out"
        )
    try:
        # immutable: a rebuilt gazetteer replaces the file and never writes into it, so no locks are needed
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        db.execute(f"PRAGMA mmap_size = {MAPPED}")  # pages are read in place, not copied one by one
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.execute("SELECT 1 FROM places LIMIT 1").fetchone()
    except sqlite3.DatabaseError as error:
        raise GazetteerError(
            str(path), f"is no gazetteer file ({error})", "delete it, it is rebuilt on next use"
        ) from error
    if version != VERSION:
        raise GazetteerError(
            str(path), f"is of version {version}, this program reads {VERSION}", "delete it and build it anew"
        )
    return db
