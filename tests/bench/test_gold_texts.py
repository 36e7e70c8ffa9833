"""Gold kept as offsets comes back with the words of the reports, and never with other words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from bench.gold_texts import main, restore

from contested.model.errors import ReadError

TITLE = "Convoy hit near the “Old Mill”"
TEXT = "Two lorries burned on Monday. A shell struck the convoy near the mill a driver said."
FULL = f"{TITLE}\n\n{TEXT}"
SENTENCE = "A shell struck the convoy near the mill a driver said."


def offsets(words: str) -> list[int]:
    start = FULL.index(words)
    return [start, start + len(words)]


def write(path: Path, *rows: Mapping[str, object]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def gold(tmp_path: Path, trigger: list[int], sentence: list[int]) -> Path:
    claim = {"event": "shelling", "trigger": trigger, "sentence": sentence, "targets": ["convoy"]}
    return write(tmp_path / "gold.jsonl", {"ref": "mill-1", "claims": [claim]})


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    other = {"ref": "mill-2", "text": "Nothing happened."}
    return write(tmp_path / "reports.jsonl", other, {"ref": "mill-1", "title": TITLE, "text": TEXT})


def test_words_take_the_place_of_offsets(tmp_path: Path, reports: Path) -> None:
    restored = restore(gold(tmp_path, offsets("struck"), offsets(SENTENCE)), reports)
    claim = {"event": "shelling", "trigger": "struck", "sentence": SENTENCE, "targets": ["convoy"]}
    assert restored == [{"ref": "mill-1", "claims": [claim]}]


def test_offsets_count_from_the_title(tmp_path: Path, reports: Path) -> None:
    [report] = restore(gold(tmp_path, [7, 10], [0, len(TITLE)]), reports)
    assert (report["claims"][0]["trigger"], report["claims"][0]["sentence"]) == ("hit", TITLE)


@pytest.mark.parametrize(
    ("trigger", "sentence"),
    [
        ([-3, 4], [0, len(TITLE)]),
        ([7, 7], [0, len(TITLE)]),
        ([6, 10], [0, len(TITLE)]),
        ([7, 10], [0, 10_000]),
        (offsets("struck"), [0, len(TITLE)]),
    ],
)
def test_offsets_of_another_text_are_refused(
    tmp_path: Path, reports: Path, trigger: list[int], sentence: list[int]
) -> None:
    with pytest.raises(ReadError, match="mill-1"):
        restore(gold(tmp_path, trigger, sentence), reports)


def test_missing_report_names_ref_and_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"reports\.jsonl.*no report mill-1"):
        restore(gold(tmp_path, [7, 10], [0, 20]), write(tmp_path / "reports.jsonl", {"ref": "mill-2", "text": "x"}))


@pytest.mark.parametrize("line", ["not json", "[1]", '{"claims": []}'])
def test_broken_line_is_named(tmp_path: Path, reports: Path, line: str) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text("\n" + line, encoding="utf-8")
    with pytest.raises(ReadError, match="line 2"):
        restore(path, reports)


def test_missing_file_is_named(tmp_path: Path, reports: Path) -> None:
    with pytest.raises(ReadError, match=r"nowhere\.jsonl"):
        restore(tmp_path / "nowhere.jsonl", reports)


def test_command_writes_one_report_a_line(tmp_path: Path, reports: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert main([str(gold(tmp_path, offsets("struck"), offsets(SENTENCE))), str(reports), str(out)]) == 0
    assert [json.loads(line)["ref"] for line in out.read_text(encoding="utf-8").splitlines()] == ["mill-1"]
