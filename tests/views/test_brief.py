"""The brief over incidents: agreed, disputed, new, tolls by side, denials, moments, every format."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from contested.cli import cli
from contested.ledger.writer import open_writer


def brief(path: Path, *words: str) -> str:
    """What `contested brief` prints."""
    extra = ["--pack", str(path.parent / "pack.toml")] if (path.parent / "pack.toml").exists() else []
    result = CliRunner().invoke(cli, ["brief", "--ledger", str(path), *words, *extra])
    assert result.exit_code == 0, result.output
    return result.stdout


def part(text: str, heading: str) -> str:
    """One section of the text, its lines joined."""
    found = re.search(rf"^{re.escape(heading)}\n-+\n(.*?)(?=^\S[^\n]*\n-+$|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, (heading, text)
    return " ".join(found.group(1).split())


def test_a_dispute_names_its_answers_who_gives_them_and_what_would_settle_it(path: Path) -> None:
    told = part(brief(path), "Disputed")
    assert "Air strike, Ormek, 2 March 2021" in told and "Told by 3 reports of 3 outlets" in told
    assert re.search(r"it happened, according to .*Hill Guard \(upper\)", told)
    assert "Disputed: whether there was an air strike" in told
    assert "it did not happen, according to River Army (lower)" in told
    assert "12 or more, according to" in told and "31, according to Hill Guard (upper)" in told
    assert told.count("This would settle it") == 1


def test_what_is_not_disputed_is_told_alike(path: Path) -> None:
    told = part(brief(path), "Disputed")
    assert "that it was on 2 March 2021" in told and "that it was at Ormek" in told
    assert "that it happened" not in told


def test_who_is_said_to_hold_a_place_is_told_once_with_all_who_tell_it(path: Path) -> None:
    told = part(brief(path), "Who is said to hold what")
    assert told.count("Ormek: held by Hill Guard, according to") == 1


def test_every_claim_is_cited_and_no_citation_is_loose(path: Path) -> None:
    page = brief(path, "--format", "html")
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids
    listed = [json.loads(line) for line in brief(path, "--format", "jsonl").splitlines()]
    told = {id for row in listed for id in row["claims"]}
    everything = CliRunner().invoke(cli, ["claims", "--ledger", str(path), "--format", "jsonl"]).stdout
    assert told == {json.loads(line)["id"] for line in everything.splitlines()}
    assert all(row["cites"] for row in listed if row["claims"])


def test_new_since_a_day_is_what_later_reports_tell(path: Path) -> None:
    told = part(brief(path, "--new-since", "2021-03-03"), "New")
    assert "published after 2021-03-03" in told
    assert (
        "Known before, now also told in 2 new claims" in told
        and "Newly disputed: whether there was an air strike" in told
    )
    assert "New figure, killed: 31, according to Hill Guard (upper)" in told
    assert "nothing is" in part(brief(path, "--new-since", "2031-01-01"), "New")


def test_new_since_a_brief_is_what_was_read_after_it(path: Path) -> None:
    earlier = path.parent / "earlier.txt"
    earlier.write_text(brief(path), encoding="utf-8")
    assert "readings 1 to 4" in earlier.read_text(encoding="utf-8")
    assert "nothing is" in part(brief(path, "--since-brief", str(earlier)), "New")
    earlier.write_text(earlier.read_text(encoding="utf-8").replace("1 to 4", "1 to 2"), encoding="utf-8")
    told = part(brief(path, "--since-brief", str(earlier)), "New")
    assert "read after earlier.txt, which knew readings 1 to 2" in told and "Newly disputed" in told


@pytest.mark.parametrize("text", [None, "no brief at all"])
def test_a_file_that_is_no_brief_is_refused(path: Path, text: str | None) -> None:
    file = path.parent / "other.txt"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["brief", "--ledger", str(path), "--since-brief", str(file)])
    assert result.exit_code == 2 and "other.txt" in result.stderr and "Traceback" not in result.output


def test_as_known_on_an_earlier_day(path: Path) -> None:
    told = brief(path, "--as-of", "2021-03-03")
    assert "0 disputed" in told and "South Post" not in told and "only what was published by 2021-03-03" in told


def test_filters_choose_incidents_and_show_them_whole(path: Path) -> None:
    told = brief(path, "--source", "Hill Guard")
    assert "East Mail" in told and "Hill Guard holds Ormek" not in told
    assert "Brief: 0 incidents in 0 reports" in brief(path, "--place", "Atlantis")


@pytest.mark.parametrize("shape", ["markdown", "html", "table", "jsonl", "csv"])
def test_every_format(path: Path, shape: str) -> None:
    told = brief(path, "--format", shape)
    assert "River Army" in told and "confirmed" not in told.lower()
    if shape == "csv":
        assert {"section", "sentence", "claims"} <= set(next(csv.DictReader(io.StringIO(told))))


def test_an_empty_ledger_has_an_empty_brief(tmp_path: Path) -> None:
    with open_writer(tmp_path / "empty.db", "rules", "0") as writer:
        writer.end("done")
    told = brief(tmp_path / "empty.db")
    assert "Brief: 0 incidents in 0 reports" in told and "readings 1 to 0" in told


def test_text_keeps_to_its_width(path: Path) -> None:
    assert max(map(len, brief(path).splitlines())) <= 88
