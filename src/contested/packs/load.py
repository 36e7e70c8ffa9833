"""Load packs: knowledge of one war as data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from contested.model.actor import Actor


@dataclass(frozen=True, slots=True)
class Pack:
    """The packs in use, merged."""

    actors: Mapping[str, Actor] = field(default_factory=dict)


def load_packs(names: Sequence[str]) -> Pack:
    """The packs of these names (shipped ones) or paths (TOML files, folders), merged in order."""
    return Pack()
