from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.model.mention import Mention
from contested.model.report import Report
from contested.read import ReadOptions, read_inputs
from contested.read.compose import Draft, compose
from contested.read.table import report_from_row

PAGE = (
    "Video: Army Enters Village - Valley TV Website Archive",
    "BEIRUT, Feb 1 (Reuters) - The army entered the village.\n\nNobody was hurt.\n\n*\n\n"
    "Share this article!\n\nBy Jane Doe",
)


def spans(report: Report) -> list[Mention]:
    found = [b.mention for b in report.boilerplate]
    found += [m for m in (report.headline, report.dateline and report.dateline.mention) if m]
    return found


def test_a_report_knows_its_parts() -> None:
    report = compose(Draft("r", PAGE[1], title=PAGE[0], published="2020-02-02"), ReadOptions())
    assert report.text == "\n\n".join(PAGE)
    assert report.headline is not None
    assert report.headline.quote == "Video: Army Enters Village"
    assert report.anchor == "2020-02-01"
    assert [b.kind for b in report.boilerplate] == ["navigation", "other", "share", "byline"]
    assert report.author == "Jane Doe"


def test_nothing_is_known_where_nothing_tells() -> None:
    report = compose(Draft("r", "The army entered the village of Tell Hadid on Sunday."), ReadOptions())
    fields = (report.title, report.publisher, report.republisher, report.author, report.published, report.url)
    assert fields == (None,) * 6
    assert report.anchor is None


def test_options_win_over_the_page() -> None:
    options = ReadOptions(publisher="Delta Review", published="3 Feb 2020", url="https://delta.example", language="ar")
    report = compose(Draft("r", PAGE[1], publisher="Valley Times", published="2020-02-02", language="en"), options)
    told = (report.publisher, report.published, report.url, report.language)
    assert told == ("Delta Review", "2020-02-03", "https://delta.example", "ar")


@settings(max_examples=60)
@given(st.text(max_size=300), st.none() | st.text(min_size=1, max_size=60))
def test_spans_are_exact_in_any_text(body: str, title: str | None) -> None:
    report = report_from_row({"ref": "r", "text": body, "title": title, "language": "en"})
    for mention in spans(report):
        assert report.text[mention.start : mention.end] == mention.quote
    ends = [(b.mention.start, b.mention.end) for b in report.boilerplate]
    assert ends == sorted(ends)
    assert report.body_length >= 0


def test_the_sample_tells_its_publisher_and_keeps_its_tail_apart(shared: Path) -> None:
    sample = shared / "samples" / "idlib-human-shields.txt"
    if not sample.exists():
        pytest.skip("needs the sample, which is not here")
    (report,) = read_inputs([str(sample)], ReadOptions())
    assert isinstance(report, Report)
    assert (report.publisher, report.republisher, report.published) == ("South Front", "Global Research", None)
    assert report.headline is not None
    assert report.headline.quote.startswith("Video: ")
    star = report.text.index("\n*\n") + 1
    assert all(b.mention.start >= star for b in report.boilerplate)
    tail = report.text[star:]
    for b in reversed(report.boilerplate):
        tail = tail[: b.mention.start - star] + tail[b.mention.end - star :]
    assert not tail.strip()


def test_the_corpus_is_dated_and_little_of_it_is_marked(shared: Path) -> None:
    table = shared / "data" / "reports" / "syria-2011-2016.jsonl"
    if not table.exists():
        pytest.skip("needs the reports, which are not here")
    found = [item for item in read_inputs([str(table)], ReadOptions(language="en")) if isinstance(item, Report)]
    assert len(found) == 501
    assert sum(r.dateline is not None and r.dateline.day is not None for r in found) >= 490
    marked = sum(len(r.text) - r.body_length for r in found) / sum(len(r.text) for r in found)
    assert 0.01 < marked < 0.04
