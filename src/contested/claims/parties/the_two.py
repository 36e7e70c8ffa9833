"""The two whom "the two leaders" or "both sides" mean: those of the event told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from contested.claims.context import Context, Event
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant

TWO = re.compile(
    r"\b(?:the two (?:\w+ )?|both )(?:leaders|sides|men|women|ministers|presidents|countries|nations|governments|"
    r"parties|armies|neighbours|neighbors|states|delegations|groups|factions|officials|capitals)\Z",
    re.IGNORECASE,
)
NEAR = 3  # sentences back
BEFORE = 24  # characters before a noun in which "the two" stands


def the_two(decided: Sequence[Parts], events: Sequence[Event], context: Context) -> list[Parts]:
    """The participants of each event, those whom "the two" mean in their place."""
    tree, found = tree_of(context.doc), list(decided)
    for n, event in enumerate(events):
        who = next((w for w in found[n].initiators if is_two(w, context)), None)
        if who is None:
            continue
        first = tree.first[event.head.i]
        for _ in range(NEAR - 1):
            first = tree.first[first - 1] if first else 0
        pair = next((two for m in range(n - 1, -1, -1) if (two := pair_of(found[m], events[m], first))), ())
        if pair:
            others = tuple(w for w in found[n].initiators if w != who)
            there = tuple(replace(one, mention=who.mention) for one in pair)
            found[n] = replace(found[n], initiators=(*there, *others))
    return found


def is_two(who: Participant, context: Context) -> bool:
    """Whether a participant is told as "the two leaders"."""
    return TWO.search(context.report.text, max(0, who.mention.start - BEFORE), who.mention.end) is not None


def pair_of(parts: Parts, event: Event, first: int) -> tuple[Participant, ...]:
    """The two of an event not before a token; none where it has more or fewer."""
    those = (*parts.initiators, *parts.targets)
    names = {who.name for who in those}
    return those if len(those) == len(names) == 2 and event.head.i >= first else ()
