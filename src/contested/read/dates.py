"""Days as pages write them, read at one place of a text; a year that nothing tells stays open (``XXXX-02-01``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

MONTHS = "january february march april may june july august september october november december".split()
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?"
CLOCK = (
    r"(?:\s*[,|]?\s*(?:at\s+\d{3,4}|\d{3,4}(?=\s*[ap]\.?m\b)|(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?)(?!\d)(?:\s*[ap]\.?m\.?(?!\w))?"
    r"(?:\s*\(?(?:GMT|UTC|KSA|EET|EST|MSK|[A-Z]{3}T)\b(?:[+-]\d+)?\)?)?)"
)
DAY = re.compile(
    rf"(?:{WEEKDAY}\s+)?(?:"
    rf"(?P<y1>\d{{4}})[-/.](?P<m1>\d{{1,2}})[-/.](?P<d1>\d{{1,2}})(?!\d)"
    rf"|(?P<d2>\d{{1,2}})(?P<sep>[-/.])(?P<m2>\d{{1,2}})(?P=sep)(?P<y2>\d{{4}})(?!\d)"
    rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-](?P<m3>{MONTH}),?(?:[\s-]+(?P<y3>(?:19|20)\d{{2}})\b)?"
    rf"|(?P<m4>{MONTH})\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s*(?P<y4>(?:19|20)\d{{2}})\b)?(?!\d)"
    rf")",
    re.IGNORECASE,
)
NEAR = 31
DateOrder = Literal["dmy", "mdy"]
FIGURES = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(?:19|20)\d\d(?!\d)")  # 3/2/2016, of either order


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day as written at ``text[start:end]``; ``day`` is EDTF, None where the figures allow two readings."""

    start: int
    end: int
    day: str | None
    has_year: bool


def read_day(text: str, start: int, reference: str | None = None) -> WrittenDay | None:
    """The day written at ``start``; ``reference`` (ISO) fills a missing year or chooses between 3/2 and 2/3."""
    found = DAY.match(text, start)
    if found is None:
        return None
    year, readings = figures(found)
    days = [day for month, number in readings if (day := as_day(year, month, number, reference))]
    if not days:
        return None
    if is_cut(found, reference, days):
        return WrittenDay(start, found.end(), str(reference)[:10], True)
    near = [d for d in days if is_near(d, reference)]
    day = days[0] if len(set(days)) == 1 else min(near, key=lambda d: distance(d, reference), default=None)
    return WrittenDay(start, found.end(), day, year is not None)


def is_cut(found: re.Match[str], reference: str | None, days: Iterable[str]) -> bool:
    """Whether figures are the reference's but for the first one, which scraping lost: "5-04-2016" of 25 April."""
    whole = str(reference)[:10]
    cut = (
        found["d2"] is not None and len(found["d2"]) == 1 and len(found["m2"]) == 2 and len(whole) == len("2016-04-25")
    )
    return cut and whole[9:] == found["d2"] and any(day[:8] == whole[:8] for day in days)


def figures(found: re.Match[str]) -> tuple[int | None, list[tuple[int, int]]]:
    """Year and the (month, day) pairs that the figures may mean; only slashes are used in both orders."""
    if found["y1"]:
        return int(found["y1"]), [(int(found["m1"]), int(found["d1"]))]
    if found["y2"]:
        first, second = int(found["d2"]), int(found["m2"])
        if second > 12:
            return int(found["y2"]), [(first, second)]
        both = found["sep"] == "/" and first <= 12
        return int(found["y2"]), [(second, first), (first, second)] if both else [(second, first)]
    number, month, year = (found[g + "3"] or found[g + "4"] for g in "dmy")
    index = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower()))
    return (int(year) if year else None), [(index, int(number))]


def as_day(year: int | None, month: int, number: int, reference: str | None) -> str | None:
    """EDTF of the day, None where no calendar has it; the year nearest the reference if within a month of it."""
    try:
        date(year or 2000, month, number)
    except ValueError:
        return None
    if year is not None:
        return f"{year:04d}-{month:02d}-{number:02d}"
    for offset in (0, -1, 1) if reference else ():
        guess = f"{int(str(reference)[:4]) + offset:04d}-{month:02d}-{number:02d}"
        if is_near(guess, reference):
            return guess
    return f"XXXX-{month:02d}-{number:02d}"


def is_near(day: str, reference: str | None) -> bool:
    """Whether two ISO days lie within a month of each other; False where one is not known."""
    return distance(day, reference) <= NEAR


def distance(day: str, reference: str | None) -> int:
    """Days between two ISO days; a great many where one is not known."""
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(reference or "")).days)
    except ValueError:
        return 1_000_000


def date_order(values: Iterable[object]) -> DateOrder | None:
    """Whether day or month comes first in a column, told by figures above twelve; None where these leave it open."""
    pairs = [(int(m[1]), int(m[3])) for value in values if isinstance(value, str) and (m := FIGURES.match(value))]
    day_first, month_first = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)
    if day_first == month_first:
        return None
    return "dmy" if day_first else "mdy"


def iso_day(value: object, order: DateOrder | None = None) -> str | None:
    """The ISO day that a field tells (a date, "2020-02-03T10:00Z", "3 Feb 2020", a feed's date); else None.

    ``order`` tells which of 3/2/2020 is the day.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    text = re.sub(r"\A((?:19|20)\d\d)(\d\d)(\d\d)\Z", r"\1-\2-\3", value.strip())
    figures = FIGURES.match(text) if order else None
    if figures is not None:
        first, second, year = int(figures[1]), int(figures[3]), int(figures[0][-4:])
        return as_day(year, first, second, None) if order == "mdy" else as_day(year, second, first, None)
    found = read_day(text, 0)
    return found.day if found is not None and found.has_year else None
