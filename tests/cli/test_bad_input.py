"""What cannot be read or written: one line, the right exit code, the ledger whole."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from contested.cli import cli

TEXT = "Shelling killed six people in Saraqib on Monday, residents said.\n"


def run(*args: str | Path) -> Result:
    """One call of the program."""
    result = CliRunner().invoke(cli, [str(arg) for arg in args])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_a_batch_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "table.csv").write_text("a,b\n1,2\n")
    result = run(
        "read", tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "table.csv", "--ledger", tmp_path / "l.db"
    )
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len([line for line in lines if line.startswith("error: ")]) == 2
    assert any("empty.txt" in line and ";" in line for line in lines)
    assert "1 reports read" in result.stdout and "2 skipped" in result.stdout


def test_a_report_without_a_day_that_can_be_read_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(f'text,date\n"{TEXT.strip()}",soon\n')
    result = run("read", tmp_path / "table.csv", "--ledger", tmp_path / "l.db")
    assert result.exit_code == 1
    assert "warning: " in result.stderr and "read without it" in result.stderr
    assert "1 reports read" in result.stdout and "1 read without the day" in result.stdout
    assert "skipped" not in result.stdout


@pytest.mark.parametrize("verb", ["read", "claims", "annotate"])
def test_nothing_readable_is_exit_code_2(tmp_path: Path, verb: str) -> None:
    (tmp_path / "empty.txt").write_text("")
    ledger = [] if verb == "annotate" else ["--ledger", tmp_path / "l.db"]
    result = run(verb, tmp_path / "empty.txt", *ledger)
    assert result.exit_code == 2
    assert result.stderr.count("error: ") == 1


def test_a_copy_is_noted(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(TEXT)
    result = run("read", tmp_path / "one.txt", tmp_path / "two.txt", "--ledger", tmp_path / "l.db")
    assert result.exit_code == 0
    assert "1 reports read" in result.stdout and "1 copies" in result.stdout and "two is r-" in result.stdout
    assert "2 already in the ledger" in run("read", tmp_path, "--ledger", tmp_path / "l.db").stdout


def test_a_year_that_nothing_tells_stays_open(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("On February 1, shelling killed six people in Saraqib, residents said.\n")
    told = run("claims", tmp_path / "one.txt", "--format", "jsonl").stdout.splitlines()
    days = [claim["time"]["start"] for claim in map(json.loads, told) if claim["time"]]
    assert days and set(days) == {"XXXX-02-01"}
    dated = run("claims", tmp_path / "one.txt", "--format", "jsonl", "--published", "2020-02-04").stdout.splitlines()
    assert {c["time"]["start"] for c in map(json.loads, dated) if c["time"]} == {"2020-02-01"}


@pytest.mark.parametrize("verb", ["claims", "brief", "status"])
def test_a_ledger_that_is_not_there_is_one_line(tmp_path: Path, verb: str) -> None:
    result = run(verb, "--ledger", tmp_path / "none.db")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ") and result.stderr.count("\n") == 1


def test_what_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    (tmp_path / "l.db").write_text("my shopping list " * 100)
    result = run("read", tmp_path / "one.txt", "--ledger", tmp_path / "l.db")
    assert result.exit_code == 2 and "is not a ledger" in result.stderr
    assert (tmp_path / "l.db").read_text().startswith("my shopping list")


def test_a_locked_ledger_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contested.ledger.connection.PATIENCE", 0.05)
    (tmp_path / "one.txt").write_text(TEXT)
    run("read", tmp_path / "one.txt", "--ledger", tmp_path / "l.db")
    other = sqlite3.connect(tmp_path / "l.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    result = run("read", tmp_path / "one.txt", "--ledger", tmp_path / "l.db")
    other.close()
    assert result.exit_code == 2
    assert "locked by another program" in result.stderr


def test_an_unknown_claim_or_day_or_event_is_named(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    run("read", tmp_path / "one.txt", "--ledger", tmp_path / "l.db")
    assert "no claim c-0" in run("show", "c-0", "--ledger", tmp_path / "l.db").stderr
    assert "2020-02-01" in run("claims", "--since", "31.1.2020").stderr
    assert "shelling" in run("claims", "--event", "shelled").stderr
    assert run("claims", "--since", "2021", "--until", "2020").exit_code == 2


def test_help_is_quick() -> None:
    def seconds(*command: str) -> float:
        began = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, capture_output=True)
        return time.perf_counter() - began

    bare = min(seconds("-c", "pass") for _ in range(3))
    assert min(seconds("-m", "contested.cli", "--help") for _ in range(3)) - bare < 0.4


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from contested.cli import cli; cli(['read', '-h'], standalone_mode=False); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not {"spacy", "numpy", "pydantic", "rich", "sqlite3", "trafilatura", "pyarrow"} & set(loaded)
