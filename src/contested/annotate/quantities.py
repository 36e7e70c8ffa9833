"""Mentions of counts."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from contested.model.annotations import QuantityMention, TimeMention


def find_quantities(doc: Doc, times: Sequence[TimeMention]) -> list[QuantityMention]:
    """Counts of people and things, in text order; numbers inside time expressions are none."""
    return []
