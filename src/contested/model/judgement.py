"""Judgement: a person's decision about claims; it wins over every rule and is never overwritten, only undone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

JudgementKind = Literal["merge", "split", "reject", "accept", "edit", "duplicate", "skip", "flag", "note", "undo"]
JUDGEMENT_KINDS: tuple[JudgementKind, ...] = (
    "merge", "split", "reject", "accept", "edit", "duplicate", "skip", "flag", "note", "undo",
)  # fmt: skip
Coding = Literal["open", "blind"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``merge``/``split``: claims tell one incident, or two; ``reject``: a claim is wrong; ``accept``: it is right.

    ``edit``: a claim's ``field`` is ``value`` (JSON in the exchange format), whatever the machine says;
    ``duplicate``: the first claim is told again by the second and counts no more; ``skip``, ``flag`` and ``note`` say
    what the coder did or thought, and change nothing. ``undo`` takes back the judgement whose id is ``undoes``.
    ``at`` is a moment in ISO 8601, ``why`` may be empty. ``coding`` is blind where a second coder decides apart from
    the first: such judgements are compared, and take no effect.
    """

    id: str
    kind: JudgementKind
    claims: tuple[str, ...]
    who: str
    at: str
    why: str = ""
    undoes: str | None = None
    field: str | None = None
    value: str | None = None
    coding: Coding = "open"

    @classmethod
    def make(
        cls, kind: JudgementKind, claims: tuple[str, ...], who: str, at: str, why: str = "", undoes: str | None = None
    ) -> Judgement:
        """A judgement under its content id."""
        packed = json.dumps([kind, sorted(claims), who, at, why, undoes], ensure_ascii=False)
        return cls("j-" + hashlib.sha256(packed.encode()).hexdigest()[:12], kind, claims, who, at, why, undoes)

    def keyed(self, key: str) -> Judgement:
        """The same judgement under an id that its sender chose: sent twice, it is the same one."""
        return replace(self, id="j-" + hashlib.sha256(json.dumps([self.who, key]).encode()).hexdigest()[:20])


def taking_effect(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements that change what is derived, in force or not: those of blind coding are only compared."""
    return tuple(judgement for judgement in judgements if judgement.coding == "open")


def in_force(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements that no later one has undone, without the undoings; an undoing may be undone in turn."""
    undone: set[str] = set()
    for judgement in sorted(judgements, key=lambda judgement: (judgement.at, judgement.id), reverse=True):
        if judgement.kind == "undo" and judgement.id not in undone and judgement.undoes is not None:
            undone.add(judgement.undoes)
    return tuple(j for j in judgements if j.kind != "undo" and j.id not in undone)


def moment_now() -> str:
    """This moment, UTC, to the microsecond, so that judgements made in one second keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
