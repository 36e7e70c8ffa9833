"""Every verb on a ledger of the demo's reports, and on inputs at hand."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from contested.cli import VERBS, cli

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "demo" / "reports"


GAZETTEER = ("add", "import", "lookup")


def run(*args: str | Path, input: str | None = None) -> Result:
    """One call of the program."""
    result = CliRunner().invoke(cli, [str(arg) for arg in args], input=input)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the demo."""
    path = tmp_path_factory.mktemp("cli") / "demo.db"
    result = run("read", DEMO, "--ledger", path)
    assert result.exit_code == 0, result.output
    assert re.search(r"12 reports read, \d+ claims", result.stdout)
    return path


def claims(ledger: Path, *args: str) -> list[dict[str, object]]:
    """The claims that fit, parsed."""
    return [
        json.loads(line) for line in run("claims", "--ledger", ledger, "--format", "jsonl", *args).stdout.splitlines()
    ]


def test_claims_fit_the_published_schema(ledger: Path) -> None:
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    told = claims(ledger)
    assert len(told) > 40
    for claim in told:
        validator.validate(claim)


def test_filters_narrow(ledger: Path) -> None:
    told = claims(ledger)
    dated = claims(ledger, "--since", "2020-02-03", "--until", "2020-02")
    assert 0 < len(dated) < len(told)
    assert all(str(c["time"]["end"]) >= "2020-02-03" for c in dated)  # type: ignore[index]
    shelling = claims(ledger, "--event", "shelling", "--event", "air_strike")
    assert {c["event"] for c in shelling} == {"shelling", "air_strike"}
    assert len(claims(ledger, "--limit", "3")) == 3
    assert claims(ledger, "--source", "Marmara Daily") and not claims(ledger, "--source", "Nobody's Gazette")


def test_csv_and_table_list_the_same(ledger: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("claims", "--ledger", ledger, "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == [c["id"] for c in claims(ledger)]
    table = run("claims", "--ledger", ledger, "--limit", "5").stdout
    assert all(row["id"] in table for row in rows[:5])


def test_inputs_at_hand_give_the_claims_that_the_ledger_has(ledger: Path) -> None:
    direct = run("claims", DEMO, "--format", "jsonl")
    assert direct.exit_code == 0
    assert sorted(json.loads(line)["id"] for line in direct.stdout.splitlines()) == sorted(
        str(c["id"]) for c in claims(ledger)
    )


def test_a_place_is_asked_for_by_any_of_its_names(ledger: Path) -> None:
    everywhere = claims(ledger)
    assert claims(ledger, "--place", "Halab") == claims(ledger, "--place", "Aleppo Governorate") != []
    assert len(claims(ledger, "--place", "Syria")) == sum(
        any(place["country"] == "SY" for place in claim["places"])  # type: ignore[attr-defined]
        for claim in everywhere
    )
    one, other = (
        run("incidents", "--ledger", ledger, "--format", "csv", "--place", name).stdout for name in ("Halab", "Aleppo")
    )
    assert one == other and len(one.splitlines()) > 2
    assert "no incidents fit" in run("incidents", "--ledger", ledger, "--place", "Atlantis").output


def test_show_marks_the_evidence(ledger: Path) -> None:
    claim = claims(ledger, "--event", "shelling")[0]
    shown = run("show", str(claim["id"]), "--ledger", ledger).stdout
    assert ">>" in shown and "[[" in shown and "\x1b" not in shown
    report = run("show", str(claim["report"]["ref"]), "--ledger", ledger).stdout  # type: ignore[index]
    assert "]](1)" in report and f") {claim['id']} According to " in report


@pytest.mark.parametrize("shape", ["terminal", "markdown", "html"])
def test_brief_cites_every_sentence(ledger: Path, shape: str) -> None:
    brief = run("brief", "--ledger", ledger, "--format", shape, "--since", "2020-01-31").stdout
    told = brief.split("Reports\n")[0].replace("\n", " ")
    assert told.count("According to") > 10
    if shape == "terminal":
        sentences = re.findall(r"According to .*?\]\.(?= |$)", re.sub(r"\s+", " ", told))
        assert len(sentences) == told.count("According to ")


def test_status_counts_the_ledger(ledger: Path) -> None:
    status = run("status", "--ledger", ledger).stdout
    assert "12 reports" in status and "Marmara Daily" in status and "Rules in force" in status


def test_annotate_gives_a_line_a_report_with_true_offsets() -> None:
    path = DEMO / "orontes-villages.txt"
    result = run("annotate", path)
    (line,) = result.stdout.splitlines()
    wire = json.loads(line)
    assert set(wire) == {"report", "mentions", "attributions"}
    kinds = {mention["kind"] for mention in wire["mentions"]}
    assert {"actor", "place", "time", "quantity"} <= kinds
    assert all(m["end"] - m["start"] == len(m["quote"]) for m in wire["mentions"])
    assert "orontes-villages" in run("annotate", path, "--format", "text").stdout


def test_gazetteer_looks_up() -> None:
    assert "Saraqib" in run("gazetteer", "lookup", "Saraqeb").stdout
    assert "not resolved" in run("gazetteer", "lookup", "Qwxzptown").stdout


def test_places_of_ones_own_are_found(tmp_path: Path) -> None:
    villages = tmp_path / "villages.csv"
    villages.write_text("village,y,x\nQwxzptown,35.5,36.5\n", encoding="utf-8")
    own = ("--gazetteer", tmp_path / "own.sqlite")
    added = run("gazetteer", "import", villages, "--columns", "name=village,lat=y,lon=x", "--origin", "A survey", *own)
    assert added.exit_code == 0 and added.stdout.startswith("1 places from A survey (licence unknown)")
    assert "35.5000 36.5000" in run("gazetteer", "lookup", "Qwxzptown", *own).stdout
    assert "no field village" in run("gazetteer", "import", villages, "--columns", "village=x", *own).stderr
    assert run("gazetteer", "import", tmp_path / "none.csv", *own).exit_code == 2


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_an_example_and_stands_in_the_docs(verb: str) -> None:
    result = run(verb, "--help")
    assert f"contested {verb}" in result.stdout.split("Example", 1)[1]
    assert f"contested {verb}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"`{verb}`" in run("--help").stdout or verb in run("--help").stdout


def test_remedies_name_options_that_there_are() -> None:
    known = set(re.findall(r"--[a-z][a-z-]+", " ".join(run(verb, "--help").stdout for verb in VERBS)))
    groups = [("gazetteer", v) for v in GAZETTEER] + [("judge", v) for v in ("merge", "split", "reject", "undo")]
    known |= {"--column"} | set(re.findall(r"--[a-z][a-z-]+", "".join(run(*g, "-h").stdout for g in groups)))
    for file in (ROOT / "src").rglob("*.py"):
        named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", file.read_text(encoding="utf-8"))) - {"--upgrade"}
        assert named <= known, file
