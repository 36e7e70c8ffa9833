"""A ledger of 100,000 incidents and 1,000,000 claims out of a real one: its copies with other days, places and names.

    python -m bench.desk_scale LEDGER [--into build/desk/scale.db] [--copies 47]

A copy is one transaction, so that a run cut short goes on where it stopped. Every incident is told by three times as
many claims, out of three times as many reports, as in the ledger copied. Labels, which only filters of claims use, are
left out: eight million rows that the desk never asks for.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from contested.ledger.connection import connect_to_write

COPIES, VARIANTS, APART = 47, 3, 71  # of the ledger; of each claim; days from copy to copy
INTO = Path("build/desk/scale.db")
Row = tuple[Any, ...]
CHANGES = re.compile(
    r'"([cri]-[0-9a-f]{20})"|"(start|end|published|reported)": ?"(\d{4}-\d\d-\d\d)"'
    r'|"(place|name)": ?"([^"\\]+)"|"(lat|lon)": ?(-?[\d.]+)'
)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: the days, degrees and names by which it differs."""

    number: int
    variant: int = 0

    def id(self, id: str) -> str:
        """The id of a copied claim, report or incident; the incident is one whatever the variant."""
        if not self.number and not self.variant:
            return id
        variant = 0 if id.startswith("i-") else self.variant
        return id[:2] + hashlib.sha256(f"{id} {self.number} {variant}".encode()).hexdigest()[:20]

    def day(self, day: str) -> str:
        """A day moved; one of an open year stays."""
        if day.startswith("XXXX"):
            return day
        return (date.fromisoformat(day) + timedelta(days=self.number * APART)).isoformat()

    def changed(self, body: str) -> str:
        """The JSON of an incident or claim as this copy has it."""
        return CHANGES.sub(self.change, body)

    def change(self, found: re.Match[str]) -> str:
        """One id, day, name or coordinate of it."""
        id, day_key, day, name_key, name, axis, degrees = found.groups()
        if id:
            return f'"{self.id(id)}"'
        if day_key:
            return f'"{day_key}":"{self.day(day)}"'
        if name_key:
            return f'"{name_key}":"{name} {self.number}"' if name_key == "place" or not self.number % 3 else found[0]
        step = (self.number % 7 - 3) * 0.37 if axis == "lat" else (self.number % 5 - 2) * 0.53
        return f'"{axis}":{max(-85.0, min(85.0, float(degrees) + step)):.5f}'


