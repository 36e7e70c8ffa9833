"""Marked text, rows and status."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.report import Report
from contested.views import control, disputes, document, framing, incidents, sources, status, timeline, toll
from contested.views.marked import Mark, around, facts, marks_of, plain_marked, trigger_marks
from contested.views.status import make_status, status_text
from contested.views.table import COLUMNS, SHORT, csv_lines, short_row

Example = list[tuple[Report, list[Claim]]]


def test_evidence_is_marked_and_the_rest_is_letter_by_letter(example: Example) -> None:
    report, claims = example[0]
    text, marks = around(report.text, claims[0].evidence, marks_of(claims[0]))
    assert (
        ">>On 2 March the {initiator: Northern Army} [[freed {place: Darat]] Izza}, {source: an army spokesman} "
        "{cue: said}.<<"
    ) in plain_marked(text, marks)


def test_spans_nest_in_order() -> None:
    marks = [Mark(0, 4, "evidence"), Mark(0, 2, "trigger", "1"), Mark(2, 4, "place"), Mark(3, 4, "time")]
    assert plain_marked("abcd", marks) == ">>[[ab]](1){place: c{time: d}}<<"


def test_claims_on_the_same_words_share_a_mark(example: Example) -> None:
    _, claims = example[0]
    assert [mark.label for mark in trigger_marks([claims[0], claims[0], claims[1]])] == ["1,2", "3"]


def test_facts_name_what_is_unknown(example: Example) -> None:
    told = dict(facts(example[1][1][1]))
    assert told["to whom"] == "a market (in no pack, unknown)"
    assert "not resolved" in dict(facts(example[0][1][1]))["where"]


def test_csv_has_a_column_for_each_name_and_empty_for_unknown(example: Example) -> None:
    rows = list(csv.DictReader(io.StringIO("".join(csv_lines(c for _, claims in example for c in claims)))))
    assert list(rows[0]) == [name for name, _, _ in COLUMNS]
    assert (rows[1]["killed_low"], rows[1]["killed_high"], rows[1]["lat"], rows[1]["place"]) == (
        "21",
        "",
        "",
        "Tell Amber",
    )
    assert rows[0]["claimant"] == "“an army spokesman”, as reported by North Wire"
    assert {row["review"] for row in rows} == {"machine"}


def test_short_rows_fit_their_header(example: Example) -> None:
    row = short_row(example[0][1][1])
    assert len(row) == len(SHORT)
    assert "~Tell Amber" in row and "?" in row


def test_columns_are_documented() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "columns.md").read_text(encoding="utf-8")
    for name, meaning, _ in COLUMNS:
        assert f"| `{name}` | {meaning} |" in page


VIEWS = {
    "contested incidents": incidents.COLUMNS, "contested timeline": timeline.COLUMNS,
    "contested disputes": disputes.COLUMNS, "contested tolls": toll.COLUMNS, "contested control": control.COLUMNS,
    "contested sources": sources.COLUMNS, "contested framing": (*framing.NAME_COLUMNS, *framing.WORD_COLUMNS),
    "contested status": (*status.COLUMNS, *document.COLUMNS),
}  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_columns_of_every_view_are_documented(view: str) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "columns.md").read_text(encoding="utf-8")
    part = page.split(f"### `{view}`", 1)[1].split("\n## ", 1)[0].split("\n### ", 1)[0]
    assert not [name for name in VIEWS[view] if f"`{name}`" not in part]


def test_status_counts(ledger: Ledger) -> None:
    made = make_status(ledger)
    assert dict(made.totals)["reports"] == 2 and dict(made.totals)["claims"] == 5
    assert made.counts["unresolved"] == (("Tell Amber", 1),)
    text = status_text(made)
    assert "empty.txt: is empty; give some text" in text and "North Wire" in text and "rules 1" in text
