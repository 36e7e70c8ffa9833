"""Which things and people a trigger acts on, and what code that makes it."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator


def codes(annotator: Annotator, text: str) -> list[str]:
    return [claim.event for claim in all_told(annotator, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Soldiers shot his brother on Sunday.", ["attack"]),
        ("Gunmen shot the mayor of Ormek on Monday.", ["attack"]),
        ("Masked men shot a gardener in Ormek.", ["attack"]),
        ("Settlers beat a shepherd near Ormek.", ["attack_on_civilians"]),
        ("Police nabbed two smugglers in Ormek.", ["arrest"]),
        ("Police picked up five suspects in Ormek.", ["arrest"]),
        ("Police picked up the trail in Ormek.", []),
        ("Armed men took away 30 worshippers in Ormek.", ["abduction"]),
        ("Eleven fishermen were taken by bandits on the lake.", ["abduction"]),
        ("Soldiers took the furniture away.", []),
        ("Rescuers took 45 residents out of Ormek.", ["evacuation"]),
        ("Junta troops burned Ormekvale on Friday, residents said.", ["destruction"]),
        ("A power station was knocked out in Ormek.", ["destruction"]),
        ("Soldiers seized 300 kilos of cocaine in Ormek.", ["seizure"]),
        ("Troops found three roadside bombs near Ormek.", ["interception"]),
    ],
)
def test_what_a_verb_acts_on(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert codes(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The last foreign troops left Damascus on Friday.", ["withdrawal"]),
        ("The soldiers left the town on Friday.", ["withdrawal"]),
        ("More than 3,000 families left the town on Friday.", ["displacement"]),
        ("The minister left Damascus on Friday.", []),
        ("The storm left the town without power.", []),
        ("The soldiers left for home on Friday.", []),
    ],
)
def test_who_leaves_a_place(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert codes(annotator, text) == expected


def test_occupied_land_is_not_taken_just_now(annotator: Annotator) -> None:
    assert "territory_gained" not in codes(
        annotator, "Soldiers raided a camp in the occupied south of Ormek on Monday."
    )
    assert codes(annotator, "Rebels occupied the town of Ormek on Monday.") == ["territory_gained"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 9,000 people have moved towards Ormek.", ["displacement"]),
        ("The minister has moved to Ormek.", []),
        ("Gang members burned two lorries in Ormek.", ["destruction"]),
        ("A girl who had been recruited by the rebels turned herself in.", ["surrender"]),
        ("Fighters broke through army lines at Ormek.", ["armed_clash"]),
        ("The junta expelled the ambassador of Norland.", []),
        ("The army expelled the rebels from the town of Ormek.", ["territory_gained"]),
        ("The rebels pulled out of the peace treaty.", []),
        ("The rebels pulled out of the town.", ["withdrawal"]),
        ("The government broke off talks with the rebels.", ["talks"]),
        ("Air defence forces destroyed 22 of 25 drones over Ormek.", ["interception"]),
        ("Gang members set loose 4,000 inmates.", ["release"]),
        ("The economy collapsed.", []),
    ],
)
def test_who_does_it_and_to_what(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert sorted(codes(annotator, text)) == expected


def test_what_is_rare_is_told_beside_the_main_clause(annotator: Annotator) -> None:
    text = (
        "Residents reported that fighters went from house to house, looting shops. The army said it would strike back."
    )
    assert "looting" in codes(annotator, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen seized four aid workers in Ormek.", ["abduction"]),
        ("Rebels seized four soldiers in Ormek.", ["capture"]),
        ("Three soldiers fell into the hands of the rebels.", ["capture"]),
        ("The town of Ormek fell into the hands of the rebels.", ["territory_gained"]),
        ("Armed men forced 12 passengers off a bus in Ormek.", ["abduction"]),
        ("Soldiers abandoned their outpost at Ormek.", ["withdrawal"]),
        ("Troops have sealed off the village of Ormek.", ["siege"]),
        ("The clinic in Ormek was reduced to ashes.", ["destruction"]),
        ("The garrison raised the white flag.", ["surrender"]),
        ("Rebels got hold of two armoured cars.", ["seizure"]),
        ("Rescuers carried the last residents out of Ormek.", ["evacuation"]),
        ("Men with machetes set upon villagers near Ormek.", ["attack"]),
        ("The rebels sent a drone at a tanker.", ["air_strike"]),
    ],
)
def test_whom_and_what_they_seize_and_leave(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert codes(annotator, text) == expected