def main() -> None:
    """Make it, or go on making it."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("ledger", type=Path)
    asked.add_argument("--into", type=Path, default=INTO)
    asked.add_argument("--copies", type=int, default=COPIES)
    given = asked.parse_args()
    make(given.ledger, given.into, given.copies)


def make(ledger: Path, into: Path, copies: int = COPIES) -> None:
    """Copy what is not copied yet."""
    into.parent.mkdir(parents=True, exist_ok=True)
    with connect_to_write(into) as db, closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as source:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -300000")
        db.execute("PRAGMA foreign_keys = OFF")
        done = db.execute("PRAGMA user_version").fetchone()[0]
        for number in range(done, copies):
            start = time.perf_counter()
            db.execute("BEGIN")
            if not number:
                begin(db)
            copy_all(source, db, number)
            db.execute(f"PRAGMA user_version = {number + 1}")
            db.execute("COMMIT")
            print(f"copy {number + 1} of {copies}: {time.perf_counter() - start:.1f} s", flush=True)
        counts = [
            db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("incident", "claim", "report")
        ]
        print(f"{into}: {counts[0]:,} incidents, {counts[1]:,} claims, {counts[2]:,} reports")


def begin(db: sqlite3.Connection) -> None:
    """One run and one build, which everything belongs to."""
    day = "2026-01-01T00:00:00+00:00"
    db.execute("INSERT INTO run VALUES (1, ?, 'scale', 'scale', '{}')", (day,))
    db.execute("INSERT INTO run_end VALUES (1, ?, 'done')", (day,))
    db.execute("INSERT INTO build VALUES (1, '', '', 'scale', ?)", (day,))


def copy_all(source: sqlite3.Connection, db: sqlite3.Connection, number: int) -> None:
    """Everything of one copy."""
    build = source.execute("SELECT id FROM build WHERE as_of = '' AND read_by = ''").fetchone()[0]
    inside = {claim for (claim,) in source.execute("SELECT claim FROM member WHERE build = ?", (build,))}
    for variant in range(VARIANTS):
        copy = Copy(number, variant)
        readings = copy_reports(source, db, copy)
        copy_claims(source, db, copy, (readings, inside))
    copy_incidents(source, db, (build, number))


def copy_reports(source: sqlite3.Connection, db: sqlite3.Connection, copy: Copy) -> dict[str, int]:
    """Reports with one appearance and one reading each; the reading of each report copied."""
    readings: dict[str, int] = {}
    query = """SELECT r.id, r.text, a.ref, a.publisher, a.published, a.facts FROM report r JOIN appearance a
        ON a.report = r.id WHERE a.kind = 'first' GROUP BY r.id"""
    for id, text, ref, publisher, published, facts in source.execute(query):
        new, name = copy.id(id), f"{ref}-{copy.number}-{copy.variant}"
        day = copy.day(published) if published else None
        known = json.dumps(json.loads(facts) | {"id": new, "ref": name, "published": day})
        db.execute("INSERT INTO report VALUES (?, '', ?, 1)", (new, text))
        row = (new, name, name, publisher, day, known, new)
        at = db.execute("INSERT INTO appearance VALUES (NULL, ?, 'first', ?, ?, 0, ?, ?, NULL, ?, ?, NULL, 1)", row)
        told = db.execute("INSERT INTO reading VALUES (NULL, ?, ?, 'scale', 0, NULL, 1)", (new, at.lastrowid))
        readings[id] = told.lastrowid or 0
    return readings


def copy_claims(
    source: sqlite3.Connection, db: sqlite3.Connection, copy: Copy, known: tuple[dict[str, int], set[str]]
) -> None:
    """Claims; those in no incident are copied in one variant alone."""
    readings, inside = known
    count: dict[int, int] = {}
    query = "SELECT c.id, c.report, c.event, c.factuality, c.body, c.time_start, c.time_end, t.position, t.confidence FROM claim c JOIN current_claim t ON t.claim = c.id"  # noqa: E501
    for id, report, event, factuality, body, start, end, position, confidence in source.execute(query):
        if report not in readings or (copy.variant and id not in inside):
            continue
        made = copy.changed(body)
        row = (copy.id(id), copy.id(report), event, factuality, start and copy.day(start), end and copy.day(end), made)
        db.execute("INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        db.execute("INSERT INTO told VALUES (?, ?, ?, ?)", (readings[report], copy.id(id), position, confidence))
        count[readings[report]] = count.get(readings[report], 0) + 1
    db.execute("DROP TRIGGER IF EXISTS no_update_reading")
    db.executemany("UPDATE reading SET claims = ? WHERE id = ?", ((n, reading) for reading, n in count.items()))


def copy_incidents(source: sqlite3.Connection, db: sqlite3.Connection, at: tuple[int, int]) -> None:
    """Incidents with their claims, holdings, repetitions; ranks leave room for the other copies."""
    build, number = at
    copy = Copy(number)
    others = [Copy(number, variant) for variant in range(1, VARIANTS)]
    for id, rank, event, reports, body in source.execute(
        "SELECT id, rank, event, reports, body FROM incident WHERE build = ?", (build,)
    ):
        held = json.loads(body)
        made = widened(json.loads(copy.changed(body)), held, others)
        days = (made["start"], made["end"], reports * VARIANTS)
        row = (1, copy.id(id), rank * COPIES + number, event, *days, json.dumps(made, ensure_ascii=False))
        db.execute("INSERT INTO incident VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        db.executemany("INSERT INTO member VALUES (1, ?, ?)", ((claim, copy.id(id)) for claim in made["claims"]))
    for place, body in source.execute("SELECT place, body FROM holding WHERE build = ?", (build,)):
        db.execute("INSERT INTO holding VALUES (1, ?, ?)", (f"{place} {number}", copy.changed(body)))
    links = source.execute("SELECT later, earlier, kind, share, why FROM repetition WHERE build = ?", (build,))
    rows: Iterator[Row] = ((1, copy.id(later), copy.id(earlier), *rest) for later, earlier, *rest in links)
    db.executemany("INSERT INTO repetition VALUES (?, ?, ?, ?, ?, ?)", rows)


def widened(made: dict[str, Any], held: dict[str, Any], others: list[Copy]) -> dict[str, Any]:
    """An incident that more reports and claims tell."""
    for other in others:
        made["claims"] += [other.id(claim) for claim in held["claims"]]
        made["tellers"] += [teller | {"report": other.id(teller["report"])} for teller in held["tellers"]]
        made["interests"] |= {other.id(claim): interest for claim, interest in held["interests"].items()}
    return made


if __name__ == "__main__":
    main()
