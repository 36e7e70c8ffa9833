"""A paragraph tells one scene: an undated event goes on with the date its paragraph gave before it.

Only texts that keep their paragraphs are read so; texts flattened to one block say nothing by their breaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from contested.claims.context import Event
from contested.claims.words.paragraphs import paragraph_breaks
from contested.claims.words.tree import Tree
from contested.model.annotations import TimeMention
from contested.model.claim import ClaimTime

OPENING, LEAST = 20, 2  # characters of a paragraph in which its day begins it; paragraphs of a chronicle, and more
# What may stand before the day that begins a paragraph: a number or a mark, "On", "Around".
LEAD = re.compile(r"\W*(?:\d+\W+)?(?:(?:(?:late|early) )?(?:on|around|about)\s+)?", re.IGNORECASE)
SCENES = frozenset(
    "armed_clash attack ambush territory_gained territory_lost shelling missile_attack air_strike suicide_bombing ied "
    "bombing chemical_attack grenade attack_on_civilians execution abduction capture surrender casualties destruction "
    "seizure interception withdrawal".split()
)
DOUBTFUL = frozenset("if unless will would could may might".split())


def go_on(
    events: Sequence[Event], times: Sequence[ClaimTime | None], tree: Tree, dates: Sequence[TimeMention]
) -> list[ClaimTime | None]:
    """The same times, with those of undated events that go on with their paragraph's scene.

    In a chronicle, where every paragraph begins with its day, no event takes the day of another paragraph.
    """
    breaks = [match.end() for match in paragraph_breaks(tree.text)]
    found = list(times)
    if not breaks:
        return found
    opened = days_that_open([0, *breaks], dates, tree.text)
    last = dict(opened)
    for n, event in enumerate(events):
        paragraph = bisect_right(breaks, tree.starts[event.trigger.start])
        time = found[n]
        if time is not None:
            if time.mention is not None and bisect_right(breaks, time.mention.start) == paragraph:
                last[paragraph] = time
                continue
            if not opened:
                continue
            found[n] = None
        if event.code in SCENES and paragraph in last and is_told(event, tree):
            found[n] = last[paragraph]
    return found


def days_that_open(starts: Sequence[int], dates: Sequence[TimeMention], text: str) -> dict[int, ClaimTime]:
    """The day with which each paragraph of a chronicle begins; nothing where few paragraphs begin with one."""
    opened: dict[int, ClaimTime] = {}
    begun = 0
    for date in dates:
        paragraph = bisect_right(starts, date.mention.start) - 1
        before = text[starts[paragraph] : date.mention.start]
        if date.period is None or date.period.precision != "day" or len(before) > OPENING:
            continue
        begun += 1
        if LEAD.fullmatch(before):
            opened[paragraph] = ClaimTime(date.period.start, date.period.end, "day", date.mention)
    return opened if begun > LEAST and 2 * begun > len(starts) else {}


def is_told(event: Event, tree: Tree) -> bool:
    """Whether the sentence tells what happened, not what may."""
    start, end = tree.first[event.head.i], tree.last[event.head.i]
    return DOUBTFUL.isdisjoint(tree.lower[start:end])
