"""Actor: a party with dated names and alignments; Participant: an actor's part in a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contested.model.mention import Mention

ActorKind = Literal[
    "state_forces",
    "rebel_group",
    "militia",
    "external_forces",
    "police",
    "civilians",
    "protesters",
    "government",
    "organisation",
    "media",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name and the days it was in use; None is an open end."""

    name: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """The side (a short id of the pack, such as ``damascus``) an actor stood on in a period."""

    side: str
    start: str | None = None
    end: str | None = None

    def holds_on(self, day: str | None) -> bool:
        """Whether this alignment holds on an ISO day; an unknown day matches every alignment."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """A party as a pack describes it; ``names[0]`` is the one it uses itself, or the field uses."""

    id: str
    kind: ActorKind
    names: tuple[DatedName, ...]
    aliases: tuple[str, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    part_of: str | None = None
    country: str | None = None

    @property
    def name(self) -> str:
        """The first name."""
        return self.names[0].name

    def sides_on(self, day: str | None) -> frozenset[str]:
        """The sides the actor stood on that day."""
        return frozenset(a.side for a in self.alignments if a.holds_on(day))


@dataclass(frozen=True, slots=True)
class Participant:
    """Who acts or is acted on in a claim; ``actor`` is a pack's id, None where no pack knows the name."""

    name: str
    actor: str | None
    kind: ActorKind
    mention: Mention
