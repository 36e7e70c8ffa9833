"""Which claims lie before which coder, so that two at once do not judge the same."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from time import monotonic

LEASE = 120.0  # seconds for which a claim handed to one coder is kept from the others, where there are more


class Leases:
    """Which claims lie before which coder, so that two at once do not judge the same."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.held: dict[str, tuple[str, float]] = {}

    def others(self, who: str) -> set[str]:
        """The claims that lie before somebody else."""
        now = monotonic()
        with self.lock:
            self.held = {claim: lease for claim, lease in self.held.items() if lease[1] > now}
            return {claim for claim, (holder, _) in self.held.items() if holder != who}

    def lend(self, who: str, claims: Iterable[str]) -> None:
        """Lay claims before a coder."""
        until = monotonic() + LEASE
        with self.lock:
            self.held.update((claim, (who, until)) for claim in claims)
