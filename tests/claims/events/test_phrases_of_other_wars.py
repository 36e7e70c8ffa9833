"""What reports of many wars tell in words of their own, each as its code."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator

PHRASES = [
    ("attack", "The rebels invaded the town of Norwick."),
    ("attack", "A mass shooting in Norwick left nine people dead."),
    ("attack", "Soldiers fired into a crowd in Norwick."),
    ("attack", "Gunmen sprayed a bar with bullets in Norwick."),
    ("armed_clash", "Soldiers mutinied in Norwick on Monday."),
    ("execution", "Militiamen burned nine villagers alive near Norwick."),
    ("territory_gained", "The rebels annexed the town of Norwick in 2014."),
    ("withdrawal", "Nine soldiers deserted their post near Norwick."),
    ("displacement", "Villagers were evicted from their homes by militiamen near Norwick."),
    ("displacement", "Some 300 people were made homeless by the shelling of Norwick."),
    ("looting", "Gunmen robbed a bank in Norwick, killing a guard."),
    ("release", "Nine aid workers walked free on Monday after two months in captivity."),
    ("release", "Kidnappers freed a priest in Norwick."),
    ("abduction", "Three observers are being held by rebels near Norwick."),
    ("arrest", "Security forces took nine men into custody in Norwick."),
    ("arrest", "The general was placed under house arrest in Norwick."),
    ("deployment", "Troops took up positions around Norwick."),
    ("riot", "Youths hurled stones at police in Norwick."),
    ("protest", "Traders went on strike in Norwick on Monday."),
    ("responsibility", "The Norland Front said it had carried out the bombing."),
    ("threat", "The army said it would retaliate."),
    ("surrender", "Thirty fighters handed in their weapons in Norwick."),
    ("agreement", "The rebels signed a peace deal with the army in Norwick."),
    ("destruction", "The raid reduced the building to rubble."),
    ("interception", "Soldiers destroyed nine landmines near Norwick."),
]


@pytest.mark.parametrize(("code", "text"), PHRASES)
def test_phrases_have_their_codes(annotator: Annotator, code: str, text: str) -> None:
    assert code in {claim.event for claim in all_told(annotator, text)}


def test_death_squads_tell_no_death(annotator: Annotator) -> None:
    found = all_told(annotator, "Death squads killed nine farmers near Norwick.")
    assert [claim.trigger.quote for claim in found] == ["killed"]


@pytest.mark.parametrize("thing", ["nightclub", "barge", "cinema", "kiosk", "reservoir", "plantation"])
def test_what_is_built_or_moves_is_struck(annotator: Annotator, thing: str) -> None:
    claim = next(c for c in all_told(annotator, f"Rebels shelled a {thing} near Norwick.") if c.event == "shelling")
    assert [who.name for who in claim.targets] == [thing]


@pytest.mark.parametrize("people", ["Hutus", "Tamils", "Fulani herders", "Youths", "Catholics"])
def test_peoples_act(annotator: Annotator, people: str) -> None:
    claim = next(iter(all_told(annotator, f"{people} killed nine villagers near Norwick on Monday.")))
    assert [who.name.lower() for who in claim.initiators] == [people.lower()]
