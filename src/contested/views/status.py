"""What the ledger holds: reports, claims, languages, outlets, unresolved places, skips, versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.ledger.failures import ledger_errors
from contested.ledger.incidents import Moment
from contested.ledger.reads import Ledger

Counts = tuple[tuple[str, int], ...]

KNOWN = (
    "(:read_by = '' OR substr(r.started, 1, 10) <= :read_by) AND "
    "(:as_of = '' OR coalesce(a.published, substr(r.started, 1, 10)) <= :as_of)"
)
READINGS = (
    "newest_reading n JOIN reading g ON g.id = n.reading JOIN appearance a ON a.id = g.appearance "
    f"JOIN run r ON r.id = g.run WHERE {KNOWN}"
)
CLAIMS = (
    "current_claim t JOIN claim c ON c.id = t.claim JOIN reading g ON g.id = t.reading "
    f"JOIN appearance a ON a.id = g.appearance JOIN run r ON r.id = g.run WHERE {KNOWN}"
)
PLACES = CLAIMS.replace(" WHERE", ", json_each(c.body, '$.places') p WHERE")
QUERIES = {
    "languages": f"SELECT coalesce(json_extract(a.facts, '$.language'), 'not known'), count(*) FROM {READINGS} "
    "GROUP BY 1 ORDER BY 2 DESC, 1",
    "outlets": f"SELECT coalesce(a.publisher, 'not known'), count(*) FROM {READINGS} GROUP BY 1 ORDER BY 2 DESC, 1",
    "events": f"SELECT c.event, count(*) FROM {CLAIMS} GROUP BY 1 ORDER BY 2 DESC, 1",
    "unresolved": f"SELECT json_extract(p.value, '$.name'), count(*) FROM {PLACES} "
    "AND json_extract(p.value, '$.place') IS NULL GROUP BY 1 ORDER BY 2 DESC, 1",
    "notes": f"SELECT g.note, count(*) FROM {READINGS} AND g.note IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
    "later": f"SELECT a.ref || ' (' || a.published || ')', 1 FROM {READINGS} "
    "AND a.published > substr(r.started, 1, 10) ORDER BY a.published, a.ref",
    "rules": f"SELECT g.rules, count(*) FROM {READINGS} GROUP BY 1 ORDER BY 1",
}
RUNS = "run r WHERE (:read_by = '' OR substr(r.started, 1, 10) <= :read_by)"
TOTALS = {
    "reports": f"SELECT count(*) FROM {READINGS}",
    "copies": f"SELECT count(*) FROM appearance a JOIN run r ON r.id = a.run WHERE a.kind = 'copy' AND {KNOWN}",
    "claims": f"SELECT count(*) FROM {CLAIMS}",
    "superseded claims": "SELECT count(*) FROM superseded_claim",
    "runs": f"SELECT count(*) FROM {RUNS}",
    "runs cut short": f"SELECT count(*) FROM {RUNS} AND r.id NOT IN (SELECT run FROM run_end)",
}
TITLES = (
    ("Languages, by reports", "languages"),
    ("Outlets, by reports", "outlets"),
    ("Events, by claims", "events"),
    ("Places not resolved, by claims", "unresolved"),
    ("Reports without claims", "notes"),
    ("Reports that bear a day of publication later than the day they were read", "later"),
    ("Rules in force, by reports", "rules"),
)
COLUMNS = ("list", "value", "count")


@dataclass(frozen=True, slots=True)
class Status:
    """Totals by name; counts by value, the most frequent first; skipped inputs as (origin, problem, remedy)."""

    path: str
    totals: Counts
    counts: dict[str, Counts]
    skips: tuple[tuple[str, str, str], ...]


def make_status(ledger: Ledger, moment: Moment | None = None) -> Status:
    """The status of an open ledger, as known at a moment; raises LedgerError."""
    asked = moment or Moment()
    days = {"as_of": asked.as_of, "read_by": asked.read_by}
    with ledger_errors(ledger.path):
        return Status(
            path=str(ledger.path),
            totals=tuple((name, ledger.db.execute(query, days).fetchone()[0]) for name, query in TOTALS.items()),
            counts={name: tuple(ledger.db.execute(query, days)) for name, query in QUERIES.items()},
            skips=tuple(ledger.db.execute("SELECT origin, problem, remedy FROM skip ORDER BY run, origin")),
        )


def rows(status: Status) -> Iterator[tuple[object, ...]]:
    """The cells of ``COLUMNS``: totals, every list whole, skips with what would help."""
    yield from (("totals", name, count) for name, count in status.totals)
    yield from ((name, value, count) for _, name in TITLES for value, count in status.counts[name])
    yield from (("skipped", f"{origin}: {problem}; {remedy}", 1) for origin, problem, remedy in status.skips)


def status_text(status: Status, most: int = 15) -> str:
    """The status in lines; of each list the ``most`` frequent."""
    return "\n".join(status_lines(status, most)) + "\n"


def status_lines(status: Status, most: int) -> Iterator[str]:
    """The lines of the text."""
    yield f"Ledger {status.path}"
    yield from (f"  {count:>8,} {name}" for name, count in status.totals)
    for title, name in TITLES:
        yield from counted_lines(title, status.counts[name], most)
    if status.skips:
        yield "Skipped"
        yield from (
            f"  {origin}: {problem}" + (f"; {remedy}" if remedy else "") for origin, problem, remedy in status.skips
        )


def counted_lines(title: str, counts: Counts, most: int) -> Iterator[str]:
    """A title and its counts; nothing where there are none."""
    if counts:
        yield title
        yield from (f"  {count:>8,} {value}" for value, count in counts[:most])
    if len(counts) > most:
        yield f"           … and {len(counts) - most:,} more"
