"""How often cyclic garbage is looked for while reports are read."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Containers made before the youngest are looked through. Reading makes tens of thousands a report, nearly all of which
# die with it; Python's own 700 walks through them again and again, a tenth of the whole time.
YOUNG = 50_000


@contextmanager
def looked_for_seldom() -> Iterator[None]:
    """Collect seldom until the block ends; a collector that is switched off stays off."""
    before = gc.get_threshold()
    if 0 < before[0] < YOUNG:
        gc.set_threshold(YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
