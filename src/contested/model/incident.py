"""Incident: the claims that tell one event, with what is derived of them; never a finding of what happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from contested.model.claim import EffectKind
from contested.model.contradiction import Contradiction

Interest = Literal["self_serving", "neutral", "against_interest"]
Reading = Literal["any", "latest", "roots"]
Counts = Literal["whole", "part", "addition", "vague", "sum"]


@dataclass(frozen=True, slots=True)
class IncidentPlace:
    """A place that claims name, with how many do; ``place`` None is not resolved."""

    name: str
    place: str | None
    lat: float | None
    lon: float | None
    precision: int
    claims: int


@dataclass(frozen=True, slots=True)
class TollFigure:
    """One count of a claim: who is counted, on which side, by whom told, when published; bounds None are open."""

    claim: str
    report: str
    kind: EffectKind
    who: str | None
    side: str | None
    low: int | None
    high: int | None
    counts: Counts
    source: str
    root: str
    published: str | None


@dataclass(frozen=True, slots=True)
class TollRange:
    """The range of a kind of harm under a reading; ``by`` is "any", "latest", "roots" or a source's side.

    ``side`` None counts everyone. ``high`` is the highest figure told; ``open`` says that a source told it as a lower
    bound. ``claims`` gave the bounds; ``rule`` says how.
    """

    kind: EffectKind
    side: str | None
    by: str
    low: int
    high: int
    open: bool
    claims: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Laundered:
    """A claim that repeats another's words without naming the source that the other names."""

    claim: str
    told: str
    of: str
    first: str
    lost: str


@dataclass(frozen=True, slots=True)
class Root:
    """One independent origin of claims: a source, an agency or an outlet; ``claims`` go back to it."""

    name: str
    claims: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Teller:
    """A report that tells the incident; ``refs`` are the caller's ids of the text and its copies."""

    report: str
    refs: tuple[str, ...]
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Incident:
    """Days are ISO, None where no claim tells them; ``reported`` is the first day of publication.

    ``claims`` are in the order of their publication; ``unanswered`` are claims that someone gives no answer to;
    ``parts`` are incidents whose dead a count of this one takes in, so that nobody adds both.
    """

    id: str
    event: str
    events: tuple[str, ...]
    start: str | None
    end: str | None
    reported: str | None
    places: tuple[IncidentPlace, ...]
    claims: tuple[str, ...]
    tellers: tuple[Teller, ...]
    roots: tuple[Root, ...]
    interests: dict[str, Interest] = field(default_factory=dict)
    figures: tuple[TollFigure, ...] = ()
    tolls: tuple[TollRange, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    unanswered: tuple[str, ...] = ()
    laundered: tuple[Laundered, ...] = ()
    judged: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell it, each once."""
        return tuple(sorted({teller.outlet for teller in self.tellers if teller.outlet}))

    @property
    def refs(self) -> tuple[str, ...]:
        """The refs of every report that tells it, copies included."""
        return tuple(sorted({ref for teller in self.tellers for ref in teller.refs}))


@dataclass(frozen=True, slots=True)
class Holding:
    """Who is said to hold, take or lose a place, from one claim; days ISO, None is not told."""

    place: str
    name: str
    holder: str
    side: str | None
    state: Literal["held", "taken", "lost", "contested", "besieged", "withdrawn"]
    start: str | None
    end: str | None
    claim: str
    source: str
    published: str | None
    denied: bool = False
