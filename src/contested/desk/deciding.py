"""What the page sends as decisions, checked and made into judgements; none is kept unless all can be."""

from __future__ import annotations

import json
from collections.abc import Iterable

from contested.desk.problems import DeskError
from contested.desk.shapes.review import BulkIn, JudgementIn
from contested.ledger.reads import Ledger
from contested.model.amend import field_value
from contested.model.judgement import Judgement, moment_now

HIDDEN = "█"
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
        value = checked(claims[0], given, ledger)
    made = Judgement(
        "", given.kind, claims, who, moment_now(), given.why.strip(), None, given.field, value, given.coding
    )  # fmt: skip
    return made.keyed(given.key)


def checked(claim: str, given: JudgementIn, ledger: Ledger) -> str:
    """The value where it fits the field and its words stand in the report's text."""
    text = ledger.report_of(ledger.claim(claim).claim).text
    field, value = str(given.field), str(given.value)
    if given.coding == "blind":
        value = shown(value, text)
    field_value(field, value, text)
    return value


def shown(value: str, text: str) -> str:
    """A value coded on a text with names hidden, with the words that stand there; raises DeskError."""
    try:
        return json.dumps(uncovered(json.loads(value), text), ensure_ascii=False)
    except (ValueError, TypeError) as error:
        raise DeskError("value", f"is no JSON ({error})", "") from error


def uncovered(value: object, text: str) -> object:
    """Mentions with the text's words, and names that are hidden letters with their mention's words."""
    if isinstance(value, list):
        return [uncovered(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"start", "end", "quote"}:
        return value | {"quote": text[value["start"] : value["end"]]}
    made = {name: uncovered(held, text) for name, held in value.items()}
    mention = made.get("mention")
    if HIDDEN in str(made.get("name", "")) and isinstance(mention, dict):
        made["name"] = " ".join(mention["quote"].split())
    return made


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
