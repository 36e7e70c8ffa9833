"""Opening the ledger's file: for many readers, or for the one writer."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from contested.ledger.failures import ledger_errors
from contested.ledger.migrations import MIGRATIONS, applied, migrate
from contested.model.errors import LedgerError

PATIENCE = 5.0  # seconds to wait for another program's transaction


@contextmanager
def connect_to_write(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection in WAL mode with the newest schema; raises LedgerError, also where another writer is at work."""
    with ExitStack() as held:
        with ledger_errors(path):
            check_folder(path)
            held.enter_context(only_writer(path))
            db = held.enter_context(closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)))
            # Fails early on a read-only file, which SQLite would notice only at the first COMMIT.
            if path.stat().st_size and not os.access(path, os.W_OK):
                raise LedgerError(str(path), "is read-only", "choose a writable file with --ledger")
            applied(db, path)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = NORMAL")
            db.execute("PRAGMA foreign_keys = ON")
            migrate(db, path)
        yield db


@contextmanager
def connect_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection; raises LedgerError where there is no ledger, or an older or newer one."""
    if not path.exists():
        raise LedgerError(str(path), "there is no such ledger", "make it: contested read INPUT, or name it: --ledger")
    with ExitStack() as held:
        with ledger_errors(path):
            db = held.enter_context(closing(read_only(path)))
            missing = {migration.__name__ for migration in MIGRATIONS} - applied(db, path)
        if missing:
            raise LedgerError(str(path), "is empty or of an older version", "bring it up to date with: contested read")
        yield db


def read_only(path: Path) -> sqlite3.Connection:
    """Open without writing; in a folder that cannot be written, a ledger at rest is opened as unchanging."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    db = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None)
    try:
        db.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        db.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        db = sqlite3.connect(address + "&immutable=1", uri=True, isolation_level=None)
    return db


def check_folder(path: Path) -> None:
    """Raise LedgerError where the file's folder is missing or the path is a folder."""
    if path.is_dir():
        raise LedgerError(str(path), "is a folder", "name a file with --ledger")
    if not path.absolute().parent.is_dir():
        raise LedgerError(str(path), "its folder does not exist", "make the folder, or choose another with --ledger")
    if not os.access(path.absolute().parent, os.W_OK):
        raise LedgerError(str(path), "its folder is read-only", "choose a writable folder with --ledger")


@contextmanager
def only_writer(path: Path) -> Iterator[None]:
    """Hold the writer's lock, which the system drops when the process dies; raises LedgerError where it is taken."""
    # A SQLite file of its own: portable, and locking the ledger itself would shut out its readers.
    beside = path.with_name(path.name + ".writer")
    with closing(sqlite3.connect(beside, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise LedgerError(
                str(path), "another contested is writing to it", "wait until that has ended and run again"
            ) from error
        yield  # closing releases the lock; the empty file stays, since deleting it could let two writers in
