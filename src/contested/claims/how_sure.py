"""How surely is it told, by the innermost voice and by the author?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.model.claim import AuthorStance, Factuality


def answer(events: Sequence[Event], context: Context) -> list[tuple[Factuality, AuthorStance]]:
    """One answer an event, in the order of ``events``."""
    raise NotImplementedError
