"""Who does it by plain grammar where nothing else tells."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("The group said he was an informer, a charge denied by his family.", "denial", ["family"]),
        ("A truce agreed by the two governments took effect on Monday.", "agreement", ["government"]),
        ("During the day sappers defused a bomb near the bridge.", "interception", ["sappers"]),
    ],
)
def test_who_grammar_tells(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).initiators] == doers


def test_a_weapon_does_nothing(annotator: Annotator) -> None:
    told = first_told(annotator, "Rockets destroyed nine houses in Harlow on Friday.", "destruction")
    assert told.initiators == ()
