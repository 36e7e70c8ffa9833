"""The views of incidents, over a ledger of four invented reports on one strike and a town that two sides claim."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from contested.cli import cli
from contested.flow.reconciling import reconcile_ledger
from contested.ledger.incidents import Moment, incidents_at
from contested.ledger.reads import open_ledger
from contested.ledger.writer import open_writer


def run(path: Path, *words: str) -> str:
    """What a verb prints to standard output."""
    extra = ["--pack", str(path.parent / "pack.toml")]
    result = CliRunner().invoke(cli, [*words, "--ledger", str(path), *extra])
    assert result.exit_code == 0, result.output
    return result.stdout


def rows(path: Path, *words: str) -> list[dict[str, str]]:
    """The rows of a verb's CSV."""
    return list(csv.DictReader(io.StringIO(run(path, *words, "--format", "csv"))))


def claim_rows(path: Path) -> list[dict[str, str]]:
    """The rows of the CSV of claims."""
    told = CliRunner().invoke(cli, ["claims", "--ledger", str(path), "--format", "csv"]).stdout
    return list(csv.DictReader(io.StringIO(told)))


def strike(path: Path, *words: str) -> dict[str, object]:
    """The air strike as JSON."""
    found = [json.loads(line) for line in run(path, "incidents", "--format", "jsonl", *words).splitlines()]
    (incident,) = [i for i in found if i["event"] == "air_strike"]
    return incident  # type: ignore[no-any-return]


def test_three_reports_tell_one_strike(path: Path) -> None:
    incident = strike(path)
    assert incident["reports"] == ["one", "three", "two"] and incident["time"] == {
        "start": "2021-03-02",
        "end": "2021-03-02",
    }
    assert incident["tolls"] == {"killed": {"low": 12, "high": 31, "open": False}}
    assert {c["kind"] for c in incident["contradictions"]} == {"how_many", "whether"}  # type: ignore[attr-defined]
    assert set(incident["interests"].values()) == {"neutral", "self_serving"}  # type: ignore[attr-defined]


def test_as_known_on_an_earlier_day(path: Path) -> None:
    incident = strike(path, "--as-of", "2021-03-03")
    assert incident["reports"] == ["one"] and incident["contradictions"] == []
    assert strike(path)["reports"] == ["one", "three", "two"]


def test_disputes_name_both_sides_and_what_would_settle_them(path: Path) -> None:
    found = {row["kind"]: row for row in rows(path, "disputes", "--all")}
    assert {"how_many", "whether"} <= found.keys()
    assert "31: Hill Guard" in found["how_many"]["sides"] and found["whether"]["would_settle"]


def test_control_draws_a_lane_a_claimant_and_says_who_disagrees(path: Path) -> None:
    lanes = {row["holder"]: row for row in rows(path, "control", "ormek")}
    assert lanes["hill-guard"]["state"] == "held" and lanes["hill-guard"]["disagrees"] == "river-army"
    assert lanes["river-army"]["state"] == "taken" and float(lanes["river-army"]["strength"]) < 1


def test_old_claims_of_control_fade(path: Path) -> None:
    late = {row["holder"]: row for row in rows(path, "control", "Ormek", "--as-of", "2022-03-06")}
    assert float(late["hill-guard"]["strength"]) == 0 and late["hill-guard"]["disagrees"] == ""


def test_tolls_add_each_incident_once(path: Path) -> None:
    (row,) = rows(path, "tolls", "--by", "week")
    assert (row["week"], row["low"], row["high"], row["incidents"]) == ("2021-W09", "12", "31", "1")


@pytest.mark.parametrize(
    "verb", [("sources",), ("timeline",), ("framing",), ("framing", "--words"), ("incidents",), ("disputes",)]
)
@pytest.mark.parametrize("shape", ["table", "jsonl", "csv"])
def test_every_view_takes_every_format(path: Path, verb: tuple[str, ...], shape: str) -> None:
    out = run(path, *verb, "--format", shape)
    if shape == "jsonl":
        assert all(isinstance(json.loads(line), dict) for line in out.splitlines())


