from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from contested.model.report import Report, Skip
from contested.read import ReadOptions, count_inputs, read_inputs

NEWS = "The army entered the village on Sunday, residents said."


def read(*inputs: Path | str, options: ReadOptions | None = None) -> list[Report | Skip]:
    """All items of some inputs."""
    return list(read_inputs([str(name) for name in inputs], options or ReadOptions()))


def test_a_folder_is_read_sorted_and_recursively(tmp_path: Path, page: str) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "z.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n', encoding="utf-8")
    (tmp_path / "b" / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "b" / "image.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden" / "c.txt").write_text(NEWS, encoding="utf-8")
    items = read(tmp_path)
    assert [item.ref for item in items if isinstance(item, Report)] == ["a.jsonl:1", "a.jsonl:2", "z", "page"]
    assert count_inputs([str(tmp_path)], ReadOptions()) == len(items)


def test_every_bad_file_is_one_skip_and_the_batch_goes_on(tmp_path: Path) -> None:
    bad: dict[str, bytes] = {
        "1-empty.txt": b"",
        "2-binary.txt": b"\x89PNG\x00\x00\x01\x02" * 100,
        "3-big.txt": b"a" * 2000,
        "4-no-article.html": b"<html><body><nav>Home</nav></body></html>",
        "5-no-feed.xml": b"<?xml version='1.0'?><note>Hello</note>",
        "6-no-text.csv": b"name,size\nfoo,3\n",
        "7-no-rows.jsonl": b"\n",
        "8-report.pdf": b"%PDF-1.4",
    }
    for name, raw in bad.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "9-good.txt").write_text(NEWS, encoding="utf-8")
    names = [*sorted(bad), "missing.txt", "9-good.txt"]
    items = read(*(tmp_path / name for name in names), options=ReadOptions(max_text=1000))
    assert len(items) == len(names)
    for name, item in zip(names[:-1], items, strict=False):
        assert isinstance(item, Skip), name
        assert name in item.origin
        assert item.problem
        assert item.remedy
    assert isinstance(items[-1], Report)


def test_a_limit_can_be_raised(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text(NEWS * 100, encoding="utf-8")
    assert isinstance(read(path, options=ReadOptions(max_text=1000))[0], Skip)
    assert isinstance(read(path, options=ReadOptions(max_text=10_000))[0], Report)


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "image.png").write_bytes(b"\x89PNG")
    (skip,) = read(tmp_path)
    assert isinstance(skip, Skip)
    assert "holds no reports" in skip.problem


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_told(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(NEWS, encoding="utf-8")
    path.chmod(0)
    (skip,) = read(path)
    assert isinstance(skip, Skip)


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        (NEWS, [NEWS]),
        (json.dumps({"text": "One."}) + "\n" + json.dumps({"text": "Two."}), ["One.", "Two."]),
        (json.dumps([{"text": "One."}]), ["One."]),
    ],
)
def test_standard_input_may_be_a_text_or_a_table(raw: str, texts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw.encode())))
    assert [item.text for item in read("-") if isinstance(item, Report)] == texts


def test_an_empty_standard_input_is_a_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    (skip,) = read("-")
    assert skip == Skip("stdin", "is empty", "give some text")


def test_a_file_without_a_known_ending_is_told_by_its_words(tmp_path: Path, page: str) -> None:
    (tmp_path / "text").write_text(NEWS, encoding="utf-8")
    (tmp_path / "page.php").write_text(page, encoding="utf-8")
    first, second = read(tmp_path / "text", tmp_path / "page.php")
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert second.title == "Army enters three villages"


def test_reading_is_lazy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    items = read_inputs([str(tmp_path / "a.txt"), str(tmp_path / "later.txt")], ReadOptions())
    assert isinstance(next(items), Report)
    (tmp_path / "later.txt").write_text(NEWS, encoding="utf-8")
    assert isinstance(next(items), Report)


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("a.csv", 'text,id\n"One,\ntwo",1\nThree,2', 2),
        ("a.jsonl", '{"text": "a"}\n\n{"text": "b"}\n', 2),
        ("a.xml", "<rss><channel><item></item><item></item></channel></rss>", 2),
        ("a.txt", NEWS, 1),
        ("missing.txt", None, 1),
        ("a.json", "[]", None),
        ("a.parquet", "no", 1),
    ],
)
def test_totals_are_told_where_that_is_cheap(tmp_path: Path, name: str, content: str | None, count: int | None) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert count_inputs([str(path)], ReadOptions()) == count


def test_totals_of_addresses_and_standard_input_are_unknown() -> None:
    assert count_inputs(["-"], ReadOptions()) is None
    assert count_inputs(["https://valley.example/"], ReadOptions()) is None


def test_the_demo_is_read_whole() -> None:
    demo = Path(__file__).resolve().parents[2] / "demo" / "reports"
    reports = [item for item in read(demo) if isinstance(item, Report)]
    assert len(reports) == len(read(demo)) >= 8
    assert all(100 <= len(report.text.split()) <= 300 for report in reports)
    assert all(report.publisher and report.headline for report in reports)
    assert [report.ref for report in reports if report.published is None] == ["eastern-lens-offensive"]
    (copy,) = (report for report in reports if report.republisher)
    assert copy.publisher == "Eastern Lens"
