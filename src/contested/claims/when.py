"""When did it happen?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.times.choice import choice_weights
from contested.claims.times.paragraph import go_on
from contested.claims.times.since import without_later
from contested.claims.times.story import Dating
from contested.claims.words.tree import tree_of
from contested.model.claim import ClaimTime


def answer(events: Sequence[Event], context: Context) -> list[ClaimTime | None]:
    """The days each event happened, in the order of ``events``; None where the text tells none."""
    if not events:
        return []
    weights = choice_weights()
    dating, tree = Dating(events, context), tree_of(context.doc)
    times = go_on(events, dating.decide(weights["own"], weights["story"]), tree, context.annotations.times)
    return without_later(dating.views, times, tree)
