"""Persons' judgements: appended, read, undone; never changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from contested.ledger.connection import connect_to_write
from contested.ledger.failures import ledger_errors
from contested.ledger.reads import Ledger
from contested.ledger.writer import transaction
from contested.model.errors import LedgerError
from contested.model.judgement import Judgement

COLUMNS = "id, kind, claims, who, at, why, undoes, field, value, coding"


def append_judgements(path: Path, judgements: Sequence[Judgement], again: bool = False) -> None:
    """Append in one transaction: all or, on an error, none. ``again`` passes over those kept already.

    Raises LedgerError where a claim or the judgement to undo is not in the ledger.
    """
    with connect_to_write(path) as db, ledger_errors(path), transaction(db):
        for judgement in judgements:
            if again and db.execute("SELECT 1 FROM judgement WHERE id = ?", (judgement.id,)).fetchone():
                continue
            check(db, path, judgement)
            insert(db, judgement)


def insert(db: sqlite3.Connection, judgement: Judgement) -> None:
    """One row."""
    j = judgement
    row = (j.id, j.kind, json.dumps(j.claims), j.who, j.at, j.why, j.undoes, j.field, j.value, j.coding)
    db.execute(f"INSERT INTO judgement ({COLUMNS}) VALUES ({', '.join('?' * len(row))})", row)


def check(db: sqlite3.Connection, path: Path, judgement: Judgement) -> None:
    """Raise LedgerError where the judgement bears on nothing in the ledger."""
    for claim in judgement.claims:
        if not db.execute("SELECT 1 FROM claim WHERE id = ?", (claim,)).fetchone():
            raise LedgerError(str(path), f"has no claim {claim}", "list them with: contested claims")
    if judgement.kind in ("merge", "split") and len(set(judgement.claims)) < 2:
        raise LedgerError(str(path), f"cannot {judgement.kind} a claim with itself", "name two claims")
    known = "SELECT 1 FROM judgement WHERE id = ?"
    if judgement.kind == "undo" and not db.execute(known, (judgement.undoes,)).fetchone():
        raise LedgerError(str(path), f"has no judgement {judgement.undoes}", "list them with: contested judge list")
    if db.execute(known, (judgement.id,)).fetchone():
        raise LedgerError(str(path), f"has this judgement already ({judgement.id})", "nothing is left to do")


def judgements_of(ledger: Ledger, by: str = "") -> list[Judgement]:
    """Every judgement, the oldest first; ``by`` an ISO day leaves out later ones."""
    query = f"SELECT {COLUMNS} FROM judgement WHERE ? = '' OR substr(at, 1, 10) <= ? ORDER BY number"
    with ledger_errors(ledger.path):
        rows = ledger.db.execute(query, (by, by))
        return [Judgement(id, kind, tuple(json.loads(claims)), *rest) for id, kind, claims, *rest in rows]


def judgements_after(ledger: Ledger, number: int) -> tuple[list[Judgement], int]:
    """The judgements appended after the ``number``-th row, in order, and the number of the last row."""
    query = f"SELECT number, {COLUMNS} FROM judgement WHERE number > ? ORDER BY number"
    with ledger_errors(ledger.path):
        found = ledger.db.execute(query, (number,)).fetchall()
    last = found[-1][0] if found else number
    return [Judgement(id, kind, tuple(json.loads(claims)), *rest) for _, id, kind, claims, *rest in found], last
