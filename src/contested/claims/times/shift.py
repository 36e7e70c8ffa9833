"""Days told by how long after another event something came: "a day after the raid"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from contested.claims.context import Context
from contested.claims.times.event_view import View
from contested.claims.times.use import TimeUse
from contested.claims.words.tree import Tree
from contested.model.annotations import TimeMention
from contested.model.claim import ClaimTime

AFTER = re.compile(r"\s+after\b")
LENGTH = re.compile(r"P(\d{1,2})([DW])\Z")


@dataclass(frozen=True, slots=True)
class Shift:
    """A length with "after" behind it: how many days, and the code points and tokens of what came first."""

    time: TimeMention
    days: int
    first: int
    start: int
    end: int

    def before(self, offset: int) -> bool:
        """Whether what stands at an offset came first."""
        return self.start <= offset < self.end

    def from_day(self, day: ClaimTime, ways: int) -> ClaimTime:
        """The day so many days later (``ways`` 1) or earlier (-1)."""
        moved = (date.fromisoformat(day.start) + timedelta(days=ways * self.days)).isoformat()
        return ClaimTime(moved, moved, "day", self.time.mention)


def shifts_of(context: Context, tree: Tree) -> list[Shift]:
    """The lengths with "after" behind them, in text order."""
    return [
        shift_of(time, int(match[1]) * (1 if match[2] == "D" else 7), tree)
        for time in context.annotations.times
        if (match := LENGTH.match(time.value)) and AFTER.match(context.report.text, time.mention.end)
    ]


def shift_of(time: TimeMention, days: int, tree: Tree) -> Shift:
    """What came first ends with its clause where it opens the sentence, else with the sentence."""
    at = tree.token_at(time.mention.start)
    first, last = tree.first[at], tree.last[at]
    end = tree.starts[last] if last < len(tree.words) else len(tree.text)
    if not any(word[0].isalnum() for word in tree.words[first:at]):
        comma = tree.text.find(",", time.mention.end, end)
        end = comma if comma > 0 else end
    return Shift(time, days, first, time.mention.end, end)


def shifted(
    shifts: Sequence[Shift],
    views: Sequence[View],
    times: Sequence[ClaimTime | None],
    uses: Mapping[int, Sequence[TimeUse]],
) -> Iterator[tuple[int, ClaimTime]]:
    """The events that a length dates by another's day, with their days, from the times of their own."""
    for shift in shifts:
        here = [i for i, view in enumerate(views) if view.first == shift.first]
        told = [use for use in uses.get(shift.first, ()) if is_day(use.claimed())]
        one = next((use.claimed() for use in told if shift.before(use.time.mention.start)), None)
        if one is not None:
            if len(told) == 1:
                yield from ((i, shift.from_day(one, 1)) for i in here if not shift.before(views[i].offset))
            continue
        two = next((t for i in here if not shift.before(views[i].offset) and (t := times[i]) and is_day(t)), None)
        if two is not None:
            yield from ((i, shift.from_day(two, -1)) for i in here if shift.before(views[i].offset))


def is_day(time: ClaimTime) -> bool:
    """Whether a time is one day of a known year."""
    return time.start == time.end and not time.start.startswith("XXXX")
