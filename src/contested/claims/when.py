"""When did it happen?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.time_choice import choice_weights
from contested.claims.time_paragraph import go_on
from contested.claims.time_story import Dating
from contested.claims.tree import tree_of
from contested.model.claim import ClaimTime


def answer(events: Sequence[Event], context: Context) -> list[ClaimTime | None]:
    """The days each event happened, in the order of ``events``; None where the text tells none."""
    if not events:
        return []
    weights = choice_weights()
    times = Dating(events, context).decide(weights["own"], weights["story"])
    return go_on(events, times, tree_of(context.doc))
