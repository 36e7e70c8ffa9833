"""The packs of a desk: loaded once, and looked at again now and then, since a file may be edited while it runs."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from contested.packs.load import load_packs
from contested.packs.pack import Pack

TRUSTED = 2.0  # seconds for which the files of the packs are not looked at again


class Knowledge:
    """The pack at hand; safe for many threads, two of which may look at once."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        self.held: tuple[float, Pack] | None = None

    @property
    def pack(self) -> Pack:
        """The packs as their files are now, or were a moment ago; raises PackError where one is wrong."""
        held, now = self.held, monotonic()
        if held is not None and held[0] > now:
            return held[1]
        pack = load_packs(self.names)
        self.held = (now + TRUSTED, pack)
        return pack
