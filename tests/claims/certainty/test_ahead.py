"""Clauses that put an event ahead, in doubt or under a condition."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "factuality"),
    [
        ("Police arrested two men suspected of bombing a bus in Nairobi.", "bombing", "hedged"),
        ("Norland would break the law by attacking Iraq, the minister said.", "attack", "conditional"),
        ("Such an attack would embolden the rebels, the official said.", "attack", "conditional"),
        ("Diplomats are pushing peace talks between rebels and the army.", "talks", "planned"),
        ("Officials succeeded in arranging talks between the two sides.", "talks", "planned"),
        ("Sixty women are going to Gaza to deliver aid and meet with residents.", "aid", "planned"),
        ("Sixty women are going to Gaza to deliver aid and meet with residents.", "talks", "planned"),
        ("Rebels pushed back the assault on the town.", "attack", "asserted"),
        ("The attack killed nine rebels, the official said.", "attack", "asserted"),
        ("The group announced that it would attack the town.", "attack", "planned"),
    ],
)
def test_how_surely(annotator: Annotator, text: str, event: str, factuality: str) -> None:
    assert first_told(annotator, text, event).factuality == factuality
