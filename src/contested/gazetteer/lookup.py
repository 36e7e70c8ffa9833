"""Look a place name up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded name."""

    path: Path | None = None


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer at ``path``, else the user's own, else the embedded default."""
    return Gazetteer(path)
