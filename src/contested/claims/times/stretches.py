"""Stretches told by their last day ("the week to 10 March") or as a bulletin's own ("the reporting period")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from contested.claims.context import Context
from contested.claims.times.lengths import run_up
from contested.model.annotations import TimeMention
from contested.model.mention import Mention
from contested.model.period import Period
from contested.model.report import Report

LENGTH = re.compile(r"P(?:(?P<count>\d{1,3})(?P<unit>[DWM])|T(?P<hours>24|48|72)H)")
WHOLE = re.compile(r"the (?P<unit>week|month|day)", re.IGNORECASE)
LASTLY = re.compile(
    r"(?: which)? (?:to|up to|ending|ended|that ended|until|through)"
    r"(?: (?:on|at|midday|noon|midnight|dawn|dusk|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\.?|GMT|local time))*(?: the)? ",
    re.IGNORECASE,
)
UNIT = r"(?:period|week|fortnight|month)"
REVIEWED = re.compile(
    rf"\b(?:the|this)\s+(?:(?:reporting|review|reported)\s+{UNIT}|{UNIT}\s+(?:under|of|in)\s+(?:review|report))\b",
    re.IGNORECASE,
)
COVERED = re.compile(
    r"\b(?:reporting period|period under review|covers?|covering|reviews)\b[^.\n]{0,30}\Z", re.IGNORECASE
)
THROUGH = re.compile(r"\s*(?:-|–|—|to|until|through)\s*", re.IGNORECASE)
PAST = re.compile(r"the (?:past|last) (?:\w+ )?(?:days|weeks?|month|fortnight)", re.IGNORECASE)
BEFORE = 60  # characters before a stretch in which it may be told to be the one reviewed
LEAST, MOST = timedelta(days=2), timedelta(days=45)  # how long a bulletin's period may be
LATE = timedelta(days=14)  # after its end, at most, a bulletin comes out
NEAR = timedelta(days=3)  # "the past week" of a bulletin is the week reviewed if it ends so near the day of issue


def with_stretches(context: Context) -> Context:
    """The same context with those stretches as times, in place of the times within them."""
    times, report = context.annotations.times, context.report
    reviewed = reviewed_days(times, report)
    found = list(lengths_to(times, report.text))
    if reviewed is not None:
        found += reviews(times, report.text, reviewed)
    if not found:
        return context
    kept = [t for t in times if not any(t.mention.overlaps(new.mention) for new in found)]
    both = sorted([*kept, *found], key=lambda time: time.mention.start)
    return replace(context, annotations=replace(context.annotations, times=tuple(both)))


def lengths_to(times: Sequence[TimeMention], text: str) -> Iterator[TimeMention]:
    """The lengths that end with a day told right behind them: "the 24 hours to midday on 6 March"."""
    for one, other in pairwise(times):
        size, day = measure(one), other.period
        if size is None or day is None or day.is_open or day.precision != "day":
            continue
        if LASTLY.fullmatch(text, one.mention.end, other.mention.start):
            start, end = one.mention.start, other.mention.end
            yield TimeMention(Mention(start, end, text[start:end]), run_up(day.end, *size, False), "DATE", day.end)


def measure(time: TimeMention) -> tuple[int, str] | None:
    """How many of which unit a length counts."""
    whole, length = WHOLE.fullmatch(time.mention.quote), LENGTH.fullmatch(time.value)
    if whole is not None:
        return 1, whole["unit"][0].upper()
    if length is None or time.type != "DURATION":
        return None
    return (int(length["hours"]) // 24, "D") if length["hours"] else (int(length["count"]), length["unit"])


def reviewed_days(times: Sequence[TimeMention], report: Report) -> Period | None:
    """The days a bulletin says it covers, in its headline or as "reporting period"."""
    for mention, start, end in stretches(times, report.text) if report.anchor is not None else ():
        late = date.fromisoformat((report.anchor or "")[:10]) - end
        told = report.headline is not None and report.headline.covers(mention)
        told = told or COVERED.search(report.text, max(0, mention.start - BEFORE), mention.start) is not None
        if told and LEAST <= end - start <= MOST and timedelta() <= late <= LATE:
            return Period.days(start, end)
    return None


def stretches(times: Sequence[TimeMention], text: str) -> Iterator[tuple[Mention, date, date]]:
    """Every stretch that a text tells by its days, "3-9 April" or "26 January - 1 February": where, and its days."""
    known = [(time.mention, time.period) for time in times if time.period is not None and not time.period.is_open]
    for mention, period in known:
        if period.precision == "days":
            yield mention, date.fromisoformat(period.start), date.fromisoformat(period.end)
    for (one, first), (other, last) in pairwise(known):
        if first.precision == last.precision == "day" and THROUGH.fullmatch(text, one.end, other.start):
            yield one, date.fromisoformat(first.start), date.fromisoformat(last.end)


def reviews(times: Sequence[TimeMention], text: str, days: Period) -> Iterator[TimeMention]:
    """Where a text names the days it reviews: "the week under review", "over the past week"."""
    for match in REVIEWED.finditer(text):
        yield TimeMention(Mention(match.start(), match.end(), match.group()), days, "DATE", days.edtf)
    first = date.fromisoformat(days.start)
    for time in times:
        if time.period is None or time.period.is_open or PAST.fullmatch(time.mention.quote) is None:
            continue
        if abs(date.fromisoformat(time.period.start) - first) <= 2 * NEAR:
            yield replace(time, period=days)
