"""Whose a word or a deed is by the words that lead to it."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Islamabad rejected Kabul's allegations that it had bombed Khost.", "accusation", ["Kabul"]),
        ("Minister Anna Marlow reiterates UK support for Iraq in the fight against ISIL.", "support", ["UK"]),
        ("The SDF, supported by Coalition advisers and air strikes, began the operation to isolate Raqqa.",
         "air_strike", ["Coalition"]),
        ("The prisoners are held in Norwick. They are responsible for the killing of hundreds of people.",
         "attack_on_civilians", ["prisoners"]),
        ("It was unclear who was responsible for the blast in the market.", "bombing", []),
        ("Police said a police car was hit with gasoline bombs from the Protestant side.", "bombing",
         ["Protestant side"]),
        ("An Ethiopian military drone strike killed eight people in Dembecha on Saturday.", "air_strike",
         ["Ethiopian military"]),
    ],
)  # fmt: skip
def test_whose_it_is(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).initiators] == doers
