"""Period: an EDTF interval of days with its precision; a year that nothing tells stays open.

Days are ``YYYY-MM-DD``, or ``XXXX-MM-DD`` (Extended Date/Time Format, ISO 8601-2) where the year is unknown.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "days", "week", "month", "season", "year", "years"]
DAY = re.compile(r"(?:\d{4}|XXXX)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\Z")
OPEN_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class Period:
    """The days ``start`` to ``end``, both inclusive, known to ``precision``."""

    start: str
    end: str
    precision: Precision = "day"

    def __post_init__(self) -> None:
        for day in (self.start, self.end):
            if not DAY.match(day):
                raise ValueError(f"not an EDTF day: {day!r}")
            check_day(day)
        if self.is_open != (self.end[:4] == OPEN_YEAR):
            raise ValueError(f"one year is open, the other is not: {self.start}/{self.end}")
        if not self.is_open and self.start > self.end:
            raise ValueError(f"a period cannot run backwards: {self.start}/{self.end}")

    @classmethod
    def day(cls, day: date) -> Period:
        """One day."""
        return cls(day.isoformat(), day.isoformat())

    @classmethod
    def days(cls, start: date, end: date, precision: Precision | None = None) -> Period:
        """From ``start`` to ``end``; the precision is ``day`` or ``days`` unless told."""
        return cls(start.isoformat(), end.isoformat(), precision or ("day" if start == end else "days"))

    @classmethod
    def open_day(cls, month: int, day: int) -> Period:
        """A day of a year that nothing tells."""
        text = f"{OPEN_YEAR}-{month:02d}-{day:02d}"
        return cls(text, text)

    @classmethod
    def month(cls, year: int | None, month: int) -> Period:
        """A whole month, of an open year where ``year`` is None (February then ends on the 29th)."""
        last = calendar.monthrange(year or 2000, month)[1]
        head = f"{year:04d}" if year is not None else OPEN_YEAR
        return cls(f"{head}-{month:02d}-01", f"{head}-{month:02d}-{last:02d}", "month")

    @classmethod
    def year(cls, year: int) -> Period:
        """A whole year."""
        return cls(f"{year:04d}-01-01", f"{year:04d}-12-31", "year")

    @property
    def is_open(self) -> bool:
        """Whether the year is unknown."""
        return self.start[:4] == OPEN_YEAR

    @property
    def edtf(self) -> str:
        """The period in EDTF: a day, or ``start/end``."""
        return self.start if self.start == self.end else f"{self.start}/{self.end}"

    def first(self) -> date | None:
        """The first day; None where the year is open."""
        return None if self.is_open else date.fromisoformat(self.start)

    def last(self) -> date | None:
        """The last day; None where the year is open."""
        return None if self.is_open else date.fromisoformat(self.end)

    def in_year(self, year: int) -> Period:
        """The same days with an open year filled; raises ValueError where that day is not in that year."""
        if not self.is_open:
            return self
        end = self.end
        if end.endswith("-02-29") and self.precision == "month" and not calendar.isleap(year):
            end = "XXXX-02-28"
        first, last = f"{year:04d}{self.start[4:]}", f"{year:04d}{end[4:]}"
        if last < first:  # a period over New Year
            last = f"{year + 1:04d}{end[4:]}"
        return Period(first, last, self.precision)

    def overlaps(self, other: Period) -> bool:
        """Whether a day may lie in both; an open year is compared by month and day."""
        if self.is_open or other.is_open:
            return not (self.end[5:] < other.start[5:] or other.end[5:] < self.start[5:])
        return self.start <= other.end and other.start <= self.end

    def length(self) -> int | None:
        """How many days; None where the year is open."""
        first, last = self.first(), self.last()
        return None if first is None or last is None else (last - first + timedelta(days=1)).days


def check_day(day: str) -> None:
    """Raise ValueError where ``day`` is no day of any calendar ("XXXX-02-30")."""
    year = 2000 if day.startswith(OPEN_YEAR) else int(day[:4])
    date(year, int(day[5:7]), int(day[8:10]))
