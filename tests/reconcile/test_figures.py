"""What a figure counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.claim import Claim, Effect
from contested.model.mention import Mention
from contested.reconcile.figures import figures_of

Teller = Callable[..., Claim]


def counting(tell: Teller, words: str, number: str, who: str, **fields: object) -> Claim:
    """A claim with one effect whose figure stands in its words."""
    claim = tell("casualties", words, **fields)
    at = words.index(number)
    low = int(number) if number.isdigit() else 24
    return replace(
        claim,
        effects=(Effect("killed", who, low, low if number.isdigit() else None, Mention(at, at + len(number), number)),),
    )


@pytest.mark.parametrize(
    ("words", "number", "who", "counts"),
    [
        ("The blast killed 14 people.", "14", "people", "whole"),
        ("The blast killed 14 people, including 3 children.", "3", "children", "part"),
        ("Another 6 villagers died later.", "6", "other villagers", "addition"),
        ("Dozens died in the fire.", "Dozens", "people", "vague"),
        ("The civil war has killed 310000 people.", "310000", "people", "sum"),
    ],
)
def test_counts(tell: Teller, words: str, number: str, who: str, counts: str) -> None:
    (figure,) = figures_of(counting(tell, words, number, who))
    assert figure.counts == counts
