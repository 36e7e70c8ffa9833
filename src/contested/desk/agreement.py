"""Two coders compared: Krippendorff's alpha by field over the claims that both decided, and what to settle."""

from __future__ import annotations

import json
from collections.abc import Callable

from contested.desk.judged import Judged
from contested.desk.shapes.review import Agreement, Difference, FieldAgreement
from contested.model.amend import EDITABLE, field_json
from contested.model.claim import Claim

DECISION = "decision"
DECIDES = {"accept": "right", "edit": "right", "reject": "wrong", "duplicate": "duplicate"}
MOST = 500


def agreement(judged: Judged, one: str, other: str, claim_of: Callable[[str], Claim]) -> Agreement:
    """The comparison; a field that a coder left alone counts as the machine's value accepted."""
    decisions = decided(judged, one), decided(judged, other)
    both = sorted(decisions[0].keys() & decisions[1].keys())
    claims = {id: claim_of(id) for id in both}
    whole = {
        id: (coded(judged, one, claims[id], decisions[0][id]), coded(judged, other, claims[id], decisions[1][id]))
        for id in both
    }
    fields: list[FieldAgreement] = []
    differences: list[Difference] = []
    for field in (DECISION, *EDITABLE):
        told = {id: (a[field], b[field]) for id, (a, b) in whole.items() if field in a and field in b}
        pairs = {id: (short(field, a), short(field, b)) for id, (a, b) in told.items()}
        same = sum(a == b for a, b in pairs.values())
        fields.append(FieldAgreement(field=field, claims=len(pairs), same=same, alpha=alpha(list(pairs.values()))))
        differences += [
            Difference(
                claim=id, field=field, one=a, other=b, one_whole=told[id][0], other_whole=told[id][1],
                settled=settled(judged, id, field, one, other),
            )
            for id, (a, b) in pairs.items()
            if a != b
        ]  # fmt: skip
    return Agreement(one=one, other=other, claims=len(both), fields=fields, differences=differences[:MOST])


def decided(judged: Judged, who: str) -> dict[str, str]:
    """The claims that a coder decided, right, wrong or a duplicate, by the last decision in force."""
    found: dict[str, str] = {}
    for judgement in list(judged.by_id.values()):
        if judgement.who == who and judgement.kind in DECIDES and judged.stands(judgement.id):
            for claim in judgement.claims[:1] if judgement.kind == "duplicate" else judgement.claims:
                found[claim] = DECIDES[judgement.kind]
    return found


def coded(judged: Judged, who: str, claim: Claim, decision: str) -> dict[str, str]:
    """A coder's decision, and each field's JSON as it can be decided again; a claim held wrong has no fields."""
    if decision != "right":
        return {DECISION: decision}
    edited = judged.edited(claim.id, who)
    return {DECISION: decision} | {field: edited.get(field) or field_json(claim, field) for field in EDITABLE}


def short(field: str, value: str) -> str:
    """A value in the form that is compared: a decision as it is, a field without the words it came from."""
    return value if field == DECISION else plain(value)


def plain(value: str) -> str:
    """A field's JSON without the words it came from: two coders who select other words agree on the value."""
    return json.dumps(bare(json.loads(value)), ensure_ascii=False, sort_keys=True)


def bare(value: object) -> object:
    """The value with mentions left out and lists in one order."""
    if isinstance(value, dict):
        return {name: bare(held) for name, held in value.items() if name not in ("mention", "cue")}
    if isinstance(value, list):
        return sorted((bare(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value


def alpha(pairs: list[tuple[str, str]]) -> float | None:
    """Krippendorff's alpha, nominal; None where nothing was coded twice or everybody always gives one value."""
    if not pairs or len({value for pair in pairs for value in pair}) < 2:
        return None
    from nltk.metrics.agreement import AnnotationTask

    data = [(coder, item, pair[coder]) for item, pair in enumerate(pairs) for coder in (0, 1)]
    return float(AnnotationTask(data=data).alpha())


def settled(judged: Judged, claim: str, field: str, one: str, other: str) -> bool:
    """Whether a third person, or either in open coding after both, decided the field since."""
    standing = judged.standing(claim)
    blind = max((i for i, j in enumerate(standing) if j.coding == "blind"), default=-1)
    later = standing[blind + 1 :] if blind >= 0 else [j for j in standing if j.who not in (one, other)]
    return any(j.field == field if field != DECISION else j.kind in DECIDES for j in later)
