"""What a time expression means: its TIMEX3 type and value, and the days it names."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from contested.model.annotations import TimexType
from contested.model.period import Period

SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


@dataclass(frozen=True, slots=True)
class Reading:
    """A TIMEX3 type and value; ``period`` is None where no days are named."""

    type: TimexType
    value: str
    period: Period | None = None


NO_TIME = Reading("DURATION", "")


def of_day(day: date) -> Reading:
    """One day."""
    return Reading("DATE", day.isoformat(), Period.day(day))


def of_month_day(year: int | None, month: int, day: int) -> Reading | None:
    """A day of a month, of an open year where ``year`` is None; None where no calendar has it."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        return None
    if year is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", Period.open_day(month, day))
    return of_day(date(year, month, day))


def of_days(first: Reading, last: Reading) -> Reading:
    """From one day to another, in EDTF; runs over New Year where the years are open."""
    if first.period is None or last.period is None or first.period.is_open != last.period.is_open:
        return first
    if not first.period.is_open and first.period.start > last.period.end:
        return first
    period = Period(first.period.start, last.period.end, "days")
    return Reading("DATE", period.edtf, period)


def of_month(year: int | None, month: int) -> Reading:
    """A whole month."""
    head = "XXXX" if year is None else f"{year:04d}"
    return Reading("DATE", f"{head}-{month:02d}", Period.month(year, month))


def of_months(year: int, first: int, last: int, value: str) -> Reading:
    """From a month to another of the same or the next year, under a TIMEX3 value."""
    end_year = year + (last < first)
    end = date(end_year, last, calendar.monthrange(end_year, last)[1])
    return Reading("DATE", value, Period.days(date(year, first, 1), end, "season"))


def of_year(year: int) -> Reading:
    """A whole year."""
    return Reading("DATE", f"{year:04d}", Period.year(year))


def of_week(day: date) -> Reading:
    """The ISO week that a day lies in."""
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Reading("DATE", f"{year:04d}-W{week:02d}", Period.days(monday, monday + timedelta(days=6), "week"))


def of_weekend(day: date) -> Reading:
    """Saturday and Sunday of the ISO week that a day lies in."""
    week = of_week(day)
    saturday = day + timedelta(days=6 - day.isoweekday())
    return Reading("DATE", week.value + "-WE", Period.days(saturday, saturday + timedelta(days=1)))


def of_quarter(year: int | None, quarter: int) -> Reading:
    """A quarter of a calendar year; no days where the year is unknown."""
    if year is None:
        return Reading("DATE", f"XXXX-Q{quarter}")
    return of_months(year, 3 * quarter - 2, 3 * quarter, f"{year:04d}-Q{quarter}")


def of_season(year: int | None, season: str) -> Reading:
    """A season of the north; winter is named after the year it begins in."""
    if year is None:
        return Reading("DATE", f"XXXX-{season}")
    return of_months(year, *SEASON_MONTHS[season], f"{year:04d}-{season}")


def of_decade(first_year: int) -> Reading:
    """Ten years."""
    period = Period(f"{first_year:04d}-01-01", f"{first_year + 9:04d}-12-31", "years")
    return Reading("DATE", f"{first_year:04d}"[:3], period)


def of_century(number: int) -> Reading:
    """A hundred years; "20th century" is 19, its years 1900 to 1999."""
    first = (number - 1) * 100
    if not 100 <= first <= 9800:
        return Reading("DATE", f"{number - 1:02d}")
    return Reading("DATE", f"{number - 1:02d}", Period(f"{first:04d}-01-01", f"{first + 99:04d}-12-31", "years"))


def part_of(reading: Reading, part: str) -> Reading:
    """The same value with the days of a part of its month or year: "early", "mid", "late", "end of"."""
    period = reading.period
    if period is None or period.precision not in ("month", "year"):
        return reading
    last = int(period.end[8:])
    if period.precision == "month":
        first, stop = {"early": (1, 10), "mid": (11, 20)}.get(part, (21, last))
        head = period.start[:8]
        return replace(reading, period=Period(f"{head}{first:02d}", f"{head}{stop:02d}", "days"))
    months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 1), "end": (12, 12)}[part]
    year = int(period.start[:4])
    end = Period.month(year, months[1]).end
    return replace(reading, period=Period(f"{year:04d}-{months[0]:02d}-01", end, "season"))


def half_of(reading: Reading, first: bool) -> Reading:
    """The same value with the days of the first or second half of its month or year."""
    period = reading.period
    if period is None or period.precision not in ("month", "year"):
        return reading
    head, year = period.start[:8], period.start[:5]
    ends = {"month": (f"{head}15", f"{head}16"), "year": (f"{year}06-30", f"{year}07-01")}[period.precision]
    days = (period.start, ends[0]) if first else (ends[1], period.end)
    return replace(reading, period=Period(*days, "days" if period.precision == "month" else "season"))


def moved_by_months(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    year = min(max(year, 1), 9999)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def moved(day: date, unit: str, count: int) -> date:
    """A day so many units (TIMEX3 letters) on; raises OverflowError beyond the calendar."""
    days = {"D": 1, "W": 7, "TH": 0, "TM": 0}.get(unit)
    if days is not None:
        return day + timedelta(days=days * count)
    return moved_by_months(day, count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit])


def of_unit(day: date, unit: str) -> Reading:
    """The unit of the calendar that a day lies in: its week, month, quarter, year, decade."""
    if unit == "W":
        return of_week(day)
    if unit == "M":
        return of_month(day.year, day.month)
    if unit == "Q":
        return of_quarter(day.year, (day.month + 2) // 3)
    if unit == "Y":
        return of_year(day.year)
    if unit == "E":
        return of_decade(day.year // 10 * 10)
    return of_century(day.year // 100 + 1) if unit == "C" else of_day(day)


def at_time(day: Reading, clock: str) -> Reading:
    """A time of a day: "2016-05-05T14:30", "2016-05-05TNI"."""
    return Reading("TIME", day.value + "T" + clock, day.period)


def duration(count: int | float | None, unit: str) -> str:
    """A TIMEX3 duration: "P3D", "PT5H", "PXY" where the count is vague."""
    number = "X" if count is None else f"{count:g}" if isinstance(count, float) else str(count)
    if unit in ("E", "C") and isinstance(count, int):
        return f"P{count * (10 if unit == 'E' else 100)}Y"
    return f"PT{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"
