"""The stopwatch counts each stage's own time, and leaves the stages as they were."""

from __future__ import annotations

import time
from importlib import import_module

import pytest
from bench.stages import ENTRIES, Stopwatch, watched


def spin(seconds: float) -> None:
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass


def test_time_inside_another_stage_is_not_counted_twice() -> None:
    watch = Stopwatch()
    inner = watch.timed("inner", lambda: spin(0.03))

    def outer() -> None:
        spin(0.01)
        inner()

    watch.timed("outer", outer)()
    assert watch.own["inner"] >= 0.03
    assert watch.own["outer"] < watch.own["inner"]


@pytest.mark.parametrize(("module", "attribute", "stage"), ENTRIES)
def test_every_stage_is_found_and_restored(module: str, attribute: str, stage: str) -> None:
    before = getattr(import_module(module), attribute)
    with watched(Stopwatch()):
        assert getattr(import_module(module), attribute) is not before, stage
    assert getattr(import_module(module), attribute) is before
