"""Who did it, to whom, by what means?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.claims.context import Context, Event
from contested.model.actor import Participant
from contested.model.claim import Instrument


@dataclass(frozen=True, slots=True)
class Roles:
    """Who acts, on whom or what, by what means."""

    initiators: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instruments: tuple[Instrument, ...] = ()


def answer(events: Sequence[Event], context: Context) -> list[Roles]:
    """One answer an event, in the order of ``events``."""
    raise NotImplementedError
