"""From inputs to the ledger: the same content however often a run was cut short and over however many processes."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from contested.flow.into_ledger import Summary, read_into
from contested.flow.rules import Settings, rules_version
from contested.ledger.reads import open_ledger
from contested.ledger.writer import sha256
from contested.model.errors import LedgerError, PipelineError
from contested.model.report import Report, Skip, report_id
from contested.read import ReadOptions, read_inputs

TOWNS = ("Darat Izza", "Saraqib", "Maarrat Misrin", "Tell Amber", "Binnish")


def write_table(path: Path, count: int) -> Path:
    """A table of made-up reports; every tenth is a copy of the one before it under another ref."""
    with path.open("w", encoding="utf-8") as out:
        for i in range(count):
            n = i - 1 if i % 10 == 9 else i
            text = f"Shelling number {n} killed {n % 7 + 2} people in {TOWNS[n % 5]} on Monday, residents said."
            row = {"ref": f"r{i}", "text": text, "publisher": f"Outlet {i % 3}", "published": "2021-03-03"}
            out.write(json.dumps(row) + "\n")
    return path


def read(ledger: Path, table: Path, **settings: int) -> Summary:
    return read_into(ledger, read_inputs([str(table)], ReadOptions()), Settings(**settings))


def digest(path: Path) -> str:
    with open_ledger(path) as ledger:
        return ledger.digest()


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_table(tmp_path_factory.mktemp("flow") / "reports.jsonl", 120)


@pytest.fixture(scope="module")
def whole(table: Path) -> Path:
    """The ledger of an undisturbed run."""
    path = table.with_name("whole.db")
    summary = read(path, table)
    assert (summary.new, summary.copies, summary.read) == (108, 12, 108)
    assert summary.claims >= 108
    return path


def test_a_killed_run_over_processes_resumes_and_ends_as_an_undisturbed_one(
    table: Path, whole: Path, tmp_path: Path
) -> None:
    path = tmp_path / "killed.db"
    command = [sys.executable, "-m", "contested.cli", "read", str(table), "--ledger", str(path), "--jobs", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        while run.poll() is None and readings(path) < 16:
            time.sleep(0.02)
        os.kill(run.pid, signal.SIGKILL)
    cut = readings(path)
    assert 16 <= cut < 108
    summary = read(path, table)
    assert summary.read == 108 - cut
    assert digest(path) == digest(whole)
    with open_ledger(path) as ledger:
        assert ledger.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def readings(path: Path) -> int:
    """How many reports a ledger in work has read."""
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            return int(db.execute("SELECT count(*) FROM reading").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_reading_again_reads_nothing(table: Path, whole: Path) -> None:
    before = digest(whole)
    seen: list[int] = []
    summary = read_into(whole, read_inputs([str(table)], ReadOptions()), Settings(), lambda s: seen.append(s.arrived))
    assert (summary.read, summary.again, summary.new) == (0, 120, 0)
    assert seen == sorted(seen) and seen[-1] == 120
    assert digest(whole) == before


def test_an_unknown_language_is_kept_without_claims(tmp_path: Path) -> None:
    text = "Beschuss tötete am Montag sechs Menschen in Saraqib."
    report = Report(report_id(text), "de", text, language="de")
    summary = read_into(tmp_path / "l.db", [report, Skip("x.txt", "is empty", "give some text")], Settings())
    assert (summary.new, summary.claims, len(summary.skips)) == (1, 0, 1)
    assert "'de'" in next(iter(summary.notes))
    with open_ledger(tmp_path / "l.db") as ledger:
        assert ledger.report("de").text == text
        (stored,) = ledger.db.execute("SELECT sha256 FROM report").fetchone()
        assert stored == sha256(text)


def test_a_text_too_long_to_parse_is_kept_without_claims(tmp_path: Path) -> None:
    text = "Shelling killed six people. " * 40_000
    summary = read_into(tmp_path / "l.db", [Report(report_id(text), "long", text)], Settings())
    assert (summary.new, summary.claims) == (1, 0)
    assert "split it" in next(iter(summary.notes))


def test_a_pipeline_that_is_not_there_leaves_the_ledger_whole(table: Path, tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="no_such_model"):
        read_into(tmp_path / "l.db", read_inputs([str(table)], ReadOptions()), Settings(model="no_such_model"))
    with open_ledger(tmp_path / "l.db") as ledger:
        assert list(ledger.claims()) == []
        assert ledger.db.execute("SELECT count(*) FROM report").fetchone() == (0,)


def test_a_full_disk_stops_with_one_error(table: Path, whole: Path, tmp_path: Path) -> None:
    if os.geteuid() != 0 or not sys.platform.startswith("linux"):
        pytest.skip("mounting a small disk needs root on Linux")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "none", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no right to mount")
    try:
        with pytest.raises(LedgerError, match="disk is full"):
            read(disk / "l.db", table)
        with open_ledger(disk / "l.db") as ledger:
            assert ledger.db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_the_rules_have_a_version_that_settings_change() -> None:
    assert rules_version(Settings()) == rules_version(Settings(jobs=4))
    assert rules_version(Settings()) != rules_version(Settings(packs=("world",)))
