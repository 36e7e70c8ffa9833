"""Whom the sentence ties to something else is not struck; of whom a noun demands something."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("The coalition continues to support Iraqi forces with air strikes.", "air_strike", ["coalition"], []),
        ("The Coalition supports the SDF through training, airstrikes and material support to the SAC.", "air_strike",
         ["Coalition"], []),
        ("UNIFIL's media coordinator, Anna Marlow, reiterated calls for Israel to hand over maps.", "demand",
         ["UNIFIL's media coordinator Anna Marlow"], ["Israel"]),
        ("After clashes with the army, fighters of the FLM withdrew from the town.", "withdrawal",
         ["fighters of the FLM"], []),
        ("Germany's foreign minister, Anna Marlow, called on Israel to halt its offensive.", "demand",
         ["Germany's foreign minister Anna Marlow"], ["Israel"]),
        ("BAGHDAD — A car bomb exploded on Thursday, Iraqi officials said, in the fifth major attack this month.",
         "attack", [], []),
        ("ISLAMABAD, Pakistan — Pakistan agreed Monday to a truce with rebels.", "agreement", ["Pakistan"], ["rebels"]),
        ("He repeated a call on Kigali to withdraw its troops.", "demand", [], ["Kigali"]),
        ("Suspected separatists beheaded a teacher in Kumba, and security forces killed four of them.", "execution",
         ["separatists"], ["teacher"]),
    ],
)  # fmt: skip
def test_who_is_tied_to_something_else(
    annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]
) -> None:
    told = first_told(annotator, text, event)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == hit
