"""Unknown names that only what stands round them makes places: an apposition, a way, a strike, an office's noun."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.places import find_places


def quotes(annotator: Annotator, text: str) -> list[str]:
    """The words of the places of a text in which no party is named."""
    return [p.mention.quote for p in find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops repelled a raid on Zalfana, a fishing village on the lake shore.", ["Zalfana"]),
        ("Qarzum, a market town a few miles away, came under fire.", ["Qarzum"]),
        ("He made his way to O'Zalf, the last major outpost held by his men.", ["O'Zalf"]),
        ("They met Karl Zalfana, an expert hired by the city.", []),
        ("They met Zalfana, a village elder.", []),
    ],
)
def test_what_is_called_a_village_is_one(annotator: Annotator, text: str, names: list[str]) -> None:
    assert quotes(annotator, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Serb families from Zalfana maintain that their sons were taken.", ["Zalfana"]),
        ("The guards withdrew from Zalfana at dawn.", ["Zalfana"]),
        ("Most of them fled to Zalfana on foot.", ["Zalfana"]),
        ("Helicopters fired at boats off Zalfana.", ["Zalfana"]),
        ("The airstrike on Zalfana killed two.", ["Zalfana"]),
        ("She had a letter from Zalfana.", []),
        ("He spoke to Zalfana.", []),
    ],
)
def test_a_way_leads_from_place_to_place(annotator: Annotator, text: str, names: list[str]) -> None:
    assert quotes(annotator, text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rebels attacked a post in Zalfana department.", ["Zalfana"]),
        ("Rebels attacked a post in the department of Zalfana.", ["Zalfana"]),
        ("A bomb exploded in the barrio of Zalfana.", ["Zalfana"]),
        ("Rebels attacked a post in Zalfana Department.", ["Zalfana Department"]),
        ("The Department of Justice opened a case.", []),
        ("The head of the Department of Zalfana Affairs resigned.", []),
        ("Gunmen burned tents at the Zalfana site.", ["Zalfana site"]),
        ("It is a World Heritage site in ruins.", []),
        ("Soldiers raided Nur Qarzum refugee camp at dawn.", ["Nur Qarzum refugee camp"]),
        ("A bomb went off in the Zalfa Qarzumar area.", ["Zalfa Qarzumar"]),
        ("Clashes broke out between Zalf-Qarzum forces and their rivals.", []),
        (
            "The staff met.\nDjibo: Gunmen came.\nZalfanou: A base was found.\nKaya: All quiet.",
            ["Djibo", "Zalfanou", "Kaya"],
        ),
        ("The two met.\nDjibo: I saw it.\nZalfanou: I did not.\nDjibo: You did.", ["Djibo", "Djibo"]),
        ("They freed key towns in the far north including Zalfana and Qarzum.", ["Zalfana", "Qarzum"]),
    ],
)
def test_departments_sites_and_towns_told_one_by_one(annotator: Annotator, text: str, names: list[str]) -> None:
    assert quotes(annotator, text) == names
