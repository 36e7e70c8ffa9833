"""An adapter answers every row, and says on which it failed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from bench.answers import Row, write_answers

from contested.model.errors import PackError


def lengths(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        if row["text"] == "unlucky":
            raise ValueError("ran aground")
        yield {"id": row["id"], "spans": [len(row["text"])]}


def answers(folder: Path, texts: Sequence[str]) -> tuple[int, list[Row]]:
    source, target = folder / "in.jsonl", folder / "out.jsonl"
    source.write_text("".join(json.dumps({"id": n, "text": text}) + "\n" for n, text in enumerate(texts)))
    status = write_answers(source, target, lengths, {"spans": []})
    return status, [json.loads(line) for line in target.read_text().splitlines()]


def test_every_row_is_answered(tmp_path: Path) -> None:
    assert answers(tmp_path, ["ab", "abc"]) == (0, [{"id": 0, "spans": [2]}, {"id": 1, "spans": [3]}])


def test_a_row_that_fails_is_named_and_left_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, rows = answers(tmp_path, ["ab", "unlucky", "abc", "unlucky"])
    assert status == 1
    assert [row["spans"] for row in rows] == [[2], [], [3], []]
    said = capsys.readouterr().err
    assert "in.jsonl: 1: ValueError: ran aground at test_answers.py:" in said
    assert "in.jsonl: 3: " in said


def test_what_stops_all_rows_is_no_rows_fault(tmp_path: Path) -> None:
    def broken(_: Sequence[Row]) -> Iterator[Row]:
        raise PackError("model", "is missing", "install it")
        yield {}

    (tmp_path / "in.jsonl").write_text('{"id": 1}\n')
    with pytest.raises(PackError):
        write_answers(tmp_path / "in.jsonl", tmp_path / "out.jsonl", broken, {})
