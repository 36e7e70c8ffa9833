"""What the page sends as decisions, checked and made into judgements; none is kept unless all can be."""

from __future__ import annotations

from collections.abc import Iterable

from contested.desk.problems import DeskError
from contested.desk.shapes import BulkIn, JudgementIn
from contested.ledger.reads import Ledger
from contested.model.amend import field_value
from contested.model.judgement import Judgement, moment_now

PAIRS = {"merge": 2, "split": 2, "duplicate": 2}


def judgements_from(given: Iterable[JudgementIn], who: str, ledger: Ledger) -> list[Judgement]:
    """The judgements of decisions; raises DeskError, AmendmentError or LedgerError, naming what is wrong."""
    return [judgement_from(decision, who, ledger) for decision in given]


def judgement_from(given: JudgementIn, who: str, ledger: Ledger) -> Judgement:
    """One decision as a judgement under its own key."""
    claims = tuple(dict.fromkeys(given.claims))
    if len(claims) < PAIRS.get(given.kind, 1):
        raise DeskError(given.kind, "needs two claims", "choose the other claim")
    if given.kind == "reject" and not given.why.strip():
        raise DeskError("reject", "needs a reason", "say why the claim is wrong")
    if given.kind == "note" and not given.why.strip():
        raise DeskError("note", "is empty", "write the note")
    if (given.kind == "edit") != (given.field is not None and given.value is not None):
        raise DeskError(given.kind, "an edit, and only an edit, has a field and its value", "")
    value = given.value
    if given.field is not None and value is not None:
        if len(claims) != 1:
            raise DeskError("edit", "is of one claim", "edit claims one by one")
        value = checked(claims[0], given.field, value, ledger)
    made = Judgement(
        "", given.kind, claims, who, moment_now(), given.why.strip(), None, given.field, value, given.coding
    )  # fmt: skip
    return made.keyed(given.key)


def checked(claim: str, field: str, value: str, ledger: Ledger) -> str:
    """The value where it fits the field and its words stand in the report's text."""
    told = ledger.claim(claim).claim
    field_value(field, value, ledger.report_of(told).text)
    return value


def bulk_judgement(given: BulkIn, claims: list[str], who: str) -> Judgement:
    """One judgement over every claim of a selection; raises DeskError where that is not what the page showed."""
    if len(claims) != given.expected:
        problem = f"has {len(claims):,} claims to judge by now, not {given.expected:,}"
        raise DeskError("selection", problem, "look at it again, then repeat", 409)
    if not claims:
        raise DeskError("selection", "has nothing left to judge", "choose another", 409)
    if given.kind == "reject" and not given.why.strip():
        raise DeskError("reject", "needs a reason", "say why the claims are wrong")
    return Judgement("", given.kind, tuple(claims), who, moment_now(), given.why.strip()).keyed(given.key)
