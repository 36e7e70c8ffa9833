"""Who fights and who backs whom stands on the side that the words between them tell."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.report import Report, report_id


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("At least 12 rebels were killed in clashes with Kurdish fighters near Hasaka.", "armed_clash",
         ["rebels"], ["Kurdish fighters"]),
        ("Ten soldiers were killed in fighting with militants on Friday.", "armed_clash",
         ["soldiers"], ["militants"]),
        ("The army has come under attack on several fronts.", "attack", [], ["army"]),
        ("Troops were under fire from rebels near Homs.", "attack", ["rebels"], ["Troops"]),
        ("Syrian troops repelled an offensive by rebels and militants near Aleppo.", "armed_clash",
         ["Syrian troops"], ["rebels", "militants"]),
        ("Three Russian and Syrian regime air raids killed nine civilians.", "air_strike",
         ["Russian", "Syrian regime"], ["civilians"]),
        ("Rebel bombardment of government-held districts killed two civilians.", "shelling",
         ["Rebels"], ["government-held districts", "civilians"]),
        ("Gunmen attacked several villages near Gao.", "attack", ["Gunmen"], ["several villages"]),
    ],
)  # fmt: skip
def test_who_stands_on_which_side(
    annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]
) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = next(c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == hit


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Rebel shelling killed six people in western Aleppo.", "shelling", ["Rebels"]),
        ("Nine civilians died in rebel shelling of the town of Ariha.", "shelling", ["rebels"]),
        ("An aid convoy reached the opposition held district of Norwick.", "control", ["opposition"]),
        ("The army backed by Hezbollah and Iranian militias attacked the town.", "attack", ["army"]),
        ("Nine members of the Internal Security Forces were injured when an IED targeted their vehicle.", "ied", []),
        ("Members of the self-defence group killed 12 villagers.", "casualties", ["Members"]),
        ("The RSF, which has been fighting since April, attacked El Fasher.", "attack", ["RSF"]),
        ("Officials said Iran supplied the Houthis with missiles used to attack ships.", "shelling", []),
        ("Syrian and Russian forces bombed the town, killing nine.", "bombing", ["Syrian forces", "Russian forces"]),
    ],
)  # fmt: skip
def test_who_did_it_by_a_word_before_the_noun(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = next(c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event)
    assert [who.name for who in told.initiators] == doers


def test_what_is_listed_behind_a_count_that_it_makes_up_is_no_further_target(annotator: Annotator) -> None:
    text = (
        "Syrian government shelling killed six Turkish personnel, five soldiers and a civilian contractor, in Idlib on "
        "Monday, the Turkish Defence Ministry said, and Turkey struck back at dozens of targets."
    )
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = claims_of(doc, report, annotations_of(doc))[0]
    assert [who.name for who in told.targets] == ["Turkish personnel"]


def test_whom_a_clause_tells_somebody_to_act_on_is_struck(annotator: Annotator) -> None:
    text = "The army buried the rebels that the militia had killed in Homs."
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = next(c for c in claims_of(doc, report, annotations_of(doc)) if c.trigger.quote == "killed")
    assert [who.name for who in told.targets] == ["rebels"]
