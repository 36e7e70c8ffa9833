"""When did it happen?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.model.claim import ClaimTime


def answer(events: Sequence[Event], context: Context) -> list[ClaimTime | None]:
    """One answer an event, in the order of ``events``."""
    raise NotImplementedError
