"""Mentions of times."""

from __future__ import annotations

from spacy.tokens import Doc

from contested.model.annotations import TimeMention


def find_times(doc: Doc, anchor: str | None) -> list[TimeMention]:
    """Time expressions in text order; relative ones count from ``anchor`` (an ISO day), else stay open."""
    return []
