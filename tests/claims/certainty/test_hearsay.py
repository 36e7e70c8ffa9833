"""What is unchecked, ascribed or only seems to be shown is hedged."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "factuality"),
    [
        ("Local media reported unconfirmed clashes near Humera.", "armed_clash", "hedged"),
        ("The army stands accused of bombing a market.", "bombing", "hedged"),
        ("The militia was on Monday accused of dropping bombs on a market.", "air_strike", "hedged"),
        ("The ministry accused the army of bombing a market.", "bombing", "asserted"),
        ("Footage purports to show the army shelling the town.", "shelling", "hedged"),
        ("A video shows the army shelling the town.", "shelling", "asserted"),
        ("Gunmen, believed to be jihadists, attacked a village near Beni.", "attack", "hedged"),
        ("Gunmen suspected of belonging to a militia attacked a village near Beni.", "attack", "hedged"),
        (
            "A canister of a gas believed to be chlorine fell on the town and killed two people.",
            "chemical_attack",
            "asserted",
        ),
        ("There have been reports of clashes near the border.", "armed_clash", "hedged"),
        ("The ministry condemned the officers, whom it accused of bombing a school.", "bombing", "asserted"),
    ],
)
def test_how_surely(annotator: Annotator, text: str, event: str, factuality: str) -> None:
    assert first_told(annotator, text, event).factuality == factuality
