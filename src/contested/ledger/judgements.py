"""Persons' judgements: appended, read, undone; never changed."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from contested.ledger.connection import connect_to_write
from contested.ledger.failures import ledger_errors
from contested.ledger.reads import Ledger
from contested.ledger.writer import transaction
from contested.model.errors import LedgerError
from contested.model.judgement import Judgement


def append_judgement(path: Path, judgement: Judgement) -> None:
    """Append a judgement; raises LedgerError where a claim or the judgement to undo is not in the ledger."""
    append_judgements(path, [judgement])


def append_judgements(path: Path, judgements: list[Judgement]) -> None:
    """Append several in one transaction: all or, on an error, none."""
    with connect_to_write(path) as db, ledger_errors(path), transaction(db):
        for judgement in judgements:
            check(db, path, judgement)
            row = (judgement.id, judgement.kind, json.dumps(judgement.claims), judgement.who, judgement.at)
            db.execute(
                "INSERT INTO judgement VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", (*row, judgement.why, judgement.undoes)
            )


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
    columns = "id, kind, claims, who, at, why, undoes"
    query = f"SELECT {columns} FROM judgement WHERE ? = '' OR substr(at, 1, 10) <= ? ORDER BY number"
    with ledger_errors(ledger.path):
        rows = ledger.db.execute(query, (by, by))
        return [Judgement(id, kind, tuple(json.loads(claims)), *rest) for id, kind, claims, *rest in rows]
