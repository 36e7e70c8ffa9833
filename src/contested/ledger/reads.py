"""Typed reads of a ledger: claims by filter, reports with where they appeared, what the record holds."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from contested.ledger.connection import connect_to_read
from contested.ledger.failures import ledger_errors
from contested.ledger.filters import ClaimFilter
from contested.ledger.writer import stored_report
from contested.model.claim import Claim, ReportRef
from contested.model.errors import LedgerError
from contested.model.report import Report
from contested.model.wire import claim_from_json, report_from_json

CLAIM_ROWS = """
    SELECT c.body, t.confidence, a.id, a.facts FROM {told} t JOIN claim c ON c.id = t.claim
    JOIN reading g ON g.id = t.reading JOIN appearance a ON a.id = g.appearance WHERE {where}
    ORDER BY {order} LIMIT ?"""
# Dated claims first, in the order of their days; an open year ("XXXX-…") sorts after every year.
BY_TIME = "c.time_start IS NULL, c.time_start, c.time_end, t.reading, t.position"

# Whether the newest reading of its report tells a claim; asked of one claim, the view of all of them would be slow.
CURRENT = """
    SELECT 1 FROM told t JOIN reading g ON g.id = t.reading
    WHERE t.claim = ? AND g.id = (SELECT max(id) FROM reading WHERE report = g.report)"""


@dataclass(frozen=True, slots=True)
class Appearance:
    """One name under which a text came in; ``kind`` is first, amended or copy."""

    report: str
    kind: str
    ref: str
    origin: str
    publisher: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim of the record; ``superseded`` where the newest reading of its report no longer tells it."""

    claim: Claim
    superseded: bool


class Ledger:
    """An open ledger, read-only; made by ``open_ledger``. ``db`` is for views, which may ask more."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self.db, self.path = db, path
        self.refs: dict[int, ReportRef] = {}

    def claims(self, wanted: ClaimFilter | None = None) -> Iterator[Claim]:
        """The current claims that fit, by time."""
        wanted = wanted or ClaimFilter()
        where, values = wanted.where()
        query = CLAIM_ROWS.format(told="current_claim", where=where, order=BY_TIME)
        with ledger_errors(self.path):
            for row in self.db.execute(query, (*values, -1 if wanted.limit is None else wanted.limit)):
                yield self.claim_of(*row)

    def claims_at(self, wanted: ClaimFilter) -> frozenset[str] | None:
        """The ids of all claims ever told that are set at the place asked for; None where none is asked for."""
        if wanted.place is None:
            return None
        with ledger_errors(self.path):
            return frozenset(claim for (claim,) in self.db.execute(*wanted.labelled("place", wanted.place)))

    def claim(self, id: str) -> Told:
        """A claim by its id, as its last telling has it; raises LedgerError where there is none."""
        with ledger_errors(self.path):
            query = CLAIM_ROWS.format(told="told", where="c.id = ?", order="t.reading DESC")
            row = self.db.execute(query, (id, 1)).fetchone()
            if row is None:
                raise LedgerError(str(self.path), f"has no claim {id}", "list them with: contested claims")
            current = self.db.execute(CURRENT, (id,)).fetchone()
            return Told(self.claim_of(*row), current is None)

    def claim_of(self, body: str, confidence: float, appearance: int, facts: str) -> Claim:
        """A stored claim with the report it was read from."""
        if appearance not in self.refs:
            self.refs[appearance] = ReportRef.of(report_from_json(facts))
        return replace(claim_from_json(body), confidence=confidence, report=self.refs[appearance])

    def report(self, id_or_ref: str) -> Report:
        """A report by id or ref, as its newest telling has it; raises LedgerError where there is none."""
        with ledger_errors(self.path):
            row = self.db.execute(
                "SELECT id FROM appearance WHERE kind != 'copy' AND report IN "
                "(SELECT report FROM appearance WHERE report = ? OR ref = ?) ORDER BY id DESC",
                (id_or_ref, id_or_ref),
            ).fetchone()
            if row is None:
                raise LedgerError(str(self.path), f"has no report {id_or_ref}", "see: contested status")
            return stored_report(self.db, row[0])

    def report_of(self, claim: Claim) -> Report:
        """The report with the very text whose offsets the claim's last telling counts in."""
        with ledger_errors(self.path):
            row = self.db.execute(
                "SELECT g.appearance FROM told t JOIN reading g ON g.id = t.reading WHERE t.claim = ? "
                "ORDER BY g.id DESC",
                (claim.id,),
            ).fetchone()
            return stored_report(self.db, row[0])

    def appearances(self, report: str) -> list[Appearance]:
        """Every name under which a report came in, in the order of arrival."""
        with ledger_errors(self.path):
            rows = self.db.execute(
                "SELECT report, kind, ref, origin, publisher, published, url FROM appearance WHERE report = ? "
                "ORDER BY id",
                (report,),
            )
            return [Appearance(*row) for row in rows]

    def digest(self) -> str:
        """A hash of what the record holds, whatever the runs it took, their days and their order."""
        total = hashlib.sha256()
        with ledger_errors(self.path):
            for query in CONTENT:
                for row in self.db.execute(query):
                    total.update(repr(row).encode())
        return total.hexdigest()


CONTENT = (
    "SELECT id, sha256, text FROM report ORDER BY id",
    "SELECT report, kind, ref, origin, nth, publisher, published, url, facts, digest, text FROM appearance "
    "ORDER BY report, ref, origin, nth, digest",
    "SELECT g.report, a.digest, g.rules, g.claims, g.note FROM reading g JOIN appearance a ON a.id = g.appearance "
    "ORDER BY 1, 2, 3",
    "SELECT * FROM claim ORDER BY id",
    "SELECT g.report, g.rules, t.claim, t.position, t.confidence FROM told t JOIN reading g ON g.id = t.reading "
    "ORDER BY 1, 2, 3",
    "SELECT * FROM label ORDER BY 1, 2, 3",
    "SELECT origin, problem, remedy FROM skip ORDER BY 1, 2",
)


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """A ledger to read; raises LedgerError where it cannot be."""
    with connect_to_read(path) as db:
        yield Ledger(db, path)
