"""Who has signed in with the token: sessions of the running desk, kept as hashes, each for one user and some hours."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock
from time import monotonic

SESSION = "contested_session"
LASTS = 12 * 3600  # seconds after signing in
MOST = 10_000


class Sessions:
    """Sessions by the hash of their id; safe for many threads. They end with the desk."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self.clock, self.lock = clock, Lock()
        self.held: OrderedDict[str, tuple[str, float]] = OrderedDict()

    def begin(self, user: str, instead_of: str = "") -> str:
        """The id of a new session, 256 random bits, in the place of an older one."""
        id = secrets.token_urlsafe(32)
        with self.lock:
            self.held.pop(hash_of_id(instead_of), None)
            while self.held and (self.ended(next(iter(self.held))) or len(self.held) >= MOST):
                self.held.popitem(last=False)
            self.held[hash_of_id(id)] = (user, self.clock() + LASTS)
        return id

    def ended(self, key: str) -> bool:
        """Whether a session's hours are over."""
        return self.held[key][1] <= self.clock()

    def user(self, id: str) -> str | None:
        """Whose session it is; None where there is none, or its hours are over."""
        key = hash_of_id(id)
        with self.lock:
            return self.held[key][0] if key in self.held and not self.ended(key) else None


def hash_of_id(id: str) -> str:
    """The SHA-256 of an id, which is all that is kept of it."""
    return sha256(id.encode()).hexdigest()
