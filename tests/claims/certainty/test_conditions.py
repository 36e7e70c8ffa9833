"""What depends on a condition is conditional; what is denied under one stays denied."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "factuality"),
    [
        ("France could send troops if Russia broke through the lines.", "deployment", "conditional"),
        ("The group offered to withdraw from the town if its prisoners were freed.", "withdrawal", "conditional"),
        ("Should the talks fail, the army will resume its offensive.", "armed_clash", "conditional"),
        ("The militia threatened to execute the captives unless the army withdrew.", "execution", "conditional"),
        ("The militia threatened to execute the captives unless the army withdrew.", "withdrawal", "conditional"),
        ("In the event of an attack, residents should go to the shelters.", "attack", "conditional"),
        ("The loss of the town would allow the army to advance on the capital.", "territory_gained", "conditional"),
        ("Norland said its army would never use poison gas if it had any.", "chemical_attack", "denied"),
        ("The inspectors will visit the scene of the attack if they are allowed in.", "attack", "asserted"),
        (
            "The minister warned of air strikes on the camps if the militia did not withdraw.",
            "air_strike",
            "conditional",
        ),
        ("Residents do not know if the town will be captured.", "territory_gained", "hedged"),
    ],
)
def test_how_surely(annotator: Annotator, text: str, event: str, factuality: str) -> None:
    assert first_told(annotator, text, event).factuality == factuality
