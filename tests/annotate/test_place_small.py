"""Texts of one case: which words get a capital, and the places found in them, on invented and public names."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.place_small import with_capitals
from contested.annotate.places import find_places


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("clashes in the departments of zalfana and qarzum", "clashes in the departments of Zalfana and Qarzum"),
        ("TROOPS HELD THE TOWN OF ZALFANA", "troops held the town of Zalfana"),
        ("a coffee-growing valley near la union", "a coffee-growing valley near La Union"),
        ("the camp of corral de zalfana", "the camp of Corral de Zalfana"),
        ("Troops held zalfana", "Troops held zalfana"),
    ],
)
def test_only_words_that_may_be_names_get_a_capital(text: str, cased: str) -> None:
    assert with_capitals(text) == cased


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("guerrillas clashed with troops in zalfana and qarzum departments.", ["zalfana", "qarzum"]),
        ("aircraft bombed villages in the departments of zalfana and qarzum.", ["zalfana", "qarzum"]),
        ("the town of zalfana, in the northern qarzum department, was shelled.", ["zalfana", "qarzum"]),
        ("the attack, in which carbines and mortars were used, began at dawn.", []),
        ("gunmen shot a worker in a war-torn coffee-growing region of zalfana.", ["zalfana"]),
        ("the ministry condemned the murder of leader maria flores.", []),
        ("THE REBELS SHELLED TWO VILLAGES NEAR MEDELLIN.", ["MEDELLIN"]),
    ],
)
def test_places_of_a_text_in_one_case(annotator: Annotator, text: str, names: list[str]) -> None:
    found = find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])
    assert [place.mention.quote for place in found] == names
    assert all(place.mention.quote in text for place in found)


def test_names_are_given_as_the_text_writes_them(annotator: Annotator) -> None:
    loud = "THE REBELS SHELLED TWO VILLAGES NEAR MEDELLIN."
    for text in (loud, loud.lower()):
        (place,) = find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])
        assert place.name in text
