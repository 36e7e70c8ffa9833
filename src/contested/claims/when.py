"""When did it happen?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.time_carry import carried
from contested.claims.time_own import is_strict, own_times
from contested.claims.time_since import shifted_after, since_spans, since_time
from contested.claims.time_use import time_uses
from contested.model.claim import ClaimTime


def answer(events: Sequence[Event], context: Context) -> list[ClaimTime | None]:
    """The days each event happened, in the order of ``events``; None where the text tells none."""
    uses, anchor = time_uses(context), context.report.anchor
    spans = since_spans(context, uses)
    own = own_times(events, uses, anchor)
    first: dict[int, ClaimTime | None] = {}
    for i, event in enumerate(events):
        main = first.get(event.sentence.start)
        told = shifted_after(event, main, context)
        if told is None and own[i] is None and not is_strict(event):
            told = since_time(event, spans, anchor)
        own[i] = told or own[i]
        first.setdefault(event.sentence.start, own[i])
    return carried(events, own, context)
