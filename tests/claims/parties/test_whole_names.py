"""Parties and things struck bear their whole names, and the things of a list that lost its commas stand alone."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("VOLKAR militiamen attacked an army convoy near Norwick.", "attack", ["VOLKAR militiamen"]),
        ("Mai-Mai fighters attacked the village.", "attack", ["Mai-Mai fighters"]),
        ("The Sinaloa Cartel attacked a police convoy in Culiacan.", "attack", ["Sinaloa Cartel"]),
        ("Druze fighters clashed with Bedouin tribesmen in Sweida.", "armed_clash", ["Druze fighters"]),
        ("Amhara militia members abducted nine passengers in Oromia.", "abduction", ["Amhara militia members"]),
        ("Abu Sayyaf militants attacked an army patrol on Jolo island.", "attack", ["Abu Sayyaf militants"]),
        ("Two Su-34 bombers carried out strikes on Idlib.", "air_strike", ["Su-34 bombers"]),
        ("On Friday militants attacked the village.", "attack", ["militants"]),
        ("In Homs militants shelled the refinery.", "shelling", ["militants"]),
        ("Several militants attacked the village.", "attack", ["militants"]),
    ],
)
def test_a_name_before_the_noun_belongs_to_the_party(
    annotator: Annotator, text: str, event: str, doers: list[str]
) -> None:
    assert [who.name for who in first_told(annotator, text, event).initiators] == doers


@pytest.mark.parametrize(
    ("text", "event", "hit"),
    [
        ("Gunmen attacked a police convoy in Norwick.", "attack", ["police convoy"]),
        ("An air strike hit a displaced persons camp in Idlib.", "air_strike", ["displaced persons camp"]),
        ("The jets bombed Daesh positions near Raqqa.", "air_strike", ["Daesh positions"]),
        ("The attack on a regime position left nine dead.", "attack", ["regime position"]),
        ("The army destroyed a truck two howitzers and five vehicles.", "destruction",
         ["truck", "howitzers", "vehicles"]),
        ("The attack damaged shops houses and cars in Homs.", "destruction",
         ["shops", "houses", "cars"]),
        ("Norland fired drones at the port, damaging residential buildings and a school.", "destruction",
         ["residential buildings", "school"]),
        ("The army destroyed two weapons depots near Idlib.", "destruction", ["weapons depots"]),
    ],
)  # fmt: skip
def test_what_is_struck_is_named_whole_and_apart(annotator: Annotator, text: str, event: str, hit: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).targets] == hit
