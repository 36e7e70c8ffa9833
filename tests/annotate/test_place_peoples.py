"""Peoples are no places, and tell of their countries; on texts made for the purpose."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.place_words import place_words
from contested.annotate.places import find_places
from contested.model.annotations import PlaceMention
from contested.packs.load import load_packs


def places(annotator: Annotator, text: str) -> list[PlaceMention]:
    """The places of a text."""
    return find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Philippine troops killed five militants in Marawi.", ["Marawi"]),
        ("Nigerien and Chadian soldiers died near Diffa.", ["Diffa"]),
        ("Clashes in Abyei between Twic Dinka and Ngok Dinka left many dead.", ["Abyei"]),
        ("Two Rwandans and a Portuguese were hurt in Goma.", ["Goma"]),
        ("Sri Lankan police searched a house in Kandy.", ["Kandy"]),
    ],
)
def test_peoples_of_the_packs_states_are_no_places(annotator: Annotator, text: str, names: list[str]) -> None:
    assert [place.mention.quote for place in places(annotator, text)] == names


def test_every_states_adjective_is_a_people() -> None:
    words = place_words()
    adjectives = {w.lower() for state in load_packs(("world",)).states.values() for w in state.adjectives}
    left = {w for w in adjectives if not words.names_people(w)}
    assert {"us", "u.s.", "myanmar"} <= left, "names of countries themselves are places"
    assert not {"sudanese", "burmese", "malian", "finnish"} & left


def test_a_nations_capital_is_known_where_no_seat_of_government_is(annotator: Annotator) -> None:
    found = places(annotator, "A bomb went off in the Bolivian capital.")
    assert [place.name for place in found] == ["La Paz"]
