"""Every view at every moment and in every format; days that cannot be; empty ledgers; claims that are gone."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from contested.cli import cli
from contested.flow.reconciling import reconcile_ledger
from contested.ledger.incidents import Moment, build_digest
from contested.ledger.reads import open_ledger
from contested.ledger.writer import Reading, open_writer
from contested.model.claim import Claim, ClaimTime, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report, report_id

VIEWS = (
    ("incidents",), ("disputes",), ("tolls",), ("control", "Ormek"), ("framing",), ("framing", "--words"), ("sources",),
    ("timeline",), ("brief",), ("claims",), ("status",), ("judge", "list"),
)  # fmt: skip
LATE = "The council of Besane said that shells fell on Besane."
AHEAD = "The council of Talvin said that shells fell on Talvin on 9 March."


def call(path: Path, *words: str) -> Result:
    """One call of the program on a ledger."""
    result = CliRunner().invoke(cli, [*words, "--ledger", str(path)])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def first_claims(path: Path) -> tuple[str, str]:
    """Two claims of the ledger: of the report of 3 March and of the one of 4 March."""
    told = [json.loads(line) for line in call(path, "claims", "--format", "jsonl").stdout.splitlines()]
    ids = {claim["report"]["ref"]: claim["id"] for claim in told}
    return ids["one"], ids["two"]


@pytest.mark.parametrize("view", [*VIEWS, ("incident",), ("why",), ("show",)], ids=" ".join)
@pytest.mark.parametrize("shape", ["table", "jsonl", "csv"])
def test_every_view_takes_every_format_and_moment(path: Path, view: tuple[str, ...], shape: str) -> None:
    one, two = first_claims(path)
    ids = {"incident": [one], "why": [one, two], "show": [one]}.get(view[0], [])
    for moment in ((), ("--as-of", "2021-03-31"), ("--read-by", "2031-01-01")):
        result = call(path, *view, *ids, "--format", shape, *moment)
        assert result.exit_code == 0, result.output
        if shape == "jsonl":
            assert all(isinstance(json.loads(line), dict) for line in result.stdout.splitlines())
        if shape == "csv":
            assert len({len(row) for row in csv.reader(io.StringIO(result.stdout))}) == 1


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_before_the_first_report_nothing_was_known(path: Path, view: tuple[str, ...]) -> None:
    rows = call(path, *view, "--as-of", "2020-12-31", "--format", "jsonl").stdout.splitlines()
    if view == ("status",):
        assert json.loads(rows[0]) == {"list": "totals", "value": "reports", "count": 0}
    else:
        assert rows == []


@pytest.mark.parametrize("words", [("claims",), ("framing",), ("sources",), ("brief",)])
def test_as_of_a_day_leaves_out_later_reports(path: Path, words: tuple[str, ...]) -> None:
    told = call(path, *words, "--as-of", "2021-03-03", "--format", "csv").stdout
    assert "South Post" not in told and "Hill Guard" not in told.replace("River Army", "")


@pytest.mark.parametrize("words", [("show", "{two}"), ("why", "{one}", "{two}")])
def test_a_claim_not_yet_known_is_said_so(path: Path, words: tuple[str, ...]) -> None:
    one, two = first_claims(path)
    result = call(path, *(word.format(one=one, two=two) for word in words), "--as-of", "2021-03-03")
    assert result.exit_code == 2 and two in result.stderr and "Traceback" not in result.output


@pytest.mark.parametrize("view", [*VIEWS, ("reconcile",)], ids=" ".join)
@pytest.mark.parametrize("shape", ["table", "jsonl", "csv"])
def test_an_empty_ledger_is_answered(tmp_path: Path, view: tuple[str, ...], shape: str) -> None:
    with open_writer(tmp_path / "empty.db", "rules", "0") as writer:
        writer.end("done")
    form = () if view == ("reconcile",) else ("--format", shape)
    result = call(tmp_path / "empty.db", *view, *form)
    assert result.exit_code == 0 and "Traceback" not in result.output


@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
def test_no_ledger_is_one_line(tmp_path: Path, view: tuple[str, ...]) -> None:
    result = call(tmp_path / "none.db", *view)
    assert result.exit_code == 2 and len(result.stderr.splitlines()) == 1 and not (tmp_path / "none.db").exists()


def odd(text: str, ref: str, published: str, day: str, town: str) -> Reading:
    """A report with one claim of shelling, not yet written."""
    report = Report(report_id(text), ref, text, publisher="Vale Post", published=published, origin=f"{ref}.txt")
    whole = Mention.of(text, 0, len(text))
    at = Mention.of(text, text.index(town), text.index(town) + len(town))
    claim = Claim(
        "", ReportRef.of(report), whole, Mention.of(text, text.index("shells"), text.index("shells") + 6), "shelling",
        places=(PlaceRef(town, f"town:{town}", 35.0, 37.0, 1, "on", "SY", (), at),), time=ClaimTime(day, day, "day"),
    )  # fmt: skip
    return report, claim.with_id()  # type: ignore[return-value]


@pytest.fixture
def days(tmp_path: Path) -> Path:
    """A ledger of a report that bears a day to come, and of one that tells of a day after its own."""
    path = tmp_path / "days.db"
    with open_writer(path, "rules", "0") as writer:
        for told in (odd(LATE, "late", "2131-05-01", "2131-04-30", "Besane"),
                     odd(AHEAD, "ahead", "2021-03-01", "2021-03-09", "Talvin")):  # fmt: skip
            report, claim = told  # type: ignore[misc]
            writer.append([Reading(writer.arrive(report), [claim])])
        writer.end("done")
    reconcile_ledger(path, ["world", "syria"])
    return path


def test_a_day_to_come_is_said_and_nothing_is_lost(days: Path) -> None:
    brief = " ".join(call(days, "brief").stdout.split())
    assert "Report late bears 2131-05-01 as its day of publication, but was read on" in brief
    assert "Besane" in brief and "Talvin" in brief
    assert "later than the day they were read" in call(days, "status").stdout
    assert len(call(days, "incidents", "--format", "jsonl").stdout.splitlines()) == 2
    assert len(call(days, "incidents", "--as-of", "2100", "--format", "jsonl").stdout.splitlines()) == 1


def test_a_claim_dated_after_its_report_is_listed_as_such(days: Path) -> None:
    brief = call(days, "brief").stdout
    part = brief.split("Dated after its report\n")[1].split("\nReports\n")[0]
    assert "Talvin" in part and "Besane" not in part


def test_a_judgement_on_a_claim_that_is_gone_is_kept_and_said(path: Path) -> None:
    one, two = first_claims(path)
    assert call(path, "judge", "split", one, two).exit_code == 0
    with open_writer(path, "other rules", "0") as writer:
        for line in call(path, "claims", "--format", "jsonl").stdout.splitlines():
            assert json.loads(line)["id"]
        text = "River Army jets hit Ormek market on 2 March; at least 12 died, a medic said."
        report = Report(report_id(text), "one", text, publisher="North Wire", published="2021-03-03", origin="one.txt")
        writer.append([Reading(writer.arrive(report), [])])
        writer.end("done")
    told = call(path, "reconcile").stdout
    assert "1 judgements on claims that the newest reading no longer tells, kept" in told
    assert "no longer tells" in call(path, "judge", "list").stdout
    (row,) = csv.DictReader(io.StringIO(call(path, "judge", "list", "--format", "csv").stdout))
    assert row["adrift"] == "True"
    assert "superseded" in call(path, "show", one).stdout


def test_lanes_of_a_day_to_come_do_not_grow_stronger(path: Path) -> None:
    lanes = list(
        csv.DictReader(io.StringIO(call(path, "control", "Ormek", "--as-of", "2021-03-31", "--format", "csv").stdout))
    )
    assert lanes and all(0 <= float(lane["strength"]) <= 1 for lane in lanes)


def test_the_same_claim_under_other_facts_stays_one(days: Path) -> None:
    report, claim = odd(AHEAD, "ahead", "2021-03-01", "2021-03-09", "Talvin")  # type: ignore[misc]
    with open_writer(days, "rules", "0") as writer:
        writer.append([Reading(writer.arrive(replace(report, publisher="Vale Post Weekly")), [claim])])
        writer.end("done")
    assert len(call(days, "claims", "--format", "jsonl").stdout.splitlines()) == 2


def test_incidents_of_other_packs_are_said_so(path: Path) -> None:
    assert "by other rules or packs" in call(path, "timeline").stderr
    own = str(path.parent / "pack.toml")
    assert "other rules" not in call(path, "timeline", "--pack", own).stderr


def test_a_name_that_is_no_pack_is_an_error_of_every_view(path: Path) -> None:
    done = call(path, "timeline", "--pack", "nope")
    assert done.exit_code == 2
    assert "nope: is no pack" in done.stderr


def test_an_incident_dated_after_its_report_is_marked_in_every_view(days: Path) -> None:
    rows = {row["where"]: row for row in csv.DictReader(io.StringIO(call(days, "incidents", "--format", "csv").stdout))}
    assert rows["Talvin"]["when"] == "2021-03-09 (dated after its first report, 2021-03-01)"
    assert "after" not in rows["Besane"]["when"]
    lines = [json.loads(line) for line in call(days, "incidents", "--format", "jsonl").stdout.splitlines()]
    assert {line["places"][0]["name"]: line["dated_after_report"] for line in lines} == {
        "Talvin": True,
        "Besane": False,
    }


def test_an_earlier_day_can_be_derived_for_others_to_look_at(path: Path) -> None:
    assert "incidents of 1 claims" in call(path, "reconcile", "--as-of", "2021-03-03").stdout
    with open_ledger(path) as ledger:
        assert build_digest(ledger, Moment("2021-03-03")) and build_digest(ledger, Moment())
