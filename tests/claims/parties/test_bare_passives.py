"""Whom a passive without its auxiliary names was struck; a toll that is changed is told for itself."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.claims.words.doer_words import wording
from contested.model.claim import Claim
from contested.model.report import Report, report_id


def claims(annotator: Annotator, text: str) -> list[Claim]:
    """The claims of a text."""
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    return claims_of(doc, report, annotations_of(doc))


@pytest.mark.parametrize(
    ("text", "event", "doers", "struck"),
    [
        ("Ten soldiers ambushed near Saraqib", "ambush", [], ["soldiers"]),
        ("Army: 12 rebels hit in overnight ambush", "ambush", [], ["rebels"]),
        ("Russia says scores of militants hit in Idlib", "attack", [], ["militants"]),
        ("Turkey raises Idlib toll to six, says dozens of Syrian troops hit", "attack", [], ["Syrian troops"]),
        ("Rebels ambushed an army patrol near Saraqib", "ambush", ["Rebels"], ["army patrol"]),
        ("Rebels attacked near Saraqib at dawn", "attack", ["Rebels"], []),
    ],
)
def test_whom_a_bare_passive_names_is_struck(
    annotator: Annotator, text: str, event: str, doers: list[str], struck: list[str]
) -> None:
    told = next(claim for claim in claims(annotator, text) if claim.event == event)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == struck


def test_a_toll_that_is_changed_is_a_claim_of_its_own(annotator: Annotator) -> None:
    told = claims(annotator, "UPDATE 2-Turkey raises Idlib toll to six, says dozens of Syrian troops hit")
    assert [(c.event, [(e.low, e.high) for e in c.effects]) for c in told] == [("casualties", [(6, 6)]), ("attack", [])]
    assert {c.attribution[-1].name for c in told} == {"Turkey"}


def test_the_lists_are_read() -> None:
    always, armed = wording().acting_on, wording().acting
    assert "ambushed" in always and "attacked" in armed and not always & armed
