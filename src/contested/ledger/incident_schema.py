"""Schema steps for judgements, which are record, and for incidents, which are derived and may be made anew."""

from __future__ import annotations

import sqlite3


def keep_judgements(db: sqlite3.Connection) -> None:
    """What persons decide, append-only like the rest of the record."""
    db.execute(
        """CREATE TABLE judgement (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, claims TEXT NOT NULL,
        who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, undoes TEXT REFERENCES judgement (id))"""
    )
    forbid(db, "judgement")


def forbid(db: sqlite3.Connection, table: str) -> None:
    """Refuse UPDATE and DELETE on a table of the record."""
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER no_{verb.lower()}_{table} BEFORE {verb} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
        )


def keep_reviews(db: sqlite3.Connection) -> None:
    """What a review decides about a field, and whether its coder worked blind."""
    db.execute("ALTER TABLE judgement ADD COLUMN field TEXT")
    db.execute("ALTER TABLE judgement ADD COLUMN value TEXT")
    db.execute("ALTER TABLE judgement ADD COLUMN coding TEXT NOT NULL DEFAULT 'open'")
    db.execute("CREATE INDEX judgement_who ON judgement (who, number)")


def keep_incidents(db: sqlite3.Connection) -> None:
    """Incidents as derived: one build for now, and one for every day asked about; scores are kept to spare work."""
    for statement in DERIVED:
        db.execute(statement)


DERIVED = (
    # as_of: reports published by then; read_by: read by then; '' is no limit.
    """CREATE TABLE build (
        id INTEGER PRIMARY KEY, as_of TEXT NOT NULL, read_by TEXT NOT NULL, digest TEXT NOT NULL, made TEXT NOT NULL,
        UNIQUE (as_of, read_by))""",
    """CREATE TABLE incident (
        build INTEGER NOT NULL REFERENCES build ON DELETE CASCADE, id TEXT NOT NULL, rank INTEGER NOT NULL,
        event TEXT NOT NULL, first_day TEXT, last_day TEXT, reports INTEGER NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (build, id))""",
    """CREATE TABLE member (
        build INTEGER NOT NULL REFERENCES build ON DELETE CASCADE, claim TEXT NOT NULL, incident TEXT NOT NULL,
        PRIMARY KEY (build, claim)) WITHOUT ROWID""",
    """CREATE TABLE holding (
        build INTEGER NOT NULL REFERENCES build ON DELETE CASCADE, place TEXT NOT NULL, body TEXT NOT NULL)""",
    """CREATE TABLE repetition (
        build INTEGER NOT NULL REFERENCES build ON DELETE CASCADE, later TEXT NOT NULL, earlier TEXT NOT NULL,
        kind TEXT NOT NULL, share REAL NOT NULL, why TEXT NOT NULL)""",
    "CREATE INDEX member_incident ON member (build, incident)",
    "CREATE INDEX holding_place ON holding (build, place)",
    """CREATE TABLE compared (
        one TEXT NOT NULL, other TEXT NOT NULL, rules TEXT NOT NULL, score REAL NOT NULL,
        PRIMARY KEY (one, other, rules)) WITHOUT ROWID""",
)
