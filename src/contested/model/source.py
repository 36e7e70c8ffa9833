"""Source: one voice of the chain through which a claim reached the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contested.model.mention import Mention

SourceKind = Literal["publisher", "official", "party", "witness", "local", "unnamed", "media", "monitor", "document"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks. The publisher has no mention unless the text names it; every other voice has one."""

    name: str
    kind: SourceKind
    actor: str | None = None
    mention: Mention | None = None
    cue: Mention | None = None
