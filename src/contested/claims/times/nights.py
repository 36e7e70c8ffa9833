"""Nights told by the days they lie between: "overnight into Sunday", "the night of Saturday to Sunday"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from contested.model.annotations import TimeMention
from contested.model.period import Period

NIGHT = re.compile(r"(?:the |that )?(?:over)?night", re.IGNORECASE)
GAP = re.compile(r",?(?: (?:of|from|between|on|in))?(?: (?P<into>(?:in)?to))?(?: the)? (?:early )?\Z", re.IGNORECASE)


def nights(times: Sequence[TimeMention], text: str) -> list[TimeMention]:
    """The times without those that only say "night" before a day, which tells which night: the one that ends with it
    behind "into", else its own.
    """
    found: list[TimeMention] = []
    into = False
    for n, time in enumerate(times):
        following = times[n + 1] if n + 1 < len(times) else None
        gap = GAP.fullmatch(text, time.mention.end, following.mention.start) if following is not None else None
        if gap is not None and following is not None and is_day(following) and NIGHT.fullmatch(time.mention.quote):
            into = gap["into"] is not None
            continue
        found.append(night_before(time) if into else time)
        into = False
    return found


def is_day(time: TimeMention) -> bool:
    """Whether a time names a day of the calendar."""
    return time.period is not None and time.period.precision in ("day", "days") and not time.period.is_open


def night_before(time: TimeMention) -> TimeMention:
    """The same words for the night that ends on their day."""
    assert time.period is not None
    end = date.fromisoformat(time.period.end)
    return replace(time, period=Period.days(end - timedelta(days=1), end))
