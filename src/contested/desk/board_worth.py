"""Which claim to review first: the expected effect of a review on tolls and disputes, and why, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Any

import numpy as np

from contested.model.contradiction import CONTRADICTION_KINDS, ContradictionKind
from contested.model.incident import Incident

MANY_REPORTS = 3
# Unsure are those of the fifth of all claims that was read least surely, as far as they are below this.
UNSURE_PART, UNSURE_MOST = 0.2, 0.85
DISPUTES: dict[ContradictionKind, str] = {
    "whether": "others say that it did not happen",
    "who": "others say that somebody else did it",
    "where": "others say that it was elsewhere",
    "when": "others give another day",
    "how_many": "others give another number",
    "who_holds": "others say that somebody else holds it",
    "what": "others say that it was something else",
}
# Bit by bit what makes a claim worth a look; a claim's reason is a sum of these, the weightiest words first.
REASONS: tuple[str, ...] = (
    "its figure sets the range of the killed",
    "its figure sets the range of the injured",
    "its figure sets the range of another harm",
    *(DISPUTES[kind] for kind in CONTRADICTION_KINDS),
    "it repeats another's words without their source",
    "only one root tells it",
    "many reports tell it",
    "the machine is unsure of it",
)
KILLED, INJURED, OTHER_HARM = 1, 2, 4
DISPUTE_BITS = {kind: 8 << place for place, kind in enumerate(CONTRADICTION_KINDS)}
LAUNDERED, ONE_ROOT, REACHING, LOW = (8 << len(CONTRADICTION_KINDS) + place for place in range(4))
EFFECTFUL = LAUNDERED - 1  # a bound of a toll, or a side of a dispute
NONE = "it is not reviewed"
NO_INCIDENT = "it is part of no incident"
BOUND, DISPUTE, SOURCE_LOST = 4.0, 3.0, 1.0


@dataclass(frozen=True, slots=True)
class Worth:
    """What reviewing a claim is worth, 0 or more, and why, as a sum of bits; the confidence of its extraction."""

    score: float
    reason: int
    confidence: float


def unsure_below(confidences: Sequence[float]) -> float:
    """The confidence below which the machine is unsure, by those of all claims."""
    return min(UNSURE_MOST, float(np.quantile(confidences, UNSURE_PART))) if confidences else UNSURE_MOST


def worths(
    incident: Incident, claims: Mapping[str, Mapping[str, Any]], unsure: float = UNSURE_MOST
) -> Iterator[tuple[str, Worth]]:
    """Every claim of an incident with what its review is worth; ``unsure`` is read what has less confidence."""
    weight, reason = effects_of(incident)
    reach = 1 + 0.25 * log2(max(1, len(incident.tellers)))
    alone = 1 + 0.5 / max(1, len(incident.roots))
    common = (ONE_ROOT if len(incident.roots) <= 1 < len(incident.tellers) else 0) | (
        REACHING if len(incident.tellers) >= MANY_REPORTS else 0
    )
    for id in incident.claims:
        held = claims.get(id)
        sure = float(held["confidence"]) if held else 1.0
        doubt = 1.5 - sure
        why = reason.get(id, 0) | common | (LOW if sure < unsure else 0)
        yield id, Worth(round((0.2 + weight.get(id, 0.0)) * reach * alone * doubt, 4), why, sure)


def effects_of(incident: Incident) -> tuple[dict[str, float], dict[str, int]]:
    """What hangs on each claim: bounds of tolls, weighted by how wide the range is, disputes, sources lost."""
    weight: dict[str, float] = {}
    reason: dict[str, int] = {}

    def note(id: str, worth: float, why: int) -> None:
        if not reason.get(id, 0) & why:
            weight[id] = weight.get(id, 0.0) + worth
            reason[id] = reason.get(id, 0) | why

    for toll in incident.tolls:
        why = {"killed": KILLED, "injured": INJURED}.get(toll.kind, OTHER_HARM)
        worth = BOUND * (1.0 if why == KILLED else 0.6 if why == INJURED else 0.4)
        for id in toll.claims:
            note(id, worth * (1 + log2(1 + toll.high - toll.low) / 4 + log2(1 + toll.high) / 8), why)
    for dispute in incident.contradictions:
        for id in (id for position in dispute.positions for id in position.claims):
            note(id, DISPUTE * (0.3 if dispute.compatible else 1.0), DISPUTE_BITS[dispute.kind])
    for item in incident.laundered:
        note(item.claim, SOURCE_LOST, LAUNDERED)
    return weight, reason


def words_of(reason: int) -> str:
    """A reason in words, from its bits; below 0 the claim is part of no incident."""
    if reason < 0:
        return NO_INCIDENT
    parts = [words for place, words in enumerate(REASONS) if reason & 1 << place]
    return "; ".join(parts[:4]) or NONE
