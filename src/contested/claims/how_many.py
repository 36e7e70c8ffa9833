"""How many were killed, hurt, captured, driven out; how much was destroyed?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.model.claim import Effect


def answer(events: Sequence[Event], context: Context) -> list[tuple[Effect, ...]]:
    """One answer an event, in the order of ``events``."""
    raise NotImplementedError
