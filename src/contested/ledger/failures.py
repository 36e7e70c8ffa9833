"""What SQLite and the file system answer, as one clear LedgerError with a remedy."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from contested.model.errors import LedgerError

# Fragments of SQLite's own messages, which are stable across versions, with what to tell the user.
ANSWERS: tuple[tuple[str, str, str], ...] = (
    ("disk is full", "the disk is full; nothing of the last batch was written", "free some space and run again"),
    ("readonly", "is read-only", "choose a writable file with --ledger, or change its permissions"),
    ("read-only", "is read-only", "choose a writable file with --ledger, or change its permissions"),
    ("is locked", "is locked by another program", "wait until that has ended and run again"),
    ("not a database", "is not a ledger", "choose another file with --ledger"),
    ("malformed", "is damaged", "restore it from a copy, or read the reports into a new ledger"),
    ("unable to open", "cannot be opened", "check that its folder exists and is writable"),
    ("disk i/o", "the disk does not answer", "check the disk and run again"),
    ("append-only", "is append-only; nothing was changed", "add a new reading instead"),
)


@contextmanager
def ledger_errors(path: Path | str) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into LedgerError naming ``path``."""
    try:
        yield
    except sqlite3.Error as error:
        raise explained(path, str(error)) from error
    except OSError as error:
        raise explained(path, error.strerror or str(error)) from error


def explained(path: Path | str, message: str) -> LedgerError:
    """The LedgerError for one message."""
    folded = message.casefold()
    for fragment, problem, remedy in ANSWERS:
        if fragment in folded:
            return LedgerError(str(path), problem, remedy)
    return LedgerError(str(path), f"cannot be used ({message})", "check the file and its folder")
