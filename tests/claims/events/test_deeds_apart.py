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
