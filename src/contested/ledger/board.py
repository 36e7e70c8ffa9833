"""A board: what the desk shows of one build, as one file beside the ledger that may be thrown away and made anew.

It stands apart from the ledger so that making it never keeps a reviewer waiting, and so that a ledger that cannot be
written still has one. The file never changes once it has its name.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock
from time import time

from contested.ledger.failures import ledger_errors

BATCH = 2000
MOST_WORDS = 16
MOST_BOARDS, STALE = 12, 3600.0  # kept in a folder; seconds after which a board being made was cut short
WORD = re.compile(r"\w+")
POSSESSIVE = re.compile(r"['’]s\b")
TABLES = (
    "CREATE TABLE row (rank INTEGER PRIMARY KEY, body TEXT NOT NULL)",
    "CREATE TABLE numbers (name TEXT PRIMARY KEY, body BLOB NOT NULL)",
    "CREATE TABLE words (name TEXT PRIMARY KEY, body TEXT NOT NULL)",
    "CREATE VIRTUAL TABLE quotes USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2')",
)


class BoardWriter:
    """A board being made; rows come in the order of their ranks, 0 first."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db, self.count = db, 0
        self.waiting: list[tuple[int, str, str]] = []

    def add(self, row: str, quotes: str) -> None:
        """The next incident: its row as JSON, and the words that it is found by."""
        self.waiting.append((self.count, row, quotes))
        self.count += 1
        if len(self.waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        self.db.executemany("INSERT INTO row VALUES (?, ?)", ((rank, row) for rank, row, _ in self.waiting))
        self.db.executemany("INSERT INTO quotes (rowid, text) VALUES (?, ?)", ((r, q) for r, _, q in self.waiting))
        self.waiting.clear()

    def finish(self, numbers: Mapping[str, bytes], words: Mapping[str, object]) -> None:
        """Keep the columns: arrays of numbers as bytes, words as JSON."""
        self.flush()
        self.db.executemany("INSERT INTO numbers VALUES (?, ?)", numbers.items())
        packed = ((name, json.dumps(held, ensure_ascii=False)) for name, held in words.items())
        self.db.executemany("INSERT INTO words VALUES (?, ?)", packed)


@contextmanager
def new_board(path: Path) -> Iterator[BoardWriter]:
    """A board to be made, which has its name only once it is whole; raises LedgerError."""
    making = path.with_name(f"{path.name}.{os.getpid()}.making")
    with ledger_errors(path):
        path.parent.mkdir(exist_ok=True)
        making.unlink(missing_ok=True)
        try:
            with closing(sqlite3.connect(making, isolation_level=None)) as db:
                # No journal: a board cut short is thrown away.
                db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
                for statement in TABLES:
                    db.execute(statement)
                yield BoardWriter(db)
                db.execute("COMMIT")
            making.replace(path)
        finally:
            making.unlink(missing_ok=True)


class BoardFile:
    """A board to be read, by many threads."""

    def __init__(self, path: Path) -> None:
        self.path, self.lock, self.search_lock = path, Lock(), Lock()
        self.db = open_unchanging(path)
        # A search takes long and must not keep the reading of rows waiting.
        self.searching = open_unchanging(path)

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        for name in ("db", "searching"):
            held = self.__dict__.get(name)
            if held is not None:
                held.close()

    def numbers(self, name: str) -> bytes:
        """An array as bytes."""
        with ledger_errors(self.path), self.lock:
            return bytes(self.db.execute("SELECT body FROM numbers WHERE name = ?", (name,)).fetchone()[0])

    def words(self, name: str) -> object:
        """Words as they were kept."""
        with ledger_errors(self.path), self.lock:
            return json.loads(self.db.execute("SELECT body FROM words WHERE name = ?", (name,)).fetchone()[0])

    def rows(self, ranks: Sequence[int]) -> list[str]:
        """The rows of ranks, in their order, as JSON."""
        with ledger_errors(self.path), self.lock:
            query = "SELECT body FROM row WHERE rank = ?"
            return [self.db.execute(query, (rank,)).fetchone()[0] for rank in ranks]

    def search(self, asked: str) -> list[int]:
        """The ranks whose evidence has every word asked for, the last word perhaps only begun."""
        query = quoted_query(asked)
        if not query:
            return []
        with ledger_errors(self.path), self.search_lock:
            return [
                rank for (rank,) in self.searching.execute("SELECT rowid FROM quotes WHERE quotes MATCH ?", (query,))
            ]


def quoted_query(asked: str) -> str:
    """A user's words as a query that cannot fail: every word a quoted term, and a beginning of a word finds it."""
    words = WORD.findall(POSSESSIVE.sub("", asked))[:MOST_WORDS]
    return " ".join(f'"{word}"' + ("*" if len(word) > 1 else "") for word in words)


def open_unchanging(path: Path) -> sqlite3.Connection:
    """A connection for any thread to a file that nobody changes."""
    with ledger_errors(path):
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None)


def board_folder(ledger: Path) -> Path:
    """Where the boards of a ledger lie."""
    return ledger.with_name(ledger.name + ".boards")


def clear_boards(folder: Path, moment: str, keep: str) -> None:
    """Delete a moment's boards but the one to keep, and the oldest of other moments where there are many."""
    held = sorted(folder.glob("*.board"), key=lambda path: -path.stat().st_mtime)
    others = [path for path in held if not path.name.startswith(f"{moment}-")]
    past = [path for path in held if path.name.startswith(f"{moment}-") and path.name != keep]
    stale = [path for path in folder.glob("*.making") if time() - path.stat().st_mtime > STALE]
    for path in (*past, *others[MOST_BOARDS:], *stale):
        # One that another program holds open is left for later.
        with suppress(OSError):
            path.unlink()
