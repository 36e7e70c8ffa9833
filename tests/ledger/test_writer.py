"""Appending: copies, re-reads, amendments, newer rules, refusals."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from contested.ledger.filters import ClaimFilter
from contested.ledger.reads import open_ledger
from contested.ledger.writer import Reading, open_writer
from contested.model.errors import LedgerError
from contested.model.report import Report

TEXT = "Shells fell on Darat Izza on Monday."
Make = dict[str, Any]


def read(path: Path, make: Make, *reports: Report, rules: str = "v1") -> list[str]:
    """Append reports, each with one claim; what each arrival was, with "+" where it was read."""
    with open_writer(path, rules, "0") as writer:
        seen = []
        for report in reports:
            arrival = writer.arrive(report)
            due = arrival.to_read
            claims = [make["claim"](due, "fell", "shelling", confidence=0.5)] if due else []
            writer.append([Reading(arrival, claims)])
            seen.append(arrival.kind + ("+" if due else ""))
        writer.end("done")
    return seen


def digest(path: Path) -> str:
    with open_ledger(path) as ledger:
        return ledger.digest()


def test_the_same_text_under_another_name_is_read_once(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "l.db"
    one, two = make["report"](TEXT, publisher="A"), make["report"](TEXT + "\n", "two", publisher="B")
    assert read(path, make, one, two, one) == ["first+", "copy", "copy"]
    with open_ledger(path) as ledger:
        assert len(list(ledger.claims())) == 1
        names = [(a.kind, a.ref, a.publisher) for a in ledger.appearances(one.id)]
    assert names == [("first", "one", "A"), ("copy", "two", "B"), ("copy", "one", "A")]


def test_reading_again_adds_nothing(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "l.db"
    reports = [make["report"](TEXT), make["report"](TEXT, "two"), make["report"](TEXT)]
    read(path, make, *reports)
    before = digest(path)
    assert read(path, make, *reports) == ["again", "again", "again"]
    assert digest(path) == before


def test_a_run_cut_short_ends_as_an_undisturbed_one(tmp_path: Path, make: Make) -> None:
    reports = [make["report"](f"{TEXT} {i % 4}", f"r{i}") for i in range(8)]
    read(tmp_path / "whole.db", make, *reports)
    for cut in range(8):
        path = tmp_path / f"cut{cut}.db"
        read(path, make, *reports[:cut])
        read(path, make, *reports)
        assert digest(path) == digest(tmp_path / "whole.db")


def test_a_date_told_later_is_read_anew_and_the_old_reading_kept(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "l.db"
    assert read(path, make, make["report"](TEXT)) == ["first+"]
    dated = make["report"](TEXT, published="2020-02-04")
    assert read(path, make, dated) == ["amended+"]
    assert read(path, make, dated) == ["again"]
    with open_ledger(path) as ledger:
        assert [c.report.published for c in ledger.claims()] == ["2020-02-04"]
        assert len(ledger.appearances(dated.id)) == 2


def test_newer_rules_add_and_supersede(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "l.db"
    report = make["report"](TEXT)
    read(path, make, report)
    with open_writer(path, "v2", "0") as writer:
        arrival = writer.arrive(report)
        assert arrival.to_read == report
        writer.append([Reading(arrival, [make["claim"](report, "Shells", "attack")])])
    with open_ledger(path) as ledger:
        (current,) = ledger.claims()
        assert current.event == "attack"
        old = ledger.db.execute("SELECT claim FROM superseded_claim").fetchall()
        assert [ledger.claim(id).superseded for (id,) in old] == [True]
        assert not ledger.claim(current.id).superseded


def test_a_copy_brings_newer_rules_to_the_first_telling(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "l.db"
    read(path, make, make["report"](TEXT, publisher="A"))
    assert read(path, make, make["report"](TEXT, "two", publisher="B"), rules="v2") == ["copy+"]
    with open_ledger(path) as ledger:
        assert [c.report.publisher for c in ledger.claims()] == ["A"]


@pytest.mark.parametrize("table", ["run", "report", "appearance", "reading", "claim", "told", "label"])
def test_nothing_is_changed_or_deleted(tmp_path: Path, make: Make, table: str) -> None:
    path = tmp_path / "l.db"
    read(path, make, make["report"](TEXT))
    db = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(f"DELETE FROM {table}")
    column = db.execute(f"SELECT name FROM pragma_table_info('{table}') LIMIT 1").fetchone()[0]
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(f"UPDATE {table} SET {column} = {column}")
    db.close()


def test_a_second_writer_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    second = open_writer(path, "v1", "0")
    with open_writer(path, "v1", "0"), pytest.raises(LedgerError, match="another contested is writing"), second:
        pass


def test_a_full_disk_leaves_the_ledger_whole(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "l.db"
    read(path, make, make["report"](TEXT))
    before = digest(path)
    long = make["report"](TEXT + " again" * 200_000, "long")
    with open_writer(path, "v1", "0") as writer:
        pages = writer.db.execute("PRAGMA page_count").fetchone()[0]
        writer.db.execute(f"PRAGMA max_page_count = {pages + 10}")
        with pytest.raises(LedgerError, match="disk is full"):
            writer.append(
                [Reading(writer.arrive(make["report"]("Small one fell.", "s"))), Reading(writer.arrive(long))]
            )
    assert digest(path) == before
    assert sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_claims_come_back_as_they_went_in(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "l.db"
    report = make["report"](TEXT, publisher="Example Wire", title="Shells")
    claim = make["claim"](
        report, "fell", "shelling", time=make["day"]("XXXX-02-03"), places=(make["place"](report, "Darat Izza"),)
    )
    with open_writer(path, "v1", "0") as writer:
        writer.append([Reading(writer.arrive(report), [claim, claim])])
    with open_ledger(path) as ledger:
        assert list(ledger.claims(ClaimFilter())) == [claim]
        assert ledger.report("one") == report
        assert ledger.report_of(claim) == report
