"""Whom "the two leaders" mean, and whom "they" and "he" at the head of a sentence."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import all_told

MET = "Anna Marlow met Emile Sauvy in Norwick on Monday. "


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        (MET + "The two leaders discussed a truce.", "talks", ["Anna Marlow", "Emile Sauvy"]),
        ("The Army of the Northern Sect is a militant group. They kidnapped and killed 11 people in Doura.",
         "abduction", ["Army of the Northern Sect"]),
        ("The Army of the Northern Sect is a militant group. They kidnapped and killed 11 people in Doura.",
         "casualties", ["Army of the Northern Sect"]),
        ("Emile Sauvy was tried in May. He admitted that he had abducted two tourists.", "abduction", ["Emile Sauvy"]),
        ("Residents fled on Friday. They said shells had hit the market.", "shelling", []),
    ],
)  # fmt: skip
def test_whom_pronouns_and_pairs_mean(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    told = [claim for claim in all_told(annotator, text) if claim.event == event][-1]
    assert [who.name for who in told.initiators] == doers


def test_a_party_whose_name_is_longer_than_its_words_is_read(annotator: Annotator) -> None:
    text = "The National Liberation Front (NLF) said a mine destroyed the front part of the truck near Harlow."
    assert all_told(annotator, text)
