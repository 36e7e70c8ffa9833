"""What headlines tell in the plural present, which the tagger takes for nouns or particles."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told, first_told, who_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "event", "doer", "struck"),
    [
        ("Al-Shabaab militants behead quarry workers in Mandera", "execution", "Al-Shabaab militants", "workers"),
        ("Syria: Rebels down helicopter over Idlib, five crew dead", "interception", "Rebels", "helicopter"),
        ("Rebels down Russian jet", "interception", "Rebels", "Russian jet"),
    ],
)
def test_a_plural_headline(annotator: Annotator, text: str, event: str, doer: str, struck: str) -> None:
    claim = first_told(annotator, text, event)
    assert [who.name for who in claim.initiators] == [doer]
    assert struck in [who.name for who in claim.targets]


@pytest.mark.parametrize(
    ("text", "event", "struck"),
    [
        ("Mortar Attack Targets Damascus School Claims 11 Children", "shelling", ["Damascus School", "Children"]),
        ("Drone Strike Kills Three Soldiers in Saraqib", "air_strike", ["Soldiers"]),
        ("Islamic State beheads crucifies in push for east Syria", "execution", []),
        ("Junta bombs school in Harlow", "bombing", ["school"]),
        ("Gunman attacks church in Harlow", "attack", ["church"]),
        ("Militia loots hospital in Harlow", "looting", ["hospital"]),
        ("Junta tortures detainees in Harlow", "attack_on_civilians", ["detainees"]),
        ("Army captures Damascus from rebels", "territory_gained", ["rebels"]),
    ],
)
def test_verbs_that_look_like_names_or_plurals(annotator: Annotator, text: str, event: str, struck: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).targets] == struck


def test_down_the_street_is_no_verb(annotator: Annotator) -> None:
    assert not all_told(annotator, "Gunmen walk down Main Street")


def test_a_side_of_a_land_raids_nobody(annotator: Annotator) -> None:
    claim = first_told(annotator, "Army says 20 insurgents killed in northern Burkina Faso raid", "attack")
    assert not claim.initiators
    assert [place.name for place in claim.places] == ["northern Burkina Faso"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Army bombards town near Damascus", "shelling"),
        ("Thousands flee Damascus as fighting rages", "displacement"),
        ("The army retook Damascus after weeks of fighting.", "territory_gained"),
    ],
)
def test_verbs_that_the_tagger_does_not_know(annotator: Annotator, text: str, event: str) -> None:
    assert first_told(annotator, text, event)


@pytest.mark.parametrize(
    ("text", "event", "doer", "struck"),
    [
        ("Rebels bombard village near Damascus", "shelling", ["Rebels"], []),
        ("Militants pillage villages in northern Syria", "looting", ["Militants"], ["villages"]),
        ("Rebels raze homes in Damascus", "destruction", ["Rebels"], ["homes"]),
        ("Jihadists imprison activists in Damascus", "arrest", ["Jihadists"], ["activists"]),
        ("Twin Bomb Attacks Kill 50 Injure Dozens in Damascus", "bombing", [], []),
    ],
)
def test_plural_verbs_that_look_like_nouns(
    annotator: Annotator, text: str, event: str, doer: list[str], struck: list[str]
) -> None:
    assert who_told(annotator, text, event) == (doer, struck)


@pytest.mark.parametrize(
    ("text", "event", "doer", "struck"),
    [
        ("Gunmen raided Saraqib. They beat men and looted shops.", "looting", [], ["shops"]),
        ("The attackers torched homes, killed nine and abducted girls.", "casualties", ["attackers"], []),
        ("Troops shot at fleeing civilians near Hama.", "attack", ["Troops"], ["civilians"]),
        ("Rebels seized tanks from fleeing soldiers in Hama.", "withdrawal", ["soldiers"], []),
        ("The army shelled advancing militants near Hama.", "territory_gained", ["militants"], []),
    ],
)
def test_second_deeds_and_those_who_move(
    annotator: Annotator, text: str, event: str, doer: list[str], struck: list[str]
) -> None:
    assert who_told(annotator, text, event) == (doer, struck)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Rebels Bombard Damascus Suburbs after Gas Attack", "shelling"),
        ("Army Surrounds Rebel Town near Damascus", "siege"),
        ("Rebels Recapture Gas Fields near Damascus", "territory_gained"),
    ],
)
def test_titles_with_capitals(annotator: Annotator, text: str, event: str) -> None:
    assert all_told(annotator, text)[0].event == event


def test_gas_fields_are_no_gas(annotator: Annotator) -> None:
    told = all_told(annotator, "Rebels Recapture Gas Fields near Damascus. Rebels recaptured gas fields near Damascus.")
    assert "chemical_attack" not in [claim.event for claim in told]
