from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.read.dates import date_order, iso_day, read_day


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("3 February 2020", "2020-02-03"),
        ("3rd of February, 2020", "2020-02-03"),
        ("February 3, 2020", "2020-02-03"),
        ("Feb. 3 2020", "2020-02-03"),
        ("Sunday, 2 February 2020", "2020-02-02"),
        ("Sun Feb 2 2020", "2020-02-02"),
        ("Feb 092015", "2015-02-09"),
        ("2020-02-03", "2020-02-03"),
        ("2020/2/3", "2020-02-03"),
        ("03.02.2020", "2020-02-03"),
        ("3-02-2020", "2020-02-03"),
        ("02-25-2020", "2020-02-25"),
        ("25/02/2020", "2020-02-25"),
        ("3-Feb-2020", "2020-02-03"),
        ("Feb 3", "XXXX-02-03"),
        ("29 February", "XXXX-02-29"),
    ],
)
def test_a_day_is_read_as_written(written: str, day: str) -> None:
    found = read_day(written, 0)
    assert found is not None
    assert (found.day, found.end) == (day, len(written))


@pytest.mark.parametrize(
    "written", ["31 February 2020", "February 2020", "2020", "the 3rd", "3 men", "99-99-2020", "May be"]
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert read_day(written, 0) is None


def test_slashes_with_two_readings_stay_open_unless_the_reference_decides() -> None:
    assert read_day("3/2/2020", 0).day is None  # type: ignore[union-attr]
    assert read_day("3/2/2020", 0, "2020-02-04").day == "2020-02-03"  # type: ignore[union-attr]
    assert read_day("3/2/2020", 0, "2020-03-02").day == "2020-03-02"  # type: ignore[union-attr]


def test_a_missing_year_is_filled_only_from_a_reference_close_by() -> None:
    assert read_day("31 December", 0, "2020-01-02").day == "2019-12-31"  # type: ignore[union-attr]
    assert read_day("1 August", 0, "2020-01-02").day == "XXXX-08-01"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2020-02-03T23:59:00+02:00", "2020-02-03"),
        ("Mon, 03 Feb 2020 08:00:00 GMT", "2020-02-03"),
        (date(2020, 2, 3), "2020-02-03"),
        (datetime(2020, 2, 3, 12, tzinfo=UTC), "2020-02-03"),
        ("20200203", "2020-02-03"),
        ("20201303", None),
        ("soon", None),
        ("3 February", None),
        (1580688000, None),
        (None, None),
    ],
)
def test_a_field_tells_a_day_or_nothing(value: object, day: str | None) -> None:
    assert iso_day(value) == day


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"])
)
def test_every_day_of_two_centuries_comes_back(day: date, form: str) -> None:
    assert iso_day(day.strftime(form)) == day.isoformat()


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (["03/02/2016", "13/02/2016", None], "dmy"),
        (["03/02/2016", "02/13/2016", 7], "mdy"),
        (["3.2.2016", "14.2.2016 10:00"], "dmy"),
        (["03/02/2016", "04/05/2016"], None),
        (["13/02/2016", "02/13/2016"], None),
        (["2016-02-13", "13 February 2016", "1/2"], None),
    ],
)
def test_a_column_tells_which_figure_is_the_day(column: list[object], order: str | None) -> None:
    assert date_order(column) == order


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["/", "-", "."]))
def test_figures_in_a_known_order_come_back(day: date, sep: str) -> None:
    assert iso_day(f"{day.day}{sep}{day.month}{sep}{day.year}", "dmy") == day.isoformat()
    assert iso_day(f"{day.month}{sep}{day.day}{sep}{day.year}", "mdy") == day.isoformat()


@pytest.mark.parametrize(
    ("written", "reference", "day"),
    [
        ("5-04-2016 Four killed", "2016-04-25", "2016-04-25"),
        ("5-04-2016 Four killed", "2016-04-26", "2016-04-05"),
        ("5-04-2016 Four killed", None, "2016-04-05"),
        ("6/09/2013", "2013-09-16", "2013-09-16"),
    ],
)
def test_a_first_figure_that_scraping_lost_is_the_publications(written: str, reference: str | None, day: str) -> None:
    assert read_day(written, 0, reference).day == day  # type: ignore[union-attr]
