"""The calibration error is the gap between how sure and how right."""

from __future__ import annotations

import pytest
from bench.calibration import binned, calibration_error
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("judged", "error"),
    [
        ([], 0.0),
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0),
        ([(0.9, False)] * 4, 0.9),
        ([(0.25, True), (0.25, False), (0.85, True)], (0.5 + 0.15) / 3),
    ],
)
def test_error_of_small_sets(judged: list[tuple[float, bool]], error: float) -> None:
    assert calibration_error(judged) == pytest.approx(error)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=30))
def test_every_claim_falls_into_one_bin_and_the_error_is_a_fraction(judged: list[tuple[float, bool]]) -> None:
    assert sum(map(len, binned(judged))) == len(judged)
    assert 0 <= calibration_error(judged) <= 1 + 1e-9
