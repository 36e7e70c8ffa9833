"""Mentions of places."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from contested.gazetteer.lookup import Gazetteer
from contested.model.annotations import ActorMention, PlaceMention


def find_places(doc: Doc, gazetteer: Gazetteer, actors: Sequence[ActorMention]) -> list[PlaceMention]:
    """Places named in the text, in text order, resolved or not."""
    return []
