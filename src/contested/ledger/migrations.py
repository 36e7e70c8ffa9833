"""The schema as named steps, each one transaction together with its record; a step once released never changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from contested.ledger.incident_schema import forbid, keep_incidents, keep_judgements, keep_reviews
from contested.model.errors import LedgerError

APPLICATION_ID = 0x436E7464  # "Cntd", so that another program's SQLite file is told from a ledger
Migration = Callable[[sqlite3.Connection], None]


def create_record(db: sqlite3.Connection) -> None:
    """Runs, reports and where they appeared, readings and the claims they told, skips."""
    for statement in RECORD:
        db.execute(statement)


def forbid_changes(db: sqlite3.Connection) -> None:
    """Refuse UPDATE and DELETE on every table of the record."""
    for table in ("run", "run_end", "report", "appearance", "reading", "claim", "told", "label", "skip"):
        forbid(db, table)


def view_newest(db: sqlite3.Connection) -> None:
    """The newest reading of each report, the claims it tells, and the claims that only older readings tell."""
    db.execute("CREATE VIEW newest_reading AS SELECT report, max(id) AS reading FROM reading GROUP BY report")
    db.execute(
        "CREATE VIEW current_claim AS SELECT t.claim, t.reading, t.position, t.confidence "
        "FROM told t JOIN newest_reading n ON n.reading = t.reading"
    )
    db.execute(
        "CREATE VIEW superseded_claim AS SELECT c.id AS claim FROM claim c "
        "WHERE c.id NOT IN (SELECT claim FROM current_claim)"
    )


MIGRATIONS: tuple[Migration, ...] = (
    create_record, forbid_changes, view_newest, keep_judgements, keep_incidents, keep_reviews,
)  # fmt: skip

RECORD = (
    """CREATE TABLE run (
        id INTEGER PRIMARY KEY, started TEXT NOT NULL, version TEXT NOT NULL,
        rules TEXT NOT NULL, options TEXT NOT NULL)""",
    "CREATE TABLE run_end (run INTEGER PRIMARY KEY REFERENCES run, ended TEXT NOT NULL, outcome TEXT NOT NULL)",
    """CREATE TABLE report (
        id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, text TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run)""",
    # One row for each name a text came under. kind: first, amended (same place, told differently) or copy.
    # text is NULL where it is, letter by letter, the report's.
    """CREATE TABLE appearance (
        id INTEGER PRIMARY KEY, report TEXT NOT NULL REFERENCES report, kind TEXT NOT NULL,
        ref TEXT NOT NULL, origin TEXT NOT NULL, nth INTEGER NOT NULL, publisher TEXT, published TEXT, url TEXT,
        facts TEXT NOT NULL, digest TEXT NOT NULL, text TEXT, run INTEGER NOT NULL REFERENCES run,
        UNIQUE (report, ref, origin, nth, digest))""",
    """CREATE TABLE reading (
        id INTEGER PRIMARY KEY, report TEXT NOT NULL REFERENCES report,
        appearance INTEGER NOT NULL REFERENCES appearance, rules TEXT NOT NULL, claims INTEGER NOT NULL, note TEXT,
        run INTEGER NOT NULL REFERENCES run, UNIQUE (appearance, rules))""",
    """CREATE TABLE claim (
        id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES report, event TEXT NOT NULL, factuality TEXT NOT NULL,
        time_start TEXT, time_end TEXT, body TEXT NOT NULL)""",
    """CREATE TABLE told (
        reading INTEGER NOT NULL REFERENCES reading, claim TEXT NOT NULL REFERENCES claim,
        position INTEGER NOT NULL, confidence REAL NOT NULL, PRIMARY KEY (reading, claim)) WITHOUT ROWID""",
    # Ids and folded names to search by; role is place, actor or source.
    """CREATE TABLE label (
        role TEXT NOT NULL, value TEXT NOT NULL, claim TEXT NOT NULL REFERENCES claim,
        PRIMARY KEY (role, value, claim)) WITHOUT ROWID""",
    """CREATE TABLE skip (
        origin TEXT NOT NULL, problem TEXT NOT NULL, remedy TEXT NOT NULL, run INTEGER NOT NULL REFERENCES run,
        PRIMARY KEY (origin, problem)) WITHOUT ROWID""",
    "CREATE INDEX appearance_report ON appearance (report)",
    "CREATE INDEX appearance_ref ON appearance (ref)",
    "CREATE INDEX reading_report ON reading (report)",
    "CREATE INDEX claim_report ON claim (report)",
    "CREATE INDEX claim_event ON claim (event)",
    "CREATE INDEX claim_time ON claim (time_start, time_end)",
    "CREATE INDEX told_claim ON told (claim)",
)


def migrate(db: sqlite3.Connection, path: Path | str) -> None:
    """Bring the schema up to date; raises LedgerError where the file is no ledger or a newer one."""
    done = applied(db, path)
    if not done:
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for migration in MIGRATIONS:
        if migration.__name__ in done:
            continue
        db.execute("BEGIN IMMEDIATE")
        try:
            db.execute("CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied TEXT NOT NULL)")
            migration(db)
            db.execute("INSERT INTO migration VALUES (?, ?)", (migration.__name__, now()))
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def applied(db: sqlite3.Connection, path: Path | str) -> set[str]:
    """The names of the steps a file has had; raises LedgerError where it is no ledger or a newer one."""
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return set()
    if "migration" not in tables or db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LedgerError(str(path), "is a database of another program", "choose another file with --ledger")
    names = {name for (name,) in db.execute("SELECT name FROM migration")}
    unknown = names - {migration.__name__ for migration in MIGRATIONS}
    if unknown:
        raise LedgerError(
            str(path),
            f"was written by a newer Contested (it has {', '.join(sorted(unknown))})",
            "upgrade with: pip install --upgrade contested",
        )
    return names


def now() -> str:
    """This moment, UTC, to the second, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")
