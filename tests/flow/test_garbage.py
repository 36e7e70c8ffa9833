"""Collecting seldom: only while the block lasts, and never where someone switched it off."""

from __future__ import annotations

import gc

import pytest

from contested.flow.garbage import YOUNG, looked_for_seldom


def test_the_threshold_is_raised_inside_and_restored_after_it_even_after_an_error() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError), looked_for_seldom():
        assert gc.get_threshold()[0] == YOUNG
        _ = 1 // 0
    assert gc.get_threshold() == before


def test_a_collector_switched_off_or_slower_stays_so() -> None:
    before = gc.get_threshold()
    for young in (0, 2 * YOUNG):
        gc.set_threshold(young, *before[1:])
        try:
            with looked_for_seldom():
                assert gc.get_threshold()[0] == young
        finally:
            gc.set_threshold(*before)
