"""The day of a report while events are compared: an undated copy borrows its dated one's, and with it the year.

A report that tells what happened days after its day of publication bears a wrong one, that of a feed or a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from contested.model.claim import Claim, ClaimTime
from contested.reconcile.profile import days_of, ordinal

OPEN_YEAR = "XXXX"
AHEAD = timedelta(days=1)  # a report may be dated a day before the event it tells, by another clock
WRONG = timedelta(days=14)  # a day further ahead is a misread date rather than a wrong day of publication


def with_lent_days(claims: Mapping[str, Claim], family: Mapping[str, str]) -> Iterator[Claim]:
    """The claims, those of undated copies dated by the earliest dated report of their ``family``."""
    days = days_of_families((claim for claim in claims.values()), family)
    later = days_of_what_came_later(claims.values())
    for claim in claims.values():
        if claim.report.published is not None:
            last = later.get(claim.report.id)
            yield replace(claim, report=replace(claim.report, published=last)) if last else claim
            continue
        day = days.get(family.get(claim.report.id, ""))
        if day is None:
            yield claim
            continue
        time = dated(claim.time, date.fromisoformat(day[:10])) if claim.time else None
        yield replace(claim, report=replace(claim.report, published=day), time=time)


def days_of_families(claims: Iterable[Claim], family: Mapping[str, str]) -> dict[str, str]:
    """The first day of publication of each family of copies, by its earliest report."""
    found: dict[str, str] = {}
    for claim in claims:
        first, day = family.get(claim.report.id), claim.report.published
        if first is not None and day is not None:
            found[first] = min(day, found.get(first, day))
    return found


def days_of_what_came_later(claims: Iterable[Claim]) -> dict[str, str]:
    """The last day that each report tells of, where that is after its day of publication."""
    found: dict[str, str] = {}
    for claim in claims:
        published, time, days = ordinal(claim.report.published), claim.time, days_of(claim.time)
        if published is None or time is None or days is None or claim.factuality not in ("asserted", "hedged"):
            continue
        if days[0] == days[1] and AHEAD.days < days[0] - published <= WRONG.days:
            found[claim.report.id] = max(time.start, found.get(claim.report.id, ""))
    return found


def dated(time: ClaimTime, published: date) -> ClaimTime:
    """A time of an open year in the last year that puts it before its publication; another as it is."""
    if not time.start.startswith(OPEN_YEAR) or not time.end.startswith(OPEN_YEAR):
        return time
    for year in (published.year, published.year - 1):
        start, end = (day.replace(OPEN_YEAR, f"{year:04}", 1) for day in (time.start, time.end))
        try:
            if date.fromisoformat(start) <= published + AHEAD:
                return replace(time, start=start, end=end)
        except ValueError:  # the 29th of February
            continue
    return time