def test_geojson_is_a_feature_collection(path: Path) -> None:
    found = json.loads(run(path, "incidents", "--format", "geojson"))
    assert found["type"] == "FeatureCollection"
    assert {tuple(f["geometry"]["coordinates"]) for f in found["features"]} == {(37.0, 36.0)}
    assert {(f["properties"]["where_prec"], f["properties"]["radius_km"]) for f in found["features"]} == {(2, 11.5)}
    assert {(row["where_prec"], row["radius_km"]) for row in claim_rows(path)} == {("2", "11.5")}


def test_geojson_never_puts_the_dead_of_two_sides_in_one_number(path: Path) -> None:
    for feature in json.loads(run(path, "incidents", "--format", "geojson"))["features"]:
        told = feature["properties"]
        assert (told["killed_low"] is None) == (told["killed"] is None or ";" in told["killed"])


def test_an_event_that_is_no_code_is_refused(path: Path) -> None:
    result = CliRunner().invoke(cli, ["incidents", "--ledger", str(path), "--event", "bombs"])
    assert result.exit_code == 2 and "there is no event 'bombs'" in result.output


def test_incident_shows_claims_side_by_side(path: Path) -> None:
    out = run(path, "incident", str(strike(path)["id"]))
    assert "3 reports, 3 outlets, 3 roots" in out and "Hill Guard, in South Post" in out and "would settle it" in out


def judge(path: Path, *words: str) -> str:
    """The id of the judgement kept."""
    return run(path, "judge", *words).split()[0]


def test_a_split_wins_survives_and_can_be_undone(path: Path) -> None:
    one, two = sorted(strike(path)["claims"])[:2]  # type: ignore[call-overload]
    judgement = judge(path, "split", one, two)
    reconcile_ledger(path, [str(path.parent / "pack.toml")], again=True)
    with open_ledger(path) as ledger:
        incidents = incidents_at(ledger, Moment())
        assert incidents.one(one).id != incidents.one(two).id
    judge(path, "undo", judgement)
    assert {one, two} <= set(strike(path)["claims"])  # type: ignore[call-overload]


def test_a_rejected_claim_is_in_no_incident(path: Path) -> None:
    claim = sorted(strike(path)["claims"])[0]  # type: ignore[call-overload]
    judge(path, "reject", claim, "--why", "misread")
    assert claim not in strike(path)["claims"]  # type: ignore[operator]


def test_why_tells_every_attribute(path: Path) -> None:
    one, two = sorted(strike(path)["claims"])[:2]  # type: ignore[call-overload]
    out = run(path, "why", one, two)
    assert "one incident" in out and all(
        word in out for word in ("event", "date", "place", "actors", "toll", "words", "sum")
    )


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("judge", "merge", "c-gone", "c-lost"), "has no claim c-gone"),
        (("judge", "undo", "j-none"), "has no judgement j-none"),
        (("incident", "i-none"), "has no incident i-none"),
        (("why", "c-gone", "c-lost"), "has no claim c-gone"),
    ],
)
def test_bad_input_gets_one_line(path: Path, words: tuple[str, ...], answer: str) -> None:
    result = CliRunner().invoke(cli, [*words, "--ledger", str(path), "--pack", str(path.parent / "pack.toml")])
    assert result.exit_code == 2 and answer in result.stderr and "Traceback" not in result.output


def test_no_ledger_is_made_by_looking(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["reconcile", "--ledger", str(tmp_path / "none.db")])
    assert result.exit_code == 2 and "there is no such ledger" in result.stderr and not (tmp_path / "none.db").exists()


def test_an_empty_ledger_has_no_incidents(tmp_path: Path) -> None:
    with open_writer(tmp_path / "empty.db", "rules", "0") as writer:
        writer.end("done")
    result = CliRunner().invoke(cli, ["reconcile", "--ledger", str(tmp_path / "empty.db")])
    assert result.exit_code == 0 and "0 incidents" in result.stdout


def test_nothing_new_is_not_reconciled_again(path: Path) -> None:
    assert reconcile_ledger(path, [str(path.parent / "pack.toml")]).unchanged
