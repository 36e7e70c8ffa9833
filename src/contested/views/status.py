"""What the ledger holds: reports, claims, languages, outlets, unresolved places, skips, versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contested.ledger.failures import ledger_errors
from contested.ledger.reads import Ledger

Counts = tuple[tuple[str, int], ...]

QUERIES = {
    "languages": "SELECT coalesce(json_extract(a.facts, '$.language'), 'not known'), count(*) FROM newest_reading n "
    "JOIN reading g ON g.id = n.reading JOIN appearance a ON a.id = g.appearance GROUP BY 1 ORDER BY 2 DESC, 1",
    "outlets": "SELECT coalesce(a.publisher, 'not known'), count(*) FROM newest_reading n "
    "JOIN reading g ON g.id = n.reading JOIN appearance a ON a.id = g.appearance GROUP BY 1 ORDER BY 2 DESC, 1",
    "events": "SELECT c.event, count(*) FROM current_claim t JOIN claim c ON c.id = t.claim "
    "GROUP BY 1 ORDER BY 2 DESC, 1",
    "unresolved": "SELECT json_extract(p.value, '$.name'), count(*) FROM current_claim t "
    "JOIN claim c ON c.id = t.claim, json_each(c.body, '$.places') p "
    "WHERE json_extract(p.value, '$.place') IS NULL GROUP BY 1 ORDER BY 2 DESC, 1",
    "notes": "SELECT g.note, count(*) FROM newest_reading n JOIN reading g ON g.id = n.reading "
    "WHERE g.note IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1",
    "rules": "SELECT g.rules, count(*) FROM newest_reading n JOIN reading g ON g.id = n.reading GROUP BY 1 ORDER BY 1",
}
TOTALS = {
    "reports": "SELECT count(*) FROM report",
    "copies": "SELECT count(*) FROM appearance WHERE kind = 'copy'",
    "claims": "SELECT count(*) FROM current_claim",
    "superseded claims": "SELECT count(*) FROM superseded_claim",
    "runs": "SELECT count(*) FROM run",
    "runs cut short": "SELECT count(*) FROM run WHERE id NOT IN (SELECT run FROM run_end)",
}


@dataclass(frozen=True, slots=True)
class Status:
    """Totals by name; counts by value, the most frequent first; skipped inputs as (origin, problem, remedy)."""

    path: str
    totals: Counts
    counts: dict[str, Counts]
    skips: tuple[tuple[str, str, str], ...]


def make_status(ledger: Ledger) -> Status:
    """The status of an open ledger; raises LedgerError."""
    with ledger_errors(ledger.path):
        return Status(
            path=str(ledger.path),
            totals=tuple((name, ledger.db.execute(query).fetchone()[0]) for name, query in TOTALS.items()),
            counts={name: tuple(ledger.db.execute(query)) for name, query in QUERIES.items()},
            skips=tuple(ledger.db.execute("SELECT origin, problem, remedy FROM skip ORDER BY run, origin")),
        )


def status_text(status: Status, most: int = 15) -> str:
    """The status in lines; of each list the ``most`` frequent."""
    return "\n".join(status_lines(status, most)) + "\n"


def status_lines(status: Status, most: int) -> Iterator[str]:
    """The lines of the text."""
    yield f"Ledger {status.path}"
    yield from (f"  {count:>8,} {name}" for name, count in status.totals)
    for title, name in (
        ("Languages, by reports", "languages"),
        ("Outlets, by reports", "outlets"),
        ("Events, by claims", "events"),
        ("Places not resolved, by claims", "unresolved"),
        ("Reports without claims", "notes"),
        ("Rules in force, by reports", "rules"),
    ):
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
