"""When: the days told; where a side tells none, the days of publication."""

from __future__ import annotations

from datetime import date

from contested.reconcile.compare.finding import VETO, Finding
from contested.reconcile.profile import Profile

# Scores by the gap in days. Told days are strong evidence, days of publication weak.
TOLD = {0: 2.0, 1: -0.4, 2: -3.0, 3: -5.0}
PUBLISHED = {0: 0.8, 1: 0.6, 2: 0.1, 3: -0.1, 4: -0.6, 5: -0.8, 6: -1.0, 7: -1.0}
WIDE = 10  # days; a longer time is told by its name, a month or a season
BEFORE = 5  # days within which an undated event is usually reported


def compare(one: Profile, other: Profile) -> Finding:
    """The gap between the days, or between the days of publication."""
    if one.days and other.days:
        return told(one.days, other.days)
    if one.days or other.days:
        return half_told(one, other)
    if one.published is None or other.published is None:
        return Finding("date", 0.0, "no days told, and no day of publication")
    gap = abs(one.published - other.published)
    score = PUBLISHED.get(gap, -2.5 if gap <= 30 else -4.5)
    return Finding("date", score, f"no days told; published {gap} days apart")


def told(one: tuple[int, int], other: tuple[int, int]) -> Finding:
    """Both sides tell days."""
    gap = max(0, other[0] - one[1], one[0] - other[1])
    words = f"{span(one)} and {span(other)}"
    if gap > 3:
        return Finding("date", VETO, f"{words}: {gap} days apart")
    width = max(one[1] - one[0], other[1] - other[0])
    if gap and width > WIDE:
        # The end of January is near the beginning of February, and yet January is not February.
        return Finding("date", TOLD[3], f"{words}: two stretches of time")
    if gap:
        return Finding("date", TOLD[gap], f"{words}: {gap} days apart")
    score = TOLD[0] if width <= 1 else 1.4 if width <= 3 else 0.7 if width <= 10 else 0.9 if one == other else 0.0
    return Finding("date", score, f"{words} share a day")


def half_told(one: Profile, other: Profile) -> Finding:
    """One side tells days, the other only when it was published."""
    days, published = (one.days, other.published) if one.days else (other.days, one.published)
    assert days is not None
    if published is None:
        return Finding("date", 0.0, f"{span(days)} and no day told")
    late = published - days[1]
    words = f"{span(days)}, and a report {late} days later that tells no day"
    if published < days[0] - 1:
        return Finding("date", VETO, f"{span(days)} is after the other report was published")
    score = 0.6 if late <= 2 else 0.2 if late <= BEFORE else -1.0 if late <= 14 else -2.5 if late <= 40 else -4.0
    return Finding("date", score, words)


def span(days: tuple[int, int]) -> str:
    """Days in words."""
    first, last = (date.fromordinal(day).isoformat() for day in days)
    return first if first == last else f"{first} to {last}"
