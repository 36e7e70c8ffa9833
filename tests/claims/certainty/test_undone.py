"""What is told not to come about is denied; what only stands beside it is not."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "factuality"),
    [
        ("Ghana will take no part in any attack on Niger, its foreign minister said.", "attack", "denied"),
        ("Burkina Faso will not take part in any strike on Niger.", "air_strike", "denied"),
        ("Norland took part in the strike on Estmark.", "air_strike", "asserted"),
        ("The president said he had no plans for air strikes on the camps.", "air_strike", "denied"),
        ("Poland has no intention of deploying soldiers in Ukraine.", "deployment", "denied"),
        ("Plans for an evacuation of the town were scrapped.", "evacuation", "denied"),
        ("The rebels stopped short of declaring a ceasefire.", "agreement", "denied"),
        ("Instead of withdrawing, the army sent more tanks.", "withdrawal", "denied"),
        ("Rather than attack the town, the rebels bypassed it.", "attack", "denied"),
        ("A ceasefire is not on the table, an official said.", "agreement", "denied"),
        ("The president has plans for air strikes on the camps.", "air_strike", "planned"),
        ("Insecurity made it impossible to deliver aid to the camp.", "aid", "denied"),
        ("Efforts to evacuate civilians from the town failed.", "evacuation", "denied"),
        ("Efforts to evacuate civilians from the town continue.", "evacuation", "planned"),
        ("Aid trucks were prevented from reaching the camp.", "aid", "denied"),
        ("No aid reached the camp.", "aid", "denied"),
        ("Nobody was arrested.", "arrest", "denied"),
        ("No prisoners were released.", "release", "denied"),
        ("Nobody was hurt in the shelling of the town.", "shelling", "asserted"),
        ("The rebels said they had not agreed to any talks with the junta.", "talks", "denied"),
        ("Resistance forces failed in an attempt to seize the town.", "territory_gained", "denied"),
        ("He denied that fighters were preparing an assault on the town.", "attack", "denied"),
        ("A meeting between the two presidents is unlikely.", "talks", "denied"),
        ("It is unlikely that the army will withdraw from the town.", "withdrawal", "denied"),
        ("The army did not confirm any attack on the base.", "attack", "hedged"),
    ],
)
def test_how_surely(annotator: Annotator, text: str, event: str, factuality: str) -> None:
    assert first_told(annotator, text, event).factuality == factuality
