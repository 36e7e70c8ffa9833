"""Lists of places that lost their commas, and what is done to places alone, on invented names."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.annotate.place_lists import governed_lists
from contested.annotate.places import find_places
from contested.model.report import Report, report_id


def places(annotator: Annotator, text: str) -> list[str]:
    """The words of the places of a text, parties found first."""
    doc = annotator.annotate(Report(report_id(text), "test", text, published="2016-08-12"))
    return [place.mention.quote for place in find_places(doc, annotator.gazetteer, annotations_of(doc).actors)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Shells fell on the neighbourhoods of al-Marjani al-Sheikh Nasr al-Dibani and Qurum.",
            ["al-Marjani", "al-Sheikh Nasr", "al-Dibani", "Qurum"],
        ),
        (
            "The army took five villages including Beit Sallum Kafr Timin and Sifrat while battles raged.",
            ["Beit Sallum", "Kafr Timin", "Sifrat"],
        ),
        ("The towns of Qarran and Abu Zaytun were quiet.", ["Qarran", "Abu Zaytun"]),
        ("The villages of Zalfaneh, Umbar and Qarzum are empty.", ["Zalfaneh", "Umbar", "Qarzum"]),
        ("The assault on Zalfaneh and Qarzum went on.", ["Zalfaneh", "Qarzum"]),
        ("Barrels were dropped on al-Jabrun at noon.", ["al-Jabrun"]),
        ("Aircraft bombed Zalfaneh at noon.", ["Zalfaneh"]),
        ("Shells hit the army airport.", ["army airport"]),
        ("Date: 18 March; Place: Zalfaneh; Event: shelling; Killed: 2.", ["Zalfaneh"]),
        ("Locations: Zalfaneh, Umbar and Qarzum\nKilled: 2", ["Zalfaneh", "Umbar", "Qarzum"]),
    ],
)
def test_names_no_gazetteer_knows_are_places_in_lists_and_where_places_alone_are_meant(
    annotator: Annotator, text: str, names: list[str]
) -> None:
    assert places(annotator, text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The critics bombed UNIFOX with letters.",
        "He wrote to Qarzum about Winfeld and Holmar.",
        "The towns of the Northern Front Brigade were quiet.",
    ],
)
def test_bodies_acronyms_and_persons_are_none(annotator: Annotator, text: str) -> None:
    assert places(annotator, text) == []


def test_a_list_ends_with_its_names() -> None:
    text = "The districts of Umbar and Qarran, said the mayor of Zalfaneh, are quiet."
    assert [(text[start:end], noun) for start, end, noun in governed_lists(text)] == [("Umbar and Qarran", "districts")]


@pytest.mark.parametrize(
    "text",
    [
        "Army Kills 30 Fighters in Various Provinces",
        "Ten Killed in Rocket Fire, Monitor Says",
        "She worked in the Best Interest unit of a bank.",
    ],
)
def test_common_words_in_capitals_are_no_places(annotator: Annotator, text: str) -> None:
    assert places(annotator, text) == []


@pytest.mark.parametrize("text", ["They met in the village of Marsh.", "Shells fell on the Public Park at noon."])
def test_common_words_are_places_where_the_text_says_so(annotator: Annotator, text: str) -> None:
    assert len(places(annotator, text)) == 1
