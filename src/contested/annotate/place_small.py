"""Texts without a single capital: their names are looked for as if they were written in capitals alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contested.model.annotations import PlaceMention
from contested.model.mention import Mention


def with_capitals(text: str) -> str:
    """The text in capitals where it has none, as long as it was; else the text."""
    return loud if text.islower() and len(loud := text.upper()) == len(text) else text


def as_written(places: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The places with their words as the text has them."""
    if not text.islower():
        return list(places)
    mentions = (Mention.of(text, place.mention.start, place.mention.end) for place in places)
    return [replace(p, mention=m, name=p.name.lower()) for p, m in zip(places, mentions, strict=True)]
