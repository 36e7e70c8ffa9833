"""What the first to ask would all wait for at once, done before anybody asks."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from contested.desk.leases import Leases
from contested.desk.pages import incident_page
from contested.desk.queueing import next_claims
from contested.desk.selection import ListAsked, MapAsked, QueueAsked
from contested.desk.state import Desk
from contested.model.errors import ContestedError

SWITCH = 0.0005  # seconds


@contextmanager
def ready_to_serve(desk: Desk) -> Iterator[None]:
    """Warm what is at hand, and have the interpreter serve many at once for as long as the desk runs."""
    desk.labels.warm()
    warm(desk)
    # What is loaded by now stays: searching it for garbage would stop everybody for a moment, again and again.
    gc.collect()
    gc.freeze()
    # At Python's 5 ms whoever listens would wait that long for whoever counts, at each packet.
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
        gc.unfreeze()


def warm(desk: Desk) -> None:
    """Ask once what everybody asks first; where no incidents are at hand there is nothing to ask."""
    with suppress(ContestedError):
        shown = desk.at()
        shown.overview(MapAsked())
        shown.incidents(ListAsked())
        next_claims(desk, Leases(), "", QueueAsked())
        for id in shown.board.ids[:1]:
            incident_page(desk, id.decode())
