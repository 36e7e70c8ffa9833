"""Where did it happen?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.model.place import PlaceRef


def answer(events: Sequence[Event], context: Context) -> list[tuple[PlaceRef, ...]]:
    """One answer an event, in the order of ``events``."""
    raise NotImplementedError
