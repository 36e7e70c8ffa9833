"""The interval algebra of counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.model.quantity import Quantity

BOUND = st.one_of(st.none(), st.integers(0, 500))


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Any interval of counts, open ends among them."""
    low, high = draw(BOUND), draw(BOUND)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(low, high)


@pytest.mark.parametrize(("low", "high"), [(-1, None), (5, 4)])
def test_impossible_intervals_are_refused(low: int, high: int | None) -> None:
    with pytest.raises(ValueError, match=r"count|backwards"):
        Quantity(low, high)


@given(quantities(), quantities(), st.integers(0, 600))
def test_a_count_lies_in_the_meet_exactly_when_it_lies_in_both(one: Quantity, other: Quantity, count: int) -> None:
    meet = one.meet(other)
    assert (meet is not None and meet.contains(count)) == (one.contains(count) and other.contains(count))


@given(quantities(), quantities())
def test_meet_and_hull_enclose(one: Quantity, other: Quantity) -> None:
    meet, hull = one.meet(other), one.hull(other)
    assert one.within(hull) and other.within(hull)
    assert meet is None or (meet.within(one) and meet.within(other))


@given(quantities(), quantities())
def test_distance_is_symmetric_and_zero_where_both_allow_a_count(one: Quantity, other: Quantity) -> None:
    assert one.distance(other) == other.distance(one)
    assert (one.distance(other) == 0) == (one.meet(other) is not None)


@given(quantities(), quantities(), st.data())
def test_sums_hold_the_sums_of_members(one: Quantity, other: Quantity, data: st.DataObject) -> None:
    first = data.draw(st.integers(one.floor, one.high if one.high is not None else one.floor + 50))
    second = data.draw(st.integers(other.floor, other.high if other.high is not None else other.floor + 50))
    assert (one + other).contains(first + second)
    assert one + other == other + one


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity.exactly(7), "7"),
        (Quantity.at_least(6), "6 or more"),
        (Quantity.at_most(33), "up to 33"),
        (Quantity(30, 35), "30 to 35"),
    ],
)
def test_an_interval_says_itself(quantity: Quantity, words: str) -> None:
    assert str(quantity) == words
    assert quantity.is_exact == (words == "7")
