"""Who destroyed something where a deed told before did it."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Rebels fired rockets at Afrin on Monday. The attack caused damage to houses.", ["Rebels"]),
        ("Rebels shelled Afrin on Monday. The shelling destroyed two shops.", ["Rebels"]),
        ("Rebels attacked Afrin on Monday. Two shops were destroyed in the attack.", ["Rebels"]),
        ("Rebels attacked Afrin on Monday. Two shops were destroyed in Idlib.", []),
        ("Rebels attacked Afrin on Monday. An attack on Idlib destroyed two shops.", []),
    ],
)
def test_who_destroyed_it(annotator: Annotator, text: str, doers: list[str]) -> None:
    told = [claim for claim in all_told(annotator, text) if claim.event == "destruction"]
    assert [who.name for claim in told for who in claim.initiators] == doers
    assert told
