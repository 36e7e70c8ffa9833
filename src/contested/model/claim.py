"""Claim: one event told once, by one chain of sources; the fields are those of the exchange format."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Literal

from contested.model.actor import Participant
from contested.model.mention import Mention
from contested.model.period import Precision
from contested.model.place import PlaceRef
from contested.model.report import Report
from contested.model.source import Source

EffectKind = Literal[
    "killed",
    "injured",
    "captured",
    "missing",
    "displaced",
    "surrendered",
    "destroyed",
    "damaged",
    "evacuated",
    "detained",
    "released",
    "abducted",
]
Factuality = Literal["asserted", "hedged", "denied", "planned", "conditional", "forecast"]
AuthorStance = Literal["asserts", "reports", "doubts"]


@dataclass(frozen=True, slots=True)
class ReportRef:
    """The report a claim stands in; ``ref`` is the caller's own id."""

    id: str
    ref: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    republisher: str | None = None
    published: str | None = None

    @classmethod
    def of(cls, report: Report) -> ReportRef:
        """What a claim carries of its report."""
        return cls(
            report.id, report.ref, report.url, report.title, report.publisher, report.republisher, report.published
        )


@dataclass(frozen=True, slots=True)
class Codes:
    """The event in other schemes: ACLED type and sub-event, PLOVER type and mode, UCDP type of violence."""

    acled: tuple[str, ...] = ()
    plover: tuple[str, ...] = ()
    ucdp: int | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """Weapon or means."""

    name: str
    mention: Mention


@dataclass(frozen=True, slots=True)
class Effect:
    """A count of people or things affected; bounds inclusive, None open (spec: "up to 33" is low None)."""

    kind: EffectKind
    who: str | None
    low: int | None
    high: int | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """When, as days in EDTF, and the words that tell it; no mention where the dateline or context alone tell."""

    start: str
    end: str
    precision: Precision
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One event told once. ``confidence`` is that of the extraction, never of the truth."""

    id: str
    report: ReportRef
    evidence: Mention
    trigger: Mention
    event: str
    codes: Codes = field(default=Codes())
    initiators: tuple[Participant, ...] = ()
    targets: tuple[Participant, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    places: tuple[PlaceRef, ...] = ()
    time: ClaimTime | None = None
    effects: tuple[Effect, ...] = ()
    attribution: tuple[Source, ...] = ()
    factuality: Factuality = "asserted"
    author_stance: AuthorStance = "asserts"
    confidence: float = 0.5

    def with_id(self) -> Claim:
        """The same claim under its content id: the same report and rules give the same id."""
        # repr of nested frozen dataclasses is fixed by their fields and values, and far faster than JSON
        told = {"id": "", "report": ReportRef(self.report.id, ""), "confidence": 0.0}
        content = ", ".join([f"{name}={told.get(name, getattr(self, name))!r}" for name in self.__slots__])
        return replace(self, id="c-" + hashlib.sha256(f"Claim({content})".encode()).hexdigest()[:20])

    @property
    def speaker(self) -> Source | None:
        """The innermost voice other than the publisher; None where the author asserts the claim."""
        inner = [source for source in self.attribution if source.kind != "publisher"]
        return inner[-1] if inner else None
