"""Days as the desk counts them: ordinals to choose by, units and names of stretches for the timeline."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Literal

import numpy as np
import numpy.typing as npt

from contested.desk.problems import DeskError

NOW = "now"
Unit = Literal["day", "week", "month", "year"]
UNITS: tuple[tuple[int, Unit], ...] = ((150, "day"), (1100, "week"), (5500, "month"))
Ints = npt.NDArray[np.int32]


def first_day(text: str) -> int:
    """The ordinal of the first day of a year, month or day; raises DeskError where there is none such."""
    return bound(text, (1, 1)).toordinal()


def last_day(text: str) -> int:
    """The ordinal of the last day of a year, month or day; raises DeskError."""
    return bound(text, (12, 0)).toordinal()


def bound(text: str, missing: tuple[int, int]) -> date:
    """A day from its parts; a day of 0 is the month's last."""
    try:
        parts = [int(part) for part in text.split("-")]
        month = parts[1] if len(parts) > 1 else missing[0]
        day = parts[2] if len(parts) > 2 else missing[1] or monthrange(parts[0], month)[1]
        return date(parts[0], month, day)
    except ValueError as error:
        raise DeskError(
            text, "is no day", "write a day as 2016-07-12, a month as 2016-07, a year as 2016", 422
        ) from error


def day_of(as_of: str | None) -> str:
    """A moment as the ledger has it: "" for now; raises DeskError where it is no day."""
    if not as_of or as_of == NOW:
        return ""
    if len(as_of) != 10:
        raise DeskError(as_of, "is no day", "write it as 2016-07-12", 422)
    last_day(as_of)
    return as_of


def unit_for(days: Ints) -> Unit:
    """The unit in which most of some days give a readable number of bins; a few days far off do not count."""
    if not len(days):
        return "day"
    low, high = np.percentile(days, (2, 98))
    return next((unit for most, unit in UNITS if high - low <= most), "year")


def months_of(days: Ints) -> Ints:
    """Months since the year 0; -1 for no day."""
    told = np.where(days > 0, days, 1) - 1
    months = (np.datetime64("0001-01-01") + told.astype("timedelta64[D]")).astype("datetime64[M]").astype(np.int64)
    return np.where(days > 0, months + 1970 * 12, -1).astype(np.int32)


def bins_of(days: Ints, months: Ints, unit: Unit) -> Ints:
    """The number of each day's bin."""
    if unit == "day":
        return days
    if unit == "week":
        # Day 1 is a Monday.
        return (days - 1) // 7
    return months if unit == "month" else months // 12


def start_of(number: int, unit: Unit) -> str:
    """The first day of a bin, ISO."""
    if unit == "day":
        return date.fromordinal(number).isoformat()
    if unit == "week":
        return date.fromordinal(number * 7 + 1).isoformat()
    if unit == "month":
        return f"{number // 12:04d}-{number % 12 + 1:02d}-01"
    return f"{number:04d}-01-01"
