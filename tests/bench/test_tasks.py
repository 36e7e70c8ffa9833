"""Tasks are skipped with a reason where a part is absent, and the tables of marks fit the tasks."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.__main__ import chosen
from bench.gate import Figure, Verdict
from bench.tasks import TASKS, Task, TaskError, claim_figures, python
from bench.verdicts import line_of, load_peers


def nothing(_: Path) -> list[Figure]:
    return []


def test_a_task_without_its_corpus_or_adapter_says_so(tmp_path: Path) -> None:
    beside = Path(__file__).parents[2] / "no-such-corpus.jsonl"
    assert Task("tides", "bench.gate", (beside,), nothing).obstacle() == "no no-such-corpus.jsonl here"
    assert Task("tides", "bench.no_such_adapter", (), nothing).obstacle() == "no adapter bench.no_such_adapter"
    assert Task("tides", "bench.gate", (), nothing).obstacle() is None
    assert Task("tides", "bench.gate", (), nothing).run(tmp_path).figures == ()


def test_a_script_that_fails_is_an_error_with_its_words() -> None:
    with pytest.raises(TaskError, match="out of ink"):
        python("-c", "raise SystemExit('out of ink')")


def test_tasks_are_chosen_by_the_beginning_of_their_names() -> None:
    assert [task.name for task in chosen(["claims"])] == [
        "claims-dev",
        "claims-unseen",
        "claims-elsewhere2",
        "claims-written2",
        "claims-sample",
    ]
    assert len(chosen([])) == len(TASKS)
    with pytest.raises(SystemExit, match="no task 'tide'"):
        chosen(["tide"])


def test_marks_and_peers_belong_to_tasks() -> None:
    assert set(load_peers()) <= {task.name for task in TASKS}
    for figures in load_peers().values():
        for known in figures.values():
            assert set(known) <= {"mark", "peers"}


def test_a_figure_below_its_mark_is_marked() -> None:
    line = line_of(Verdict(Figure("F1", 0.5), "fallen", 0.6), {"mark": 0.7, "peers": {"Other": 0.65}})
    assert line.split() == ["F1", "0.500", "0.600", "0.70!", "Other", "0.650", "[fallen]"]
    assert "!" not in line_of(Verdict(Figure("flips", 0.005, ceiling=True), "held", 0.005), {"mark": 0.01})


def test_the_claims_scorers_figures_are_named() -> None:
    sets = dict.fromkeys(("detection", "initiators", "targets", "places", "effects"), (0.1, 0.2, 0.3))
    figures = claim_figures({**sets, "event code": (0.9, 7), "date": (0.8, 7), "overall": 0.4, "families": {}})
    assert {f.name: f.value for f in figures} == {
        "detection F1": 0.3,
        "initiators F1": 0.3,
        "targets F1": 0.3,
        "places F1": 0.3,
        "effects F1": 0.3,
        "event code": 0.9,
        "date": 0.8,
        "overall": 0.4,
    }
