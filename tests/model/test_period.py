"""Periods: EDTF days, open years, precision."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.model.period import Period

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.integers(0, 400))
def test_days_keep_their_ends_and_length(start: date, more: int) -> None:
    period = Period.days(start, start + timedelta(days=more))
    assert (period.first(), period.last()) == (start, start + timedelta(days=more))
    assert period.length() == more + 1
    assert period.precision == ("day" if more == 0 else "days")


@given(DAYS)
def test_an_open_year_filled_is_the_day_itself(day: date) -> None:
    if (day.month, day.day) != (2, 29):
        assert Period.open_day(day.month, day.day).in_year(day.year) == Period.day(day)


@given(DAYS, DAYS)
def test_overlap_is_mutual(a: date, b: date) -> None:
    one, other = Period.day(a), Period.day(b)
    assert one.overlaps(other) == other.overlaps(one) == (a == b)


def test_open_february_ends_on_the_29th_and_closes_by_the_year() -> None:
    february = Period.month(None, 2)
    assert february.edtf == "XXXX-02-01/XXXX-02-29"
    assert february.in_year(2019).end == "2019-02-28"
    assert february.in_year(2020).end == "2020-02-29"


@pytest.mark.parametrize("bad", ["2020-13-01", "2020-02-30", "20-02-01", "XXXX-02-30", "yesterday", "2020-02-01\n"])
def test_what_is_no_day_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period(bad, bad)


def test_periods_cannot_run_backwards_or_mix_open_and_known_years() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Period("2020-02-02", "2020-02-01")
    with pytest.raises(ValueError, match="open"):
        Period("XXXX-02-01", "2020-02-02")
