"""A report that breaks the program is told and left; the others are read, and the ledger stays whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner
from spacy.language import Language
from spacy.tokens import Doc

from contested.cli import cli
from contested.flow.rules import DEFAULT_MODEL
from contested.flow.surviving import surviving
from contested.ledger.reads import open_ledger
from contested.model.errors import PackError
from contested.model.report import Report, Skip, report_id

STUMBLE = "stumbleword"
TEXTS = [
    "Shelling killed four people in Saraqib on Monday, residents said.",
    f"Shelling killed {STUMBLE} six people in Binnish on Monday, residents said.",
    "Air strikes killed nine people in Darat Izza on Monday, residents said.",
]


@Language.component("stumbles")
def stumbles(doc: Doc) -> Doc:
    """Break as a fault of the rules would."""
    if any(token.text == STUMBLE for token in doc):
        raise IndexError("list index out of range")
    return doc


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real pipeline that breaks on one word."""
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("stumbles")
    path = tmp_path_factory.mktemp("pipeline") / "stumbling"
    nlp.to_disk(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports, of which the second breaks it."""
    path = tmp_path / "reports"
    path.mkdir()
    for n, text in enumerate(TEXTS):
        (path / f"r{n}.txt").write_text(text)
    return path


def test_the_others_of_the_batch_are_read_and_the_exit_code_tells(folder: Path, pipeline: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l.db"
    told = CliRunner().invoke(cli, ["read", str(folder), "--ledger", str(ledger), "--model", str(pipeline)])
    assert told.exit_code == 1
    errors = [line for line in told.stderr.splitlines() if line.startswith("error: ")]
    assert len(errors) == 1 and "r1.txt" in errors[0] and "IndexError" in errors[0] and "report it" in errors[0]
    assert "2 reports read" in told.stdout and "1 failed" in told.stdout
    with open_ledger(ledger) as opened:
        assert len({claim.report.id for claim in opened.claims()}) == 2
        assert opened.report(report_id(TEXTS[1])).text == TEXTS[1]


def test_the_next_run_tries_it_again_and_a_whole_program_reads_it(folder: Path, pipeline: Path, tmp_path: Path) -> None:
    ledger = ["--ledger", str(tmp_path / "l.db")]
    for _ in range(2):
        told = CliRunner().invoke(cli, ["read", str(folder), *ledger, "--model", str(pipeline)])
        assert told.exit_code == 1 and "r1.txt" in told.stderr
    assert "0 reports read" in told.stdout and "2 already in the ledger" not in told.stderr
    told = CliRunner().invoke(cli, ["read", str(folder), *ledger])
    assert told.exit_code == 0, told.stderr
    with open_ledger(tmp_path / "l.db") as opened:
        assert len({claim.report.id for claim in opened.claims()}) == 3


def test_what_was_read_before_stands_where_a_later_version_breaks(folder: Path, pipeline: Path, tmp_path: Path) -> None:
    ledger = ["--ledger", str(tmp_path / "l.db")]
    assert CliRunner().invoke(cli, ["read", str(folder), *ledger]).exit_code == 0
    assert CliRunner().invoke(cli, ["read", str(folder), *ledger, "--model", str(pipeline)]).exit_code == 1
    with open_ledger(tmp_path / "l.db") as opened:
        assert len({claim.report.id for claim in opened.claims()}) == 3


@pytest.mark.parametrize("verb", ["claims", "annotate"])
def test_verbs_without_a_ledger_go_on_too(folder: Path, pipeline: Path, verb: str) -> None:
    shape = ["--format", "jsonl", "--model", str(pipeline)]
    told = CliRunner().invoke(cli, [verb, str(folder), *shape])
    assert told.exit_code == 1
    assert "r1.txt" in told.stderr and "Binnish" not in told.stdout
    assert "Saraqib" in told.stdout and "Darat Izza" in told.stdout


def test_only_the_report_that_fails_is_missing_and_no_other_is_made_twice() -> None:
    reports = [Report(f"id{n}", f"r{n}", "text") for n in range(6)]

    def work(given: Sequence[Report]) -> Iterator[str]:
        """Fails late on r1, as a step that looks ahead does, and at once on r4."""
        for report in given:
            if report.ref in ("r1", "r4"):
                raise ValueError(f"no {report.ref}")
            yield report.ref

    made = list(surviving(work, reports))
    assert [m if isinstance(m, str) else m.origin for m in made] == [
        "r0", "report (r1)", "r2", "r3", "report (r4)", "r5",
    ]  # fmt: skip
    assert [m.problem for m in made if isinstance(m, Skip)] == [
        "could not be read: ValueError: no r1", "could not be read: ValueError: no r4",
    ]  # fmt: skip


def test_an_error_that_is_no_fault_of_a_report_stops_the_run() -> None:
    def work(_: Sequence[Report]) -> Iterator[str]:
        raise PackError("syria", "has no actors")
        yield ""

    with pytest.raises(PackError, match="has no actors"):
        list(surviving(work, [Report("id", "r", "text")]))
