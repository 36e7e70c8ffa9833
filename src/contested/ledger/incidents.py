"""Incidents as last derived: written whole, a build a transaction; read one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from contested.ledger.connection import connect_to_write
from contested.ledger.failures import ledger_errors
from contested.ledger.migrations import now
from contested.ledger.reads import Ledger
from contested.ledger.writer import transaction
from contested.model.errors import LedgerError
from contested.model.incident import Holding, Incident

Scores = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Moment:
    """What is asked of: reports published by ``as_of`` and read by ``read_by``, ISO days; "" sets no limit."""

    as_of: str = ""
    read_by: str = ""


@dataclass(frozen=True, slots=True)
class Repetition:
    """One report repeats another, as roots.Link has it."""

    later: str
    earlier: str
    kind: str
    share: float
    why: str


@dataclass(slots=True)
class Build:
    """Everything that reconciling derives, ready to be kept; ``digest`` names what it was derived from."""

    moment: Moment
    digest: str
    incidents: list[Incident]
    holdings: list[Holding] = field(default_factory=list)
    repetitions: list[Repetition] = field(default_factory=list)
    scores: Scores = field(default_factory=dict)
    rules: str = ""


@cache
def incident_adapter() -> TypeAdapter[Incident]:
    """The incident's (de)serialiser, made once."""
    return TypeAdapter(Incident)


@cache
def holding_adapter() -> TypeAdapter[Holding]:
    """The holding's (de)serialiser."""
    return TypeAdapter(Holding)


def bring_up_to_date(path: Path) -> None:
    """Give a ledger made by an older version what it lacks; one that does not exist is not made."""
    if path.exists():
        with connect_to_write(path):
            pass


