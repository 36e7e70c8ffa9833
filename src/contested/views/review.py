"""What persons made of claims: which were accepted, edited, rejected, told again, and with which values."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Literal

from contested.ledger.incidents import Moment
from contested.ledger.judgements import judgements_of
from contested.ledger.reads import Ledger
from contested.model.amend import amended, edits_by_claim, field_adapter, field_value
from contested.model.claim import Claim
from contested.model.errors import AmendmentError
from contested.model.judgement import Judgement, in_force, taking_effect
from contested.model.wire import claim_to_json

Decision = Literal["accepted", "edited", "rejected", "duplicate"]
DECISIONS: dict[str, Decision] = {
    "accept": "accepted", "edit": "edited", "reject": "rejected", "duplicate": "duplicate",
}  # fmt: skip
# The schema of ``Reviews.wire``, beside that of a claim.
REVIEW_SCHEMA: dict[str, Any] = {
    "title": "Review",
    "description": "What persons made of the claim; ``edited`` has the values they gave, by field.",
    "type": "object",
    "properties": {
        "by": {"enum": ["machine", "person"]},
        "decision": {"enum": [*DECISIONS.values(), None]},
        "edited": {"type": "object"},
    },
    "required": ["by", "decision", "edited"],
}
LEFT_OUT = frozenset({"rejected", "duplicate"})
FIELD_WORDS = {
    "event": "what", "factuality": "how sure", "initiators": "who", "targets": "to whom", "instruments": "means",
    "places": "where", "time": "when", "effects": "numbers", "attribution": "said by",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reviews:
    """The last decision on each claim that persons decided, and the edits in force, by claim; blind coding is none."""

    decisions: Mapping[str, Decision] = field(default_factory=dict)
    edits: Mapping[str, list[Judgement]] = field(default_factory=dict)

    def amended(self, claim: Claim) -> Claim:
        """The claim with the fields that persons decided; an edit that fits no longer is passed over."""
        for edit in self.edits.get(claim.id, ()):
            with suppress(AmendmentError):
                claim = amended(claim, [edit])
        return claim

    def by(self, claim: str) -> str:
        """Who decided last on a claim: "person" or "machine"."""
        return "person" if claim in self.decisions else "machine"

    def fields(self, claim: str) -> list[str]:
        """The fields of a claim that persons decided."""
        return sorted({edit.field for edit in self.edits.get(claim, ()) if edit.field})

    def words(self, claims: Iterable[str]) -> str:
        """Which fields of some claims persons edited, in words; empty where none."""
        edited = dict.fromkeys(FIELD_WORDS[name] for claim in claims for name in self.fields(claim))
        return f"edited by a person: {', '.join(edited)}" if edited else ""

    def left_out(self, claim: str) -> bool:
        """Whether a claim was rejected, or tells again what another tells."""
        return self.decisions.get(claim) in LEFT_OUT

    def wire(self, claim: str) -> dict[str, Any]:
        """What is exchanged beside a claim: by whom it stands, the decision, the values that persons gave."""
        return {"by": self.by(claim), "decision": self.decisions.get(claim), "edited": self.values(claim)}

    def values(self, claim: str) -> dict[str, Any]:
        """The values that persons gave, plain, by field; what fits no longer is passed over."""
        found = {}
        for edit in self.edits.get(claim, ()):
            if edit.field and edit.value:
                with suppress(AmendmentError):
                    value = field_value(edit.field, edit.value)
                    found[edit.field] = field_adapter(edit.field).dump_python(value, mode="json")
        return found


def claim_line(claim: Claim, reviews: Reviews) -> str:
    """A claim in the exchange format with ``review`` beside its fields: one line of JSON, without a line end."""
    told = json.dumps(reviews.wire(claim.id), ensure_ascii=False, separators=(",", ":"))
    return f'{claim_to_json(claim)[:-1]},"review":{told}}}'


def reviews_at(ledger: Ledger, moment: Moment = Moment()) -> Reviews:  # noqa: B008
    """What persons had decided by the day that the ledger is asked of."""
    return reviews_of(judgements_of(ledger, moment.read_by))


def reviews_of(judgements: Iterable[Judgement]) -> Reviews:
    """The decisions and edits among judgements that are in force and take effect."""
    active = in_force(tuple(judgements))
    edits, decisions = edits_by_claim(active), dict[str, Decision]()
    for judgement in sorted(taking_effect(active), key=lambda judgement: (judgement.at, judgement.id)):
        if judgement.kind not in DECISIONS:
            continue
        # Of a duplicate only the first claim counts no more.
        for claim in judgement.claims[:1] if judgement.kind == "duplicate" else judgement.claims:
            confirmed = judgement.kind == "accept" and claim in edits
            decisions[claim] = "edited" if confirmed else DECISIONS[judgement.kind]
    return Reviews(decisions, edits)
