"""A deed laid on somebody, a charge denied, captives freed, demands: who did it and to whom it was done."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.report import Report, report_id


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("The government blamed the bombing on the PKK.", "bombing", ["PKK"], []),
        ("Kyiv attributed the strike to Russian forces.", "air_strike", ["Russian forces"], []),
        ("Turkey has denied the accusations.", "accusation", [], ["Turkey"]),
        ("Officials dismissed allegations against the army as fabricated.", "accusation", [], ["army"]),
        ("Colombian troops rescued nine kidnapped villagers from rebels.", "abduction", ["rebels"], ["villagers"]),
        ("Ethiopian troops freed 19 abducted bus passengers.", "release", ["Ethiopian troops"], ["passengers"]),
        ("Hamas released 24 hostages in exchange for 39 prisoners.", "release", ["Hamas"], ["hostages"]),
        ("Al-Shabaab fighters took several soldiers hostage.", "abduction", ["Al-Shabaab fighters"], ["soldiers"]),
        ("Police arrested 14 protesters in Dhaka.", "protest", ["protesters"], []),
        ("The United States demanded that Rwanda withdraw its troops.", "demand", ["United States"], ["Rwanda"]),
        ("The army retreated from the town after clashes with rebels.", "armed_clash", ["army"], ["rebels"]),
        ("Houthi rebels fired a missile at a commercial vessel.", "shelling", ["Houthi rebels"], ["commercial vessel"]),
        ("Jets fired three missiles at a relief convoy near Homs.", "air_strike", ["Jets"], ["relief convoy"]),
    ],
)
def test_on_whom_a_deed_is_laid(annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = next(c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == hit
