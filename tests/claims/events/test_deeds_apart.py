"""Two deeds of one sentence that stay two: one told behind "after", one in a clause about who did both."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told, first_told

from contested.annotate.pipeline import Annotator


def codes(annotator: Annotator, text: str) -> list[str]:
    return [claim.event for claim in all_told(annotator, text)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Troops shelled a village near Hama after a gas attack.", ["shelling", "chemical_attack"]),
        ("Troops bombarded Hama after a bomb attack.", ["shelling", "bombing"]),
        ("The rebels, who killed nine people on Monday, have shelled Hama.", ["casualties", "shelling"]),
        ("The rebels, who killed nine people, have shelled Hama.", ["shelling"]),
    ],
)
def test_what_is_told_apart_is_two(annotator: Annotator, text: str, told: list[str]) -> None:
    assert codes(annotator, text) == told


def test_who_answers_a_deed_did_not_do_it(annotator: Annotator) -> None:
    told = all_told(annotator, "Troops bombarded Hama after a bomb attack.")
    assert [[who.name for who in claim.initiators] for claim in told] == [["Troops"], []]


def test_who_hurt_them_did_not_rush_them_to_hospital(annotator: Annotator) -> None:
    text = "Rebels shelled a village near Hama, injuring seven people who were rushed to hospitals."
    assert not first_told(annotator, text, "evacuation").initiators


def test_no_object_behind_another_clause(annotator: Annotator) -> None:
    told = all_told(annotator, "The army captured vehicles that the militants seized near Hama.")
    assert "capture" not in [claim.event for claim in told]


def test_a_government_is_not_regular(annotator: Annotator) -> None:
    claim = first_told(annotator, "Regular government bombardment of Hama went on.", "shelling")
    assert [who.name for who in claim.initiators] == ["government"]


def test_those_killed_before_are_none_of_the_dead(annotator: Annotator) -> None:
    killed, bombed = all_told(annotator, "After nine soldiers were killed jets bombed Hama.")
    assert [effect.low for effect in killed.effects] == [9]
    assert not killed.initiators
    assert not bombed.effects
    [bombed] = all_told(annotator, "After jets bombed Hama nine people were killed.")
    assert [effect.low for effect in bombed.effects] == [9]


def test_who_acts_next_was_not_struck(annotator: Annotator) -> None:
    for text in (
        "After rebels captured the town the army shelled it.",
        "Backed by Russian air strikes, the army captured Hama.",
    ):
        assert not all_told(annotator, text)[0].targets


def test_a_trigger_ends_where_another_verb_begins(annotator: Annotator) -> None:
    told = codes(annotator, "After the town was captured the rebels executed nine soldiers.")
    assert told == ["territory_gained", "execution"]


def test_gunmen_of_an_attack(annotator: Annotator) -> None:
    claim = first_told(annotator, "In a separate attack gunmen killed nine soldiers in Hama.", "attack")
    assert [who.name for who in claim.initiators] == ["gunmen"]


def test_a_day_between_two_deeds(annotator: Annotator) -> None:
    killed, shelled = all_told(annotator, "Nine people were killed on Monday a day after rebels shelled Hama.")
    assert not killed.initiators and not shelled.effects
    assert killed.time is not None and killed.time.start == "2020-02-03"
    assert shelled.time is not None and shelled.time.start == "2020-02-02"


def test_who_killed_before_an_attack_is_not_told_to_have_made_it(annotator: Annotator) -> None:
    claim = first_told(annotator, "The attack came a day after rebels killed nine soldiers in Hama.", "attack")
    assert not claim.initiators
