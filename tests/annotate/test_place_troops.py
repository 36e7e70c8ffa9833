"""Troops called for places are no places; embassies stand where they are, not at home."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.places import find_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighters of the Akhmat battalion fought near Popasna.", ["Popasna"]),
        ("The Kharkiv group of forces repelled two assaults near Vovchansk.", ["Vovchansk"]),
        ("In the zone of the Tavria operational-strategic grouping of troops, Avdiivka was shelled.", ["Avdiivka"]),
        ("The Odesa operational group lost a boat.", []),
        ("The rebels stormed the Tameka battalion near Aleppo.", ["Tameka battalion", "Aleppo"]),
        (
            "Protesters attacked the embassies of Rwanda, France and Belgium in Kinshasa.",
            ["embassies of Rwanda, France and Belgium", "Kinshasa"],
        ),
        ("They set fire to the embassy of Iran in Basra.", ["embassy of Iran", "Basra"]),
        ("A raid on Wad Al Noora began.", ["Wad Al Noora"]),
        ("An air raid hit Beit Al Wadi village.", ["Beit Al Wadi village"]),
    ],
)
def test_names_as_they_stand(annotator: Annotator, text: str, names: list[str]) -> None:
    found = find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])
    assert [place.name for place in found] == names
