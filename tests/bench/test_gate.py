"""Floors hold what was reached: a fall is seen, another corpus is not compared, lowering takes a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from bench.gate import Figure, Floors, Result, falls, hash_of, judge, load_floors, pin, save_floors
from hypothesis import given
from hypothesis import strategies as st

from contested.model.errors import ReadError

CORPUS = {"corpora/weather.jsonl": "a1"}


def result(value: float, corpora: dict[str, str] | None = None, ceiling: bool = False) -> Result:
    return Result("weather", (Figure("rain F1", value, ceiling),), corpora or CORPUS)


def pinned(value: float, ceiling: bool = False) -> Floors:
    return pin([result(value, ceiling=ceiling)], Floors(), None)


@pytest.mark.parametrize(
    ("now", "outcome"), [(0.80, "held"), (0.7990, "held"), (0.795, "fallen"), (0.40, "fallen"), (0.85, "risen")]
)
def test_a_figure_is_judged_against_its_floor(now: float, outcome: str) -> None:
    assert [v.outcome for v in judge(result(now), pinned(0.80))] == [outcome]


@pytest.mark.parametrize(("now", "outcome"), [(1.20, "held"), (1.30, "fallen"), (1.05, "risen")])
def test_a_ceiling_is_passed_upwards(now: float, outcome: str) -> None:
    assert [v.outcome for v in judge(result(now, ceiling=True), pinned(1.20, ceiling=True))] == [outcome]


def test_another_corpus_is_not_compared() -> None:
    verdicts = judge(result(0.1, {"corpora/weather.jsonl": "b2"}), pinned(0.8))
    assert [(v.outcome, v.floor) for v in verdicts] == [("other corpus", 0.8)]


def test_a_task_or_figure_without_a_floor_is_new() -> None:
    assert judge(result(0.5), Floors())[0].outcome == "new"
    more = Result("weather", (Figure("snow F1", 0.5),), CORPUS)
    assert judge(more, pinned(0.8))[0].outcome == "new"


def test_lowering_is_refused_without_a_reason_and_kept_with_one() -> None:
    before = pinned(0.8)
    with pytest.raises(ReadError, match=r"rain F1 from 0\.800 to 0\.700"):
        pin([result(0.7)], before, None)
    after = pin([result(0.7)], before, "the old corpus counted hail as rain")
    assert after.tasks["weather"]["floors"] == {"rain F1": 0.7}
    assert after.lowered == [
        {
            "task": "weather",
            "figure": "rain F1",
            "from": 0.8,
            "to": 0.7,
            "reason": "the old corpus counted hail as rain",
        }
    ]
    assert before.tasks["weather"]["floors"] == {"rain F1": 0.8}


def test_another_corpus_is_no_way_round_the_reason() -> None:
    with pytest.raises(ReadError):
        pin([result(0.7, {"corpora/weather.jsonl": "b2"})], pinned(0.8), None)


def test_tasks_that_did_not_run_keep_their_floors() -> None:
    other = Result("tides", (Figure("flood F1", 0.6),), CORPUS)
    assert set(pin([other], pinned(0.8), None).tasks) == {"tides", "weather"}


@given(st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_what_may_be_pinned_without_a_reason_never_counts_as_fallen(old: float, new: float, ceiling: bool) -> None:
    floors, now = pinned(old, ceiling), result(new, ceiling=ceiling)
    fallen = judge(now, floors)[0].outcome == "fallen"
    assert fallen == bool(falls(now, floors))


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    floors = pin([result(0.7)], pinned(0.8), "so it is")
    save_floors(path, floors)
    assert load_floors(path) == floors
    assert load_floors(tmp_path / "none.json") == Floors()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"tasks": {"x": {}}, "lowered": []}',
        '{"tasks": {"x": {"corpora": {}, "floors": {"a": "b"}}}, "lowered": []}',
    ],
)
def test_a_broken_file_of_floors_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match="restore it"):
        load_floors(path)


def test_the_hash_tells_one_corpus_from_another(tmp_path: Path) -> None:
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    one.write_text(json.dumps({"rain": 1}), encoding="utf-8")
    other.write_text(json.dumps({"rain": 2}), encoding="utf-8")
    assert hash_of(one) != hash_of(other)
    assert len(hash_of(one)) == 64
