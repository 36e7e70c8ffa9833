"""When did it happen?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.time_carry import carried
from contested.claims.time_own import own_times
from contested.claims.time_use import time_uses
from contested.model.claim import ClaimTime


def answer(events: Sequence[Event], context: Context) -> list[ClaimTime | None]:
    """The days each event happened, in the order of ``events``; None where the text tells none."""
    uses = time_uses(context)
    own = own_times(events, uses, context.report.anchor)
    return carried(events, own, context)
