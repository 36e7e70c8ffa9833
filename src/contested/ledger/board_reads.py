"""What a board is made of, and what the desk asks the ledger beside it: by an index, whatever its size."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any

from pydantic_core import from_json

from contested.ledger.connection import PATIENCE, connect_to_read
from contested.ledger.failures import ledger_errors
from contested.ledger.incidents import Incidents, Repetition
from contested.ledger.reads import CLAIM_ROWS, Ledger
from contested.ledger.writer import stored_report
from contested.model.claim import Claim
from contested.model.report import Report

CONNECTIONS = 8
LAST_WAIT = 0.5  # seconds, at the end
MOST_REFS = 2000
MOST_VALUES = 900
CURRENT = """SELECT c.body, t.confidence, a.id, a.facts FROM told t JOIN claim c ON c.id = t.claim
    JOIN reading g ON g.id = t.reading JOIN appearance a ON a.id = g.appearance
    WHERE t.reading = (SELECT max(id) FROM reading WHERE report = ?) ORDER BY t.position"""


class Readers:
    """Connections to read a ledger, lent to one thread at a time; raises LedgerError where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with connect_to_read(path):
            pass
        self.idle: LifoQueue[Ledger | None] = LifoQueue()
        for _ in range(CONNECTIONS):
            self.idle.put(None)
        self.closed = False

    @contextmanager
    def one(self) -> Iterator[Ledger]:
        """A ledger of one's own for a while."""
        ledger = self.idle.get()
        try:
            if ledger is None:
                ledger = Ledger(connect_anywhere(self.path), self.path)
            yield ledger
        finally:
            if ledger is not None and len(ledger.refs) > MOST_REFS:
                ledger.refs.clear()
            self.idle.put(ledger)

    def close(self) -> None:
        """Close what is open; who still reads is waited for a moment."""
        for _ in range(0 if self.closed else CONNECTIONS):
            with suppress(Empty):
                ledger = self.idle.get(timeout=LAST_WAIT)
                if ledger is not None:
                    ledger.db.close()
        self.closed = True


def connect_anywhere(path: Path) -> sqlite3.Connection:
    """A read-only connection for any thread; where the folder cannot be written, a ledger at rest is unchanging."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    with ledger_errors(path):
        db = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            db.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            db.close()
            db = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None, check_same_thread=False)
        return db


def bodies(ledger: Ledger, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Claims as plain values by id, with the confidence of their newest telling; ids not told are left out."""
    found: dict[str, dict[str, Any]] = {}
    with ledger_errors(ledger.path):
        for start in range(0, len(ids), MOST_VALUES):
            part = ids[start : start + MOST_VALUES]
            marks = ", ".join("?" * len(part))
            query = f"SELECT c.id, c.body, t.confidence FROM claim c JOIN told t ON t.claim = c.id WHERE c.id IN ({marks}) ORDER BY t.reading"  # noqa: E501
            for id, body, confidence in ledger.db.execute(query, part):
                found[id] = from_json(body) | {"confidence": confidence}
    return found


def claims_by_id(ledger: Ledger, ids: Sequence[str]) -> dict[str, Claim]:
    """Claims by id, as their newest telling has them; ids not told are left out."""
    found: dict[str, Claim] = {}
    with ledger_errors(ledger.path):
        for start in range(0, len(ids), MOST_VALUES):
            part = ids[start : start + MOST_VALUES]
            where = f"c.id IN ({', '.join('?' * len(part))})"
            query = CLAIM_ROWS.format(told="told", where=where, order="t.reading")
            for row in ledger.db.execute(query, (*part, -1)):
                claim = ledger.claim_of(*row)
                found[claim.id] = claim
    return found


def current_claims(ledger: Ledger) -> Iterator[tuple[str, float]]:
    """The ids of all current claims, each with the confidence of its extraction."""
    with ledger_errors(ledger.path):
        yield from ledger.db.execute("SELECT claim, confidence FROM current_claim")


def claims_in_report(ledger: Ledger, id_or_ref: str) -> tuple[Report, list[Claim]]:
    """A report with the text that its newest reading read, and the claims told in it, in the text's order."""
    report = ledger.report(id_or_ref)
    with ledger_errors(ledger.path):
        row = ledger.db.execute(
            "SELECT appearance FROM reading WHERE report = ? ORDER BY id DESC LIMIT 1", (report.id,)
        ).fetchone()
        claims = [ledger.claim_of(*found) for found in ledger.db.execute(CURRENT, (report.id,))]
        if row is not None:
            report = stored_report(ledger.db, row[0])
    return report, sorted(claims, key=lambda claim: (claim.trigger.start, claim.evidence.start))


def repetitions_between(incidents: Incidents, reports: Sequence[str]) -> list[Repetition]:
    """Who of some reports repeats whom of them."""
    held = list(reports)[:MOST_VALUES]
    marks = ", ".join("?" * len(held))
    query = f"SELECT later, earlier, kind, share, why FROM repetition WHERE build = ? AND later IN ({marks})"
    with ledger_errors(incidents.ledger.path):
        rows = incidents.ledger.db.execute(query, (incidents.number, *held))
        return sorted((Repetition(*row) for row in rows if row[1] in set(held)), key=lambda r: (r.later, r.earlier))


@dataclass(frozen=True, slots=True)
class Marks:
    """What tells whether anything has changed: the newest reading, the newest judgement, when incidents were made."""

    reading: int
    judgement: int
    made: str


def marks_of(ledger: Ledger) -> Marks:
    """Where the record stands."""
    with ledger_errors(ledger.path):
        query = """SELECT (SELECT coalesce(max(id), 0) FROM reading), (SELECT coalesce(max(number), 0) FROM judgement),
            coalesce((SELECT made FROM build WHERE as_of = '' AND read_by = ''), '')"""
        return Marks(*ledger.db.execute(query).fetchone())


def sizes(ledger: Ledger) -> tuple[int, int]:
    """How many reports and current claims there are."""
    with ledger_errors(ledger.path):
        query = """SELECT (SELECT count(*) FROM report),
            (SELECT coalesce(sum(g.claims), 0) FROM newest_reading n JOIN reading g ON g.id = n.reading)"""
        reports, claims = ledger.db.execute(query).fetchone()
        return int(reports), int(claims)


def lane_bodies(incidents: Incidents, place: str) -> list[str]:
    """The holdings of one place as JSON, in the order they were derived."""
    with ledger_errors(incidents.ledger.path):
        query = "SELECT body FROM holding WHERE build = ? AND place = ? ORDER BY rowid"
        return [body for (body,) in incidents.ledger.db.execute(query, (incidents.number, place))]


def in_batches(items: Iterator[Any], size: int) -> Iterator[list[Any]]:
    """Items some at a time."""
    while batch := list(islice(items, size)):
        yield batch
