"""Wordings of events that the lexicon knows."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ceasefire collapsed on Tuesday.", ["agreement"]),
        ("Jets are believed to have bombed a market in Homs.", ["air_strike"]),
        ("The truce was extended by 48 hours.", ["agreement"]),
        ("Both sides agreed to extend the truce by a week.", ["agreement"]),
        ("Negotiations broke down after two days.", ["talks"]),
        ("The talks were postponed on Friday.", ["talks"]),
        ("The rebels refused to attend the talks in Ormek.", ["talks"]),
        ("Norland sent 400 police officers to Ormek.", ["deployment"]),
        ("Norland flew 21 warplanes around the island.", ["deployment"]),
        ("Rebels put up a checkpoint on the Ormek road.", ["base_established"]),
        ("The troops handed over a base to the Norland army.", ["territory_lost"]),
        ("A mine killed four children in Ormek.", ["ied"]),
        ("A truck loaded with explosives blew up outside a hotel in Ormek.", ["ied"]),
        ("A grenade was thrown at a checkpoint in Ormek.", ["grenade"]),
        ("Two drones were destroyed over Ormek.", ["interception"]),
        ("Chlorine was dropped on Ormek.", ["chemical_attack"]),
        ("Norland approved a new arms package for the rebels.", ["support"]),
        ("Seven humanitarian trucks crossed into Ormek.", ["aid"]),
        ("A convoy of 14 trucks with food reached Homs on Monday.", ["aid"]),
        ("Homs fell on Monday.", ["territory_gained"]),
        ("The base fell shortly afterward.", ["territory_gained"]),
        ("Homs fell silent on Monday.", []),
        ("Snow fell in Homs on Monday.", []),
        ("Turkey sent marines to Homs.", ["deployment"]),
        ("Checkpoints had been set up in Homs.", ["base_established"]),
        ("The army blocked deliveries of food to Homs.", ["siege"]),
        ("Hundreds of fighters slipped out of Homs overnight.", ["withdrawal"]),
        ("A soldier was injured by a mine near Homs.", ["ied"]),
        ("A drone slammed into a hospital ward in Homs.", ["air_strike"]),
        ("Helicopter fire killed 12 people in Homs.", ["air_strike"]),
        ("The army began a push towards Homs on Monday.", ["armed_clash"]),
        ("Villagers found the remains of three people in Homs.", ["casualties"]),
        ("The main front line moved to Homs.", []),
        ("The group released a video of its camp on Monday.", []),
        ("The group released nine soldiers on Monday.", ["release"]),
        ("Militants killed a pilot who had to eject from his plane over Homs.", ["casualties"]),
        ("Government helicopters dropped the crude weapons on Homs.", ["air_strike"]),
    ],
)
def test_what_a_wording_tells(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert [claim.event for claim in all_told(annotator, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland is supplying the rebels with missiles.", ["support"]),
        ("Norland sent more missiles to the rebels.", ["support"]),
        ("Rebels withdrew artillery from Homs.", ["withdrawal"]),
        ("The ship was carrying missiles for the rebels.", []),
        ("Norland has withdrawn its support for the rebels.", []),
        ("Rebels sent rockets into the town.", ["shelling"]),
        ("The army responded with rockets.", ["shelling"]),
        ("Mourners gathered in Homs for the funeral.", []),
        ("Ministers gathered in Geneva for talks with the rebels.", ["talks"]),
    ],
)
def test_arms_that_are_only_handed_over_are_not_fired(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert sorted({claim.event for claim in all_told(annotator, text)}) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A remote-controlled bomb exploded in Ormek.", "control"),
        ("The army captured the town, which was captured by the Red fighters in 2015.", "capture"),
        ("The ministry is scrambling to sign up recruits for the army.", "deployment"),
    ],
)
def test_what_a_wording_does_not_tell(annotator: Annotator, text: str, event: str) -> None:
    assert event not in [claim.event for claim in all_told(annotator, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The 72-hour armed strike paralysed the province. Shops closed during the strike.",
        "Heavy rain flooded the camp in Ormek, killing two.",
        "Two buses collided near Ormek on Monday, killing eight.",
        "A missile factory was opened in Ormek.",
        "The bill was defeated in parliament.",
        "The battle against malaria is being won in Ormek.",
        "He died of natural causes in Damascus.",
        "According to an agency dispatch, the armed forces are on parade.",
    ],
)
def test_what_tells_nothing_of_war(annotator: Annotator, text: str) -> None:
    assert not all_told(annotator, text)


def test_suspects_who_flee_are_not_displaced(annotator: Annotator) -> None:
    told = [claim.event for claim in all_told(annotator, "The suspects fled in a car.")]
    assert "displacement" not in told
