"""The party that a word before a noun names."""

from __future__ import annotations

from contested.annotate.pipeline import Annotator

from ..telling import all_told


def test_a_single_word_is_not_emptied(annotator: Annotator) -> None:
    text = (
        "farabundo marti national liberation front (fmln) commandos destroyed a truck today. "
        "the explosion, which destroyed the front part of the truck, damaged two nearby houses."
    )
    assert len(all_told(annotator, text)) >= 2
