"""People by name whom no pack knows: who is the subject of a deed did it, whom "he" means there."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("Nawaz Sharif met Asif Zardari in Lahore on Monday.", "talks", ["Nawaz Sharif"], ["Asif Zardari"]),
        ("Peres visited Prague on Monday.", "arrival", ["Peres"], []),
        ("Prigozhin seized the city of Rostov.", "territory_gained", ["Prigozhin"], []),
        ("Joseph Kony ordered the attack on the village.", "attack", ["Joseph Kony"], []),
        ("Marlow burned the village.", "destruction", ["Marlow"], ["village"]),
        (
            "Saddam Hussein said he will begin withdrawing troops from Iran on Friday.",
            "withdrawal",
            ["Saddam Hussein"],
            [],
        ),
        ('"I condemn the attack on the camp," Anna Marlow said.', "condemnation", ["Anna Marlow"], []),
        ('"We destroyed two tanks," a fighter said.', "destruction", ["fighter"], ["tanks"]),
        ("The Observatory reported fighting in the western districts.", "armed_clash", [], []),
    ],
)
def test_who_is_named_as_the_subject_did_it(
    annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]
) -> None:
    told = first_told(annotator, text, event)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == hit
