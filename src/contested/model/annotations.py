"""What one pass over a report recognised: mentions of actors, places, times, quantities, things; attributions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from contested.model.actor import ActorKind, Participant
from contested.model.mention import Mention
from contested.model.period import Period
from contested.model.place import Candidate
from contested.model.quantity import Quantity
from contested.model.source import SourceKind

EntityKind = Literal["person", "organisation", "nationality", "weapon", "platform", "vehicle"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A party named in the text; ``actor`` is a pack's id, None for a pattern ("militants")."""

    mention: Mention
    name: str
    actor: str | None
    kind: ActorKind

    def participant(self) -> Participant:
        """The party as one that takes part in a claim, by this mention."""
        return Participant(self.name, self.actor, self.kind, self.mention)


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in the text; no candidates: unresolved, ``admin`` then the region the text gives.

    ``kind`` is a gazetteer kind or None; ``where_prec`` UCDP's code (1 to 7); ``radius_km`` how far from the place's
    pin the event may lie, None where a pin says nothing of it.
    """

    mention: Mention
    name: str
    candidates: tuple[Candidate, ...] = ()
    relation: str | None = None
    kind: str | None = None
    country: str | None = None
    admin: tuple[str, ...] = ()
    precision: int = 1
    where_prec: int | None = None
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression. ``period`` None: it names no days ("three hours", "annually"); ``value`` as in TIMEX3."""

    mention: Mention
    period: Period | None
    type: TimexType = "DATE"
    value: str = ""


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A count of something, its words from the first modifier to the number ("at least 17")."""

    mention: Mention
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A person, organisation, nationality, weapon, platform or vehicle named in the text."""

    kind: EntityKind
    mention: Mention
    name: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: spans may be discontinuous; ``source`` may be empty ("it is reported that …").

    ``name`` is the speaker with pronouns resolved. ``outer`` is the index of the attribution this one is nested in.
    """

    source: tuple[Mention, ...]
    cue: tuple[Mention, ...]
    content: tuple[Mention, ...]
    name: str | None = None
    kind: SourceKind = "unnamed"
    actor: str | None = None
    outer: int | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """All mentions of a report, each list in text order; ``sided``: actors of a war whose pack tells sides."""

    actors: tuple[ActorMention, ...] = field(default=())
    places: tuple[PlaceMention, ...] = field(default=())
    times: tuple[TimeMention, ...] = field(default=())
    quantities: tuple[QuantityMention, ...] = field(default=())
    entities: tuple[EntityMention, ...] = field(default=())
    sided: frozenset[str] = frozenset()
