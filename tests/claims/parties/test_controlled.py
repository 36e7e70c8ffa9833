"""Who does what a verb without a subject of its own tells, and whom another clause's "by" does not make its doer."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Troops stopped the rebels from taking the hill.", "territory_gained", ["rebels"]),
        ("The army built posts, preventing the rebels from regaining control.", "territory_gained", ["rebels"]),
        ("The crowd forced the agents to flee into the woods.", "withdrawal", ["agents"]),
        ("The agents were able to flee the area.", "withdrawal", ["agents"]),
        ("Having captured the hill, rebels shelled the market.", "territory_gained", ["rebels"]),
        ("After capturing the hill, rebels shelled the market.", "territory_gained", ["rebels"]),
        ("Peasants blocked the road.", "siege", ["Peasants"]),
        ("His men have held the hill.", "control", ["men"]),
        ("The outpost was held by Norwick's forces.", "control", ["Norwick's forces"]),
        ("Police found an engineer kidnapped and killed by guerrillas.", "abduction", ["guerrillas"]),
        ("The pilot was arrested and was killed by a guard.", "arrest", []),
        ("Captured by rebels in May, the town was shelled.", "shelling", []),
        ("The town captured by rebels in May was shelled by the YPG.", "shelling", ["YPG"]),
        ("The base, which the YPG captured on Monday, was shelled.", "shelling", []),
        ("The town which rebels captured in May was bombed by jets.", "territory_gained", ["rebels"]),
        ("The town which rebels captured in May was bombed by jets.", "air_strike", ["jets"]),
        ("Idlib, which rebels captured in March, was shelled.", "shelling", []),
        ("Rebels in the town, which was captured in May, shelled Afrin.", "territory_gained", []),
        ("The town's capture by rebels was confirmed.", "territory_gained", ["rebels"]),
        ("Despite denials by the YPG, jets bombed the market.", "denial", ["YPG"]),
        ("Captured by rebels in May, the town was shelled.", "territory_gained", ["rebels"]),
        ("Captured by rebels in May, the soldiers were freed.", "capture", ["rebels"]),
    ],
)
def test_who_does_it(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    told = [claim for claim in all_told(annotator, text) if claim.event == event]
    assert [who.name for claim in told for who in claim.initiators] == doers
    assert told


def test_who_is_executed_does_not_execute(annotator: Annotator) -> None:
    told = all_told(annotator, "A rebel opened fire at troops before being executed.")
    executed = next(claim for claim in told if claim.event == "execution")
    assert not executed.initiators
    assert [who.name for who in executed.targets] == ["rebel"]


def test_a_trigger_ends_with_its_clause(annotator: Annotator) -> None:
    told = all_told(annotator, "After capturing the hill, rebels shelled the market.")
    assert [claim.trigger.quote for claim in told] == ["capturing", "shelled"]


def test_who_captured_a_town_is_not_struck_in_it(annotator: Annotator) -> None:
    told = all_told(annotator, "The town which rebels captured in May was bombed by jets.")
    assert not any(who.name == "rebels" for claim in told for who in claim.targets)


def test_a_siege_that_enters_a_year_deploys_nobody(annotator: Annotator) -> None:
    told = all_told(annotator, "The army's siege of the town entered its third year.")
    assert [claim.event for claim in told] == ["siege"]


def test_the_head_of_a_clinic_is_killed_not_the_clinic(annotator: Annotator) -> None:
    told = all_told(annotator, "The head of the local clinic and several colleagues were killed in a raid.")
    assert told[0].targets[0].name == "head of the local clinic"


@pytest.mark.parametrize(
    ("text", "event", "hit"),
    [
        ("Men shot a journalist dead in front of his house.", "execution", ["journalist"]),
        ("The mayor was shot dead by two men on a motorcycle.", "execution", ["mayor"]),
        ("Traffickers murdered three judges.", "attack_on_civilians", ["judges"]),
        ("Gunmen opened fire on a bus carrying pilgrims near Multan.", "attack", ["bus"]),
        ("A bus carrying pilgrims was attacked.", "attack", ["bus"]),
        ("A helicopter carrying troops was shot down.", "interception", ["helicopter"]),
        ("The government accused its neighbour of arming the rebels.", "accusation", ["neighbour"]),
        ("The president condemned the killing of nine teachers by the YPG.", "casualties", ["teachers"]),
    ],
)
def test_who_is_struck(annotator: Annotator, text: str, event: str, hit: list[str]) -> None:
    told = next(claim for claim in all_told(annotator, text) if claim.event == event)
    assert [who.name for who in told.targets] == hit


def test_whom_a_helicopter_carries_did_not_shoot_it_down(annotator: Annotator) -> None:
    told = all_told(annotator, "A helicopter carrying troops was shot down.")
    assert [claim.initiators for claim in told] == [()]


def test_whose_killing_is_condemned_with_who_did_it(annotator: Annotator) -> None:
    told = all_told(annotator, "The president condemned the killing of nine teachers by the YPG.")
    assert [[who.name for who in claim.initiators] for claim in told] == [["president"], ["YPG"]]
