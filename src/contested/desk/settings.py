"""What a desk is started with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

# (as_of, progress) derives the incidents of a moment; "" is now. The desk itself knows nothing of how.
Derive = Callable[[str, Callable[[str, int], None]], None]
# Why two claims are, or are not, one incident, in lines.
Why = Callable[[Path, str, str], list[str]]


@dataclass(frozen=True, slots=True)
class Settings:
    """``derive`` and ``why`` are given by the caller, since the desk computes from the ledger alone.

    ``token_hash`` is the SHA-256 of the token in hexadecimal; None asks for no token (loopback only).
    ``basemap`` is a PMTiles file or a tile address with {z}, {x} and {y}; None draws shapes alone.
    """

    ledger: Path
    packs: tuple[str, ...]
    derive: Derive
    why: Why
    read_only: bool = False
    token_hash: str | None = None
    basemap: str | None = None
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
