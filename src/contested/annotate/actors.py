"""Mentions of parties."""

from __future__ import annotations

from spacy.tokens import Doc

from contested.model.annotations import ActorMention
from contested.packs.load import Pack


def find_actors(doc: Doc, pack: Pack) -> list[ActorMention]:
    """Parties named in the text, in text order, without overlaps."""
    return []
