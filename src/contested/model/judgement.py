"""Judgement: a person's decision about claims; it wins over every rule and is never overwritten, only undone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

JudgementKind = Literal["merge", "split", "reject", "undo"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``merge``/``split``: two claims tell one incident, or two; ``reject``: one claim is wrong.

    ``undo`` takes back the judgement whose id is ``undoes``. ``at`` is a moment in ISO 8601, ``why`` may be empty.
    """

    id: str
    kind: JudgementKind
    claims: tuple[str, ...]
    who: str
    at: str
    why: str = ""
    undoes: str | None = None

    @classmethod
    def make(
        cls, kind: JudgementKind, claims: tuple[str, ...], who: str, at: str, why: str = "", undoes: str | None = None
    ) -> Judgement:
        """A judgement under its content id."""
        packed = json.dumps([kind, sorted(claims), who, at, why, undoes], ensure_ascii=False)
        return cls("j-" + hashlib.sha256(packed.encode()).hexdigest()[:12], kind, claims, who, at, why, undoes)


def in_force(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements that no later one has undone, without the undoings; an undoing may be undone in turn."""
    undone: set[str] = set()
    for judgement in sorted(judgements, key=lambda judgement: judgement.at, reverse=True):
        if judgement.kind == "undo" and judgement.id not in undone and judgement.undoes is not None:
            undone.add(judgement.undoes)
    return tuple(j for j in judgements if j.kind != "undo" and j.id not in undone)


def moment_now() -> str:
    """This moment, UTC, to the microsecond, so that judgements made in one second keep their order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
