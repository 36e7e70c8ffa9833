"""Whose "its fighters" and "his men" are."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Anwar Dib, a spokesman for the Northern Army, said its fighters had seized a hill.",
         ["Northern Army fighters"]),
        ("A commander of the Northern Brigade said his men had seized a hill.", ["Northern Brigade men"]),
        ("The KLA's regional commander said his men had seized a hill.", ["KLA men"]),
    ],
)  # fmt: skip
def test_whose_they_are(annotator: Annotator, text: str, doers: list[str]) -> None:
    told = [claim for claim in all_told(annotator, text) if claim.event == "territory_gained"]
    assert [who.name for claim in told for who in claim.initiators] == doers


def test_where_reporters_are_told_is_not_where_it_happened(annotator: Annotator) -> None:
    told = all_told(annotator, "The commander told reporters in Aleppo that rebels had seized a village.")
    assert not any(place.name == "Aleppo" for claim in told for place in claim.places)
