"""The one writer: what to read of a report that comes in, and appending what was read, a batch a transaction."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from contested.ledger.connection import connect_to_write
from contested.ledger.failures import ledger_errors
from contested.ledger.labels import labels_of
from contested.ledger.migrations import now
from contested.model.claim import Claim, ReportRef
from contested.model.report import Report, Skip
from contested.model.wire import claim_to_json, report_from_json, report_to_json

Kind = Literal["first", "amended", "copy", "again"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A report that came in: how it relates to the ledger, and what is still to be read of it (None: nothing)."""

    report: Report
    kind: Kind
    nth: int
    to_read: Report | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules made of an arrival; ``note`` says why there are no claims where that needs saying.

    ``failed``: the rules broke on it. Its text is kept, it counts as not read, and what was read before stands.
    """

    arrival: Arrival
    claims: Sequence[Claim] = ()
    note: str | None = None
    failed: Skip | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """The appearance that a report is read from."""

    ref: str
    origin: str
    digest: str


class Writer:
    """Appends to an open ledger under one rules version; made by ``open_writer``."""

    def __init__(self, db: sqlite3.Connection, path: Path, run: int, rules: str) -> None:
        self.db, self.path, self.run, self.rules = db, path, run, rules
        self.occurrences: Counter[int] = Counter()  # by hash, since a corpus may have millions
        self.bases: dict[str, Basis] = {}
        self.planned: set[str] = set()

    def arrive(self, report: Report) -> Arrival:
        """Place an incoming report; arrivals must be appended in the order they were made."""
        key = hash((report.id, report.ref, report.origin))
        self.occurrences[key] += 1
        nth, digest = self.occurrences[key], facts_digest(report)
        with ledger_errors(self.path):
            basis = self.bases.get(report.id) or self.stored_basis(report.id)
            known = self.appeared(report, nth, digest)
            if basis is None:
                kind: Kind = "first"
            elif known:
                kind = "again"
            else:
                same_place = nth == 1 and (report.ref, report.origin) == (basis.ref, basis.origin)
                kind = "amended" if same_place else "copy"
            if basis is None or kind == "amended":
                basis = Basis(report.ref, report.origin, digest)
            self.bases[report.id] = basis
            return Arrival(report, kind, nth, self.unread(report, kind, basis))

    def unread(self, report: Report, kind: Kind, basis: Basis) -> Report | None:
        """The report to read now, as its basis has it; None where these rules have read it."""
        if kind in ("first", "amended"):
            self.planned.add(report.id)
            return report
        if report.id in self.planned:
            return None
        row = self.db.execute(
            "SELECT id FROM appearance WHERE report = ? AND ref = ? AND origin = ? AND digest = ? AND kind != 'copy'",
            (report.id, basis.ref, basis.origin, basis.digest),
        ).fetchone()
        done = self.db.execute("SELECT 1 FROM reading WHERE appearance = ? AND rules = ?", (row[0], self.rules))
        if done.fetchone():
            return None
        self.planned.add(report.id)
        return stored_report(self.db, row[0])

    def stored_basis(self, report: str) -> Basis | None:
        """The newest appearance in the ledger that is no copy."""
        row = self.db.execute(
            "SELECT ref, origin, digest FROM appearance WHERE report = ? AND kind != 'copy' ORDER BY id DESC", (report,)
        ).fetchone()
        return Basis(*row) if row else None

    def appeared(self, report: Report, nth: int, digest: str) -> bool:
        """Whether the ledger has this very appearance."""
        found = self.db.execute(
            "SELECT 1 FROM appearance WHERE report = ? AND ref = ? AND origin = ? AND nth = ? AND digest = ?",
            (report.id, report.ref, report.origin, nth, digest),
        )
        return found.fetchone() is not None

    def append(self, readings: Sequence[Reading]) -> None:
        """Append a batch in one transaction: all of it or, on an error, nothing."""
        with ledger_errors(self.path), transaction(self.db):
            for reading in readings:
                self.append_appearance(reading.arrival)
                if reading.failed is not None:
                    self.append_skip(reading.failed)
                elif reading.arrival.to_read is not None:
                    self.append_reading(reading.arrival.to_read, reading)
        for reading in readings:
            self.bases.pop(reading.arrival.report.id, None)
            self.planned.discard(reading.arrival.report.id)

    def append_appearance(self, arrival: Arrival) -> None:
        """The text where it is new, and the name it came under."""
        report = arrival.report
        if arrival.kind == "again":
            return
        if arrival.kind == "first":
            self.db.execute(
                "INSERT INTO report VALUES (?, ?, ?, ?)", (report.id, sha256(report.text), report.text, self.run)
            )
        stored = self.db.execute("SELECT text FROM report WHERE id = ?", (report.id,)).fetchone()[0]
        where = (report.id, arrival.kind, report.ref, report.origin, arrival.nth)
        what = (report.publisher, report.published, report.url, facts_of(report), facts_digest(report))
        text = None if stored == report.text else report.text
        self.db.execute(
            "INSERT INTO appearance VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*where, *what, text, self.run)
        )

    def append_reading(self, report: Report, reading: Reading) -> None:
        """The claims of one report, and that these rules have read it."""
        appearance = self.db.execute(
            "SELECT id FROM appearance WHERE report = ? AND ref = ? AND origin = ? AND digest = ? AND kind != 'copy'",
            (report.id, report.ref, report.origin, facts_digest(report)),
        ).fetchone()[0]
        claims = {claim.id: claim for claim in reading.claims}.values()
        row = self.db.execute(
            "INSERT INTO reading VALUES (NULL, ?, ?, ?, ?, ?, ?)",
            (report.id, appearance, self.rules, len(claims), reading.note, self.run),
        )
        for position, claim in enumerate(claims):
            self.append_claim(claim, row.lastrowid, position)

    def append_claim(self, claim: Claim, reading: int | None, position: int) -> None:
        """A claim with what it is found by, where it is new, and which reading tells it."""
        body = claim_to_json(replace(claim, report=ReportRef(claim.report.id, "")))
        days = (claim.time.start, claim.time.end) if claim.time else (None, None)
        added = self.db.execute(
            "INSERT OR IGNORE INTO claim VALUES (?, ?, ?, ?, ?, ?, ?)",
            (claim.id, claim.report.id, claim.event, claim.factuality, *days, body),
        )
        if added.rowcount:
            self.db.executemany(
                "INSERT INTO label VALUES (?, ?, ?)", [(*label, claim.id) for label in labels_of(claim)]
            )
        self.db.execute("INSERT INTO told VALUES (?, ?, ?, ?)", (reading, claim.id, position, claim.confidence))

    def skip(self, skip: Skip) -> None:
        """Note an input that could not be read."""
        with ledger_errors(self.path), transaction(self.db):
            self.append_skip(skip)

    def append_skip(self, skip: Skip) -> None:
        """The note itself, inside a transaction."""
        row = (skip.origin, skip.problem, skip.remedy, self.run)
        self.db.execute("INSERT OR IGNORE INTO skip VALUES (?, ?, ?, ?)", row)

    def end(self, outcome: str) -> None:
        """Note how the run ended; a run without this note was cut short."""
        with ledger_errors(self.path), transaction(self.db):
            self.db.execute("INSERT INTO run_end VALUES (?, ?, ?)", (self.run, now(), outcome))


@contextmanager
def open_writer(path: Path, rules: str, version: str, options: str = "{}") -> Iterator[Writer]:
    """The ledger's one writer, the ledger made where absent; raises LedgerError, also where another one is at work."""
    with connect_to_write(path) as db:
        with ledger_errors(path), transaction(db):
            row = db.execute("INSERT INTO run VALUES (NULL, ?, ?, ?, ?)", (now(), version, rules, options))
        yield Writer(db, path, row.lastrowid or 0, rules)


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def stored_report(db: sqlite3.Connection, appearance: int) -> Report:
    """The report as one of its appearances tells it."""
    facts, text = db.execute(
        "SELECT a.facts, coalesce(a.text, r.text) FROM appearance a JOIN report r ON r.id = a.report WHERE a.id = ?",
        (appearance,),
    ).fetchone()
    return replace(report_from_json(facts), text=text)


def facts_of(report: Report) -> str:
    """Everything known of a report apart from its text, as JSON."""
    return report_to_json(replace(report, text=""))


def facts_digest(report: Report) -> str:
    """Tells apart what is known of one text, its white space included."""
    return sha256(facts_of(report) + "\n" + report.text)


def sha256(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
