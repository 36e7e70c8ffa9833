"""Days told as a stretch from one time to another: "January 31 and February 1", "between Tuesday and Saturday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from contested.claims.times.words import when_words
from contested.model.annotations import TimeMention
from contested.model.period import Period

WENT_ON = 5  # words: "and has continued on"
WEEK = timedelta(days=7)
DISTANT = re.compile(r"\b(?:earlier|later|ago|before|after|afterwards|previous|following|last|next)\b", re.IGNORECASE)
HOURS = r"(?:(?:the\s+)?(?:(?:early|small|late)\s+hours\s+of|dawn\s+(?:on|of)|noon\s+on)\s+)?"
JOINED = re.compile(rf"\s*(?:,|and|to|or|through|until|-|–|&)?\s*(?:on\s+|into\s+)?{HOURS}\Z", re.IGNORECASE)
INTO = re.compile(r"\s+and\s+(?:(?:during|in|into|through|throughout)\s+(?:the\s+)?)?", re.IGNORECASE)
WIDE = frozenset({"month", "year", "season"})
DAYS = frozenset({"day", "days"})
SPAN_OF = re.compile(rf"\b(?:between|from)\s+(?:the\s+|late\s+|early\s+)?{HOURS}\Z", re.IGNORECASE)
SPANNING = re.compile(r"\s*(?:and|to|until|till|through|-|–)\s*")
Beside = tuple[Sequence[TimeMention], Sequence[TimeMention]]


def joined(time: TimeMention, period: Period, beside: Beside, text: str) -> Period | None:
    """The days of a time used as ``period`` with those of a time joined to it, before or behind; None where none is."""
    for other in (*beside[0], *beside[1]):
        one, two = sorted((time, other), key=lambda each: each.mention.start)
        span = spanned(one, two, text)
        if span is not None:
            return span
        gap = text[one.mention.end : two.mention.start]
        if into_night(one, two, gap):
            return through_night(one)
        if other.period is None or not gap.strip() or not (JOINED.fullmatch(gap) or goes_on(gap)):
            continue
        if gap.lstrip().startswith(",") and counts_from(one) and names_day(two):
            return two.period or period  # "Two weeks earlier, on 8 November"
        if {period.precision, other.period.precision} <= DAYS and period.is_open == other.period.is_open:
            start, end = min(period.start, other.period.start), max(period.end, other.period.end)
            return Period(start, end, "day" if start == end else "days")
    return None


def into_night(one: TimeMention, two: TimeMention, gap: str) -> bool:
    """Whether the night behind a day is told with it: "on Thursday and during the night"."""
    day = one.period is not None and one.period.precision == "day" and not one.period.is_open
    return day and INTO.fullmatch(gap) is not None and two.mention.quote.lower() in ("night", "the night", "overnight")


def through_night(one: TimeMention) -> Period:
    """A day with the night behind it."""
    assert one.period is not None
    start = date.fromisoformat(one.period.start)
    return Period.days(start, start + timedelta(days=1))


def goes_on(gap: str) -> bool:
    """Whether what began on one day is told between the two to have gone on to the other."""
    words = re.findall(r"[a-z]+", gap.lower())
    return 0 < len(words) <= WENT_ON and words[0] == "and" and not when_words().went_on.isdisjoint(words)


def spanned(one: TimeMention, other: TimeMention, text: str) -> Period | None:
    """The days from one month, year or weekday to another: "between December 2022 and February 2023"."""
    first, last = one.period, other.period
    if first is None or last is None or first.is_open or last.is_open:
        return None
    if SPAN_OF.search(text, max(0, one.mention.start - 30), one.mention.start) is None:
        return None
    if {first.precision, last.precision} <= DAYS:
        return weekdays(one, other, text[one.mention.end : other.mention.start])
    if not {first.precision, last.precision} & WIDE or not SPANNING.fullmatch(
        text, one.mention.end, other.mention.start
    ):
        return None
    start = date.fromisoformat(first.start)
    if first.start > last.start and not re.search(r"\d", one.mention.quote):  # "from January to March 2023"
        start = start.replace(year=int(last.start[:4]), day=1)
    end = date.fromisoformat(last.end)
    return Period.days(start, end) if start <= end else None


def weekdays(one: TimeMention, other: TimeMention, gap: str) -> Period | None:
    """The days from a weekday to a later one: the first is the last of its name before the other."""
    if one.period is None or other.period is None or not gap.strip() or JOINED.fullmatch(gap) is None:
        return None
    start, end = date.fromisoformat(one.period.start), date.fromisoformat(other.period.end)
    if start > end and not re.search(r"\d", one.mention.quote):
        start -= WEEK
    return Period.days(start, end) if end - WEEK <= start <= end else None


def counts_from(time: TimeMention) -> bool:
    """Whether a time is told by its distance from another: "two weeks earlier"."""
    return DISTANT.search(time.mention.quote) is not None


def names_day(time: TimeMention) -> bool:
    """Whether a time names a day by its number: "8 November"."""
    return re.search(r"\d", time.mention.quote) is not None and not counts_from(time)
