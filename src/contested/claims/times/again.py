"""Days told by other days: "that day", "in the same period" mean those told last; "after two days" ends with one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contested.claims.context import Context
from contested.claims.times.candidates import Candidates, add
from contested.claims.times.event_view import View
from contested.claims.times.lengths import run_up
from contested.claims.times.use import TimeUse
from contested.claims.words.tree import Tree
from contested.model.annotations import TimeMention
from contested.model.claim import ClaimTime

SPAN = re.compile(
    r" (?:day|night|morning|afternoon|evening|period)\b(?! (?:after|before|of|when|that|to))", re.IGNORECASE
)
AGAIN = re.compile(r"\b(?:that|the same|that same|on the|in the|of the)\Z", re.IGNORECASE)
DAYS = re.compile(r"P(?:(?P<days>[1-9])D|(?P<weeks>[1-9])W|T(?P<hours>24|48|72)H)")
REACH = 12
BACK = 60  # tokens: two sentences
STEPS = ((5, "close"), (11, "near"))


@dataclass(frozen=True, slots=True)
class Again:
    """A token that names days again, the days meant, how far back they are told, and whether those date a saying."""

    at: int
    time: ClaimTime
    back: str
    said: bool


def named_again(uses: Mapping[int, Sequence[TimeUse]], tree: Tree) -> Iterator[Again]:
    """Every place of the text that means the days told last before it, in text order."""
    spans = [
        span for span in SPAN.finditer(tree.text) if AGAIN.search(tree.text, max(0, span.start() - REACH), span.start())
    ]
    if not spans:
        return
    told = sorted((use for group in uses.values() for use in group), key=lambda use: use.start)
    told = [use for use in told if use.period.precision in ("day", "days") and not SPAN.search(use.time.mention.quote)]
    ends = [use.time.mention.end for use in told]
    for span in spans:
        before = bisect_right(ends, span.start())
        if not before:
            continue
        use = told[before - 1]
        at = tree.token_at(span.start() + 1)
        back = "here" if use.start >= tree.first[at] else "close" if at - use.end < BACK else "far"
        yield Again(at, use.claimed(), back, use.is_speech)


def add_again(own: Sequence[Candidates], views: Sequence[View], again: Again, tree: Tree) -> None:
    """Note days named again for the events of their sentence, with how they stand to each."""
    first, last = tree.first[again.at], tree.last[again.at]
    for i in range(bisect_left(views, first, key=lambda view: view.start), len(views)):
        if views[i].start >= last:
            break
        gap = abs(again.at - views[i].head)
        near = next((name for limit, name in STEPS if gap <= limit), "remote")
        side = "behind" if again.at > views[i].head else "before"
        said = "saying" if again.said else "event"
        add(own[i], again.time, "again", [again.back, f"gap:{near}", side, said])


def up_to_day(context: Context, uses: Mapping[int, Sequence[TimeUse]], tree: Tree) -> Iterator[tuple[str, TimeMention]]:
    """The lengths of days or hours up to another day their sentence names, by whether the first day counts."""
    for time in context.annotations.times:
        match = DAYS.fullmatch(time.value) if time.type == "DURATION" else None
        if match is None:
            continue
        count = int(match["days"] or 0) + 7 * int(match["weeks"] or 0) + int(match["hours"] or 0) // 24
        for use in uses.get(tree.first[tree.token_at(time.mention.start)], ()):
            day = use.period
            if (
                use.time is time
                or day.precision != "day"
                or day.is_open
                or day.end == (context.report.anchor or "")[:10]
            ):
                continue
            yield "to_day", replace(time, period=run_up(day.end, count, "D", False))
            if count > 1:
                yield "within_days", replace(time, period=run_up(day.end, count - 1, "D", False))
