"""What headlines tell in the plural present, which the tagger takes for nouns or particles."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told, first_told

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


def test_down_the_street_is_no_verb(annotator: Annotator) -> None:
    assert not all_told(annotator, "Gunmen walk down Main Street")


def test_a_side_of_a_land_raids_nobody(annotator: Annotator) -> None:
    claim = first_told(annotator, "Army says 20 insurgents killed in northern Burkina Faso raid", "attack")
    assert not claim.initiators
    assert [place.name for place in claim.places] == ["northern Burkina Faso"]
