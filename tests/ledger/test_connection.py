"""Opening: what is no ledger, a newer one, a locked or read-only one."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from contested.ledger import connection
from contested.ledger.connection import connect_to_read, connect_to_write
from contested.ledger.migrations import MIGRATIONS
from contested.ledger.writer import open_writer
from contested.model.errors import LedgerError


def test_every_step_is_recorded_once(tmp_path: Path) -> None:
    for _ in range(2):
        with connect_to_write(tmp_path / "l.db") as db:
            assert [name for (name,) in db.execute("SELECT name FROM migration ORDER BY rowid")] == [
                step.__name__ for step in MIGRATIONS
            ]
            assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_failed_step_leaves_no_half_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE half (x)")
        raise RuntimeError("power cut")

    monkeypatch.setattr("contested.ledger.migrations.MIGRATIONS", (*MIGRATIONS, half))
    with pytest.raises(RuntimeError), connect_to_write(tmp_path / "l.db"):
        pass
    monkeypatch.undo()
    with connect_to_write(tmp_path / "l.db") as db:
        assert db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone() == (0,)


@pytest.mark.parametrize("opener", [connect_to_write, connect_to_read])
def test_what_is_no_ledger_is_refused(tmp_path: Path, opener: type[connect_to_read]) -> None:
    text, other, newer = tmp_path / "text.db", tmp_path / "other.db", tmp_path / "newer.db"
    text.write_text("no database at all, but long enough to be one" * 20)
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE recipes (x)")
    with connect_to_write(newer) as db:
        db.execute("INSERT INTO migration VALUES ('from_the_future', 'tomorrow')")
    for path, problem in ((text, "not a ledger"), (other, "another program"), (newer, "newer Contested")):
        before = path.read_bytes()
        with pytest.raises(LedgerError, match=problem), opener(path):
            pass
        assert path.read_bytes() == before


def test_a_locked_ledger_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.05)
    path = tmp_path / "l.db"
    with connect_to_write(path):
        pass
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LedgerError, match="locked by another program"), open_writer(path, "v1", "0"):
        pass
    other.close()


def test_reading_needs_no_writing(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with connect_to_write(path):
        pass
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with connect_to_read(path) as db:
            assert db.execute("SELECT count(*) FROM claim").fetchone() == (0,)
        if os.geteuid() != 0:
            with pytest.raises(LedgerError, match="read-only"), connect_to_write(path):
                pass
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize("name", [".", "nowhere/l.db"])
def test_a_path_that_cannot_be_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match="folder"), connect_to_write(tmp_path / name):
        pass


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"), connect_to_read(tmp_path / "l.db"):
        pass
    assert not (tmp_path / "l.db").exists()


def test_errors_that_are_not_the_ledgers_pass_through(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), connect_to_write(tmp_path / "l.db"):
        raise BrokenPipeError
    with pytest.raises(BrokenPipeError), connect_to_read(tmp_path / "l.db"):
        raise BrokenPipeError
