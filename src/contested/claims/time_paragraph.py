"""A paragraph tells one scene: an undated event goes on with the date its paragraph gave before it.

Only texts that keep their paragraphs are read so; texts flattened to one block say nothing by their breaks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from contested.claims.context import Event
from contested.claims.tree import Tree
from contested.model.claim import ClaimTime

BREAK = re.compile(r"\n\s*\n")
LEAST = 3  # fewer breaks are a headline's and a byline's, no paragraphs
SCENES = frozenset(
    "armed_clash attack ambush territory_gained territory_lost shelling missile_attack air_strike suicide_bombing ied "
    "bombing chemical_attack grenade attack_on_civilians execution abduction capture surrender casualties destruction "
    "seizure interception withdrawal".split()
)
DOUBTFUL = frozenset("if unless will would could may might".split())


def go_on(events: Sequence[Event], times: Sequence[ClaimTime | None], tree: Tree) -> list[ClaimTime | None]:
    """The same times, with those of undated events that go on with their paragraph's scene."""
    breaks = [match.end() for match in BREAK.finditer(tree.text)]
    found = list(times)
    if len(breaks) < LEAST:
        return found
    last: dict[int, ClaimTime] = {}
    for n, event in enumerate(events):
        paragraph = bisect_right(breaks, tree.starts[event.trigger.start])
        time = found[n]
        if time is not None:
            if time.mention is not None and bisect_right(breaks, time.mention.start) == paragraph:
                last[paragraph] = time
        elif event.code in SCENES and paragraph in last and is_told(event, tree):
            found[n] = last[paragraph]
    return found


def is_told(event: Event, tree: Tree) -> bool:
    """Whether the sentence tells what happened, not what may."""
    start, end = tree.first[event.head.i], tree.last[event.head.i]
    return DOUBTFUL.isdisjoint(tree.lower[start:end])