def keep_build(path: Path, build: Build) -> None:
    """Replace what was derived for the same moment, in one transaction; new scores are added to those kept."""
    with connect_to_write(path) as db, ledger_errors(path), transaction(db):
        db.execute("DELETE FROM build WHERE as_of = ? AND read_by = ?", (build.moment.as_of, build.moment.read_by))
        row = (build.moment.as_of, build.moment.read_by, build.digest, now())
        number = db.execute("INSERT INTO build VALUES (NULL, ?, ?, ?, ?)", row).lastrowid
        for rank, incident in enumerate(build.incidents):
            days = (incident.event, incident.start, incident.end, len(incident.tellers))
            body = incident_adapter().dump_json(incident).decode()
            db.execute("INSERT INTO incident VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (number, incident.id, rank, *days, body))
            db.executemany("INSERT INTO member VALUES (?, ?, ?)", [(number, c, incident.id) for c in incident.claims])
        rows = ((number, h.place, holding_adapter().dump_json(h).decode()) for h in build.holdings)
        db.executemany("INSERT INTO holding VALUES (?, ?, ?)", rows)
        links = ((number, r.later, r.earlier, r.kind, r.share, r.why) for r in build.repetitions)
        db.executemany("INSERT INTO repetition VALUES (?, ?, ?, ?, ?, ?)", links)
        db.execute("DELETE FROM compared WHERE rules != ?", (build.rules,))
        scores = ((one, other, build.rules, score) for (one, other), score in build.scores.items())
        db.executemany("INSERT OR IGNORE INTO compared VALUES (?, ?, ?, ?)", scores)


def kept_scores(ledger: Ledger, rules: str) -> Scores:
    """Scores of pairs compared before, under these rules."""
    with ledger_errors(ledger.path):
        rows = ledger.db.execute("SELECT one, other, score FROM compared WHERE rules = ?", (rules,))
        return {(one, other): score for one, other, score in rows}


def build_digest(ledger: Ledger, moment: Moment) -> str | None:
    """What the build of a moment was derived from; None where there is none."""
    with ledger_errors(ledger.path):
        query = "SELECT digest FROM build WHERE as_of = ? AND read_by = ?"
        row = ledger.db.execute(query, (moment.as_of, moment.read_by)).fetchone()
        return row[0] if row else None


class Incidents:
    """The incidents of one build, to be read; made by ``incidents_at``."""

    def __init__(self, ledger: Ledger, number: int, made: str) -> None:
        self.ledger, self.number, self.made = ledger, number, made

    def all(self) -> Iterator[Incident]:
        """Every incident, told by most reports first."""
        yield from self.rows("WHERE build = ? ORDER BY rank", (self.number,))

    def rows(self, where: str, values: tuple[object, ...]) -> Iterator[Incident]:
        """Incidents by a condition."""
        with ledger_errors(self.ledger.path):
            for (body,) in self.ledger.db.execute(f"SELECT body FROM incident {where}", values):
                yield incident_adapter().validate_json(body)

    def one(self, id: str) -> Incident:
        """An incident by its id, the beginning of it, or the id of a claim in it; raises LedgerError."""
        claim = "id IN (SELECT incident FROM member WHERE build = ? AND claim = ?)"
        query = (
            f"WHERE build = ? AND (id = ? OR {claim} OR (length(?) > 5 AND substr(id, 1, length(?)) = ?)) ORDER BY rank"
        )
        values = (self.number, id, self.number, id, id, id, id)
        found = list(self.rows(query, values))
        exact = [incident for incident in found if incident.id == id] or found
        if len(exact) != 1:
            problem = f"has {'no' if not exact else 'more than one'} incident {id}"
            raise LedgerError(str(self.ledger.path), problem, "list them with: contested incidents")
        return exact[0]

    def holdings(self) -> Iterator[Holding]:
        """Who is said to hold what."""
        query = "SELECT body FROM holding WHERE build = ? ORDER BY rowid"
        with ledger_errors(self.ledger.path):
            for (body,) in self.ledger.db.execute(query, (self.number,)):
                yield holding_adapter().validate_json(body)

    def repetitions(self) -> list[Repetition]:
        """Who repeats whom."""
        query = "SELECT later, earlier, kind, share, why FROM repetition WHERE build = ? ORDER BY later, earlier"
        with ledger_errors(self.ledger.path):
            return [Repetition(*row) for row in self.ledger.db.execute(query, (self.number,))]


def incidents_at(ledger: Ledger, moment: Moment) -> Incidents:
    """The incidents of a moment; raises LedgerError where they were not derived."""
    with ledger_errors(ledger.path):
        query = "SELECT id, made FROM build WHERE as_of = ? AND read_by = ?"
        row = ledger.db.execute(query, (moment.as_of, moment.read_by)).fetchone()
    if row is None:
        raise LedgerError(str(ledger.path), "has no incidents yet", "make them with: contested reconcile")
    return Incidents(ledger, *row)


def claims_known(ledger: Ledger, moment: Moment) -> Iterable[str]:
    """The ids of claims known at a moment, of each report those of its newest reading by then.

    A report without a day counts from its reading.
    """
    query = """SELECT t.claim FROM told t JOIN reading g ON g.id = t.reading
        JOIN appearance a ON a.id = g.appearance JOIN run r ON r.id = g.run
        WHERE g.id IN (SELECT max(o.id) FROM reading o JOIN run s ON s.id = o.run
            WHERE ? = '' OR substr(s.started, 1, 10) <= ? GROUP BY o.report)
        AND (? = '' OR coalesce(a.published, substr(r.started, 1, 10)) <= ?)"""
    with ledger_errors(ledger.path):
        values = (moment.read_by, moment.read_by, moment.as_of, moment.as_of)
        return [claim for (claim,) in ledger.db.execute(query, values)]


def readings_since_build(ledger: Ledger) -> int:
    """How many readings were made after the incidents of now were derived."""
    query = """SELECT count(*) FROM reading g JOIN run r ON r.id = g.run
        WHERE r.started > (SELECT made FROM build WHERE as_of = '' AND read_by = '')"""
    with ledger_errors(ledger.path):
        return int(ledger.db.execute(query).fetchone()[0])
