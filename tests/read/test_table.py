from __future__ import annotations

import csv
import json
import tracemalloc
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from contested.model.errors import ReadError
from contested.model.report import Report, Skip
from contested.read.options import ReadOptions
from contested.read.table import read_table, report_from_row, table_columns

ROWS = [
    {"id": "a1", "headline": "Army enters village", "body": "The army entered the village.", "outlet": "Valley Times"},
    {"id": "", "headline": "", "body": "A convoy, “hit twice”,\nburned.", "outlet": "Delta Review"},
]


def write(folder: Path, ending: str) -> Path:
    path = folder / f"rows{ending}"
    if ending in (".csv", ".tsv"):
        with path.open("w", newline="", encoding="utf-8-sig") as file:
            table = csv.DictWriter(file, list(ROWS[0]), delimiter="\t" if ending == ".tsv" else ";")
            table.writeheader()
            table.writerows(ROWS)
    elif ending == ".parquet":
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(ROWS), path)
    elif ending == ".json":
        path.write_text(json.dumps({"articles": ROWS}), encoding="utf-8")
    else:
        path.write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet"])
def test_every_form_gives_the_same_reports(tmp_path: Path, ending: str) -> None:
    path = write(tmp_path, ending)
    first, second = read_table(path, ReadOptions())
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert (first.ref, first.text, first.publisher) == (
        "a1",
        "Army enters village\n\nThe army entered the village.",
        "Valley Times",
    )
    assert (second.ref, second.text, second.title) == (f"{path.name}:2", "A convoy, “hit twice”,\nburned.", None)


def test_the_mapping_can_be_shown_before_reading(tmp_path: Path) -> None:
    assert table_columns(write(tmp_path, ".csv"), ReadOptions()) == {
        "text": "body",
        "ref": "id",
        "title": "headline",
        "publisher": "outlet",
    }


def test_a_broken_line_is_skipped_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    lines = ['{"text": "One."}', '{"text": "Two', "[1, 2]", '{"text": ""}', '{"text": 7}', '{"text": "Three."}', ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    items = list(read_table(path, ReadOptions()))
    assert [item.text for item in items if isinstance(item, Report)] == ["One.", "Three."]
    skips = [item for item in items if isinstance(item, Skip)]
    assert [skip.origin.rpartition(":")[2] for skip in skips] == ["2", "3", "4", "5"]
    assert all(skip.problem and skip.remedy for skip in skips)


def test_a_line_over_the_limit_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({"text": "a" * 900}) + '\n{"text": "Short."}\n', encoding="utf-8")
    skip, report = read_table(path, ReadOptions(max_text=100))
    assert isinstance(skip, Skip)
    assert isinstance(report, Report)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.csv", "", "empty"),
        ("a.csv", "name,size\nfoo,3\n", "no column of texts"),
        ("a.csv", "text\n", "no rows"),
        ("a.jsonl", "", "no rows"),
        ("a.jsonl", "{broken\n", "broken JSON"),
        ("a.json", "[1", "broken JSON"),
        ("a.json", "7", "JSON int"),
        ("a.parquet", "PAR1 no", "no readable Parquet"),
    ],
)
def test_a_file_that_is_no_table_of_texts_is_refused(tmp_path: Path, name: str, content: str, problem: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=problem) as caught:
        list(read_table(path, ReadOptions()))
    assert str(path) in caught.value.subject


def test_an_encoding_that_does_not_fit_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("text\nقرية\n".encode("cp1256"))
    with pytest.raises(ReadError, match="is not in utf-8"):
        list(read_table(path, ReadOptions(encoding="utf-8")))


def test_memory_stays_flat_over_a_big_table(tmp_path: Path) -> None:
    path = tmp_path / "big.jsonl"
    line = json.dumps({"text": "The army entered the village. " * 100, "language": "en"}) + "\n"
    path.write_text(line * 300, encoding="utf-8")
    next(iter(read_table(path, ReadOptions())))
    tracemalloc.start()
    count = sum(1 for _ in read_table(path, ReadOptions()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 300
    assert peak < path.stat().st_size / 2


def test_a_row_may_be_any_mapping() -> None:
    report = report_from_row({"id": 7, "text": "One.", "published": "3 Feb 2020", "title": None})
    assert (report.ref, report.published, report.title) == ("7", "2020-02-03", None)


def test_gaps_of_a_table_are_unknown() -> None:
    nan = float("nan")
    row = {"id": 7, "ref": nan, "text": "One.", "title": nan, "publisher": "", "author": None, "published": nan}
    report = report_from_row(row)
    assert (report.ref, report.title, report.publisher, report.author, report.published) == (
        "7",
        None,
        None,
        None,
        None,
    )


def test_a_row_without_an_id_goes_by_its_content() -> None:
    report = report_from_row({"text": "One."})
    assert report.ref == report.id


@pytest.mark.parametrize(
    ("days", "order", "read", "left"),
    [
        (["03/02/2016", "25/02/2016"], None, ["2016-02-03", "2016-02-25"], []),
        (["03/02/2016", "02/25/2016"], None, ["2016-03-02", "2016-02-25"], []),
        (["03/02/2016", "04/05/2016"], None, [None, None], ["may be two days", "may be two days"]),
        (["03/02/2016", "04/05/2016"], "mdy", ["2016-03-02", "2016-04-05"], []),
        (["soon", ""], None, [None, None], ["is no day"]),
    ],
)
def test_a_day_that_cannot_be_read_is_told_and_loses_nothing_else(
    tmp_path: Path, days: list[str], order: str | None, read: list[str | None], left: list[str]
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("text,date\n" + "".join(f"Shells fell on {n}.,{day}\n" for n, day in enumerate(days)))
    items = list(read_table(path, ReadOptions(date_order=order)))  # type: ignore[arg-type]
    assert [item.published for item in items if isinstance(item, Report)] == read
    skips = [item for item in items if isinstance(item, Skip)]
    assert [skip.field for skip in skips] == ["published"] * len(left)
    assert all(words in skip.problem for skip, words in zip(skips, left, strict=True))
