"""Mentions of persons, organisations, nationalities, weapons, platforms and vehicles."""

from __future__ import annotations

from spacy.tokens import Doc

from contested.model.annotations import EntityMention
from contested.packs.load import Pack


def find_entities(doc: Doc, pack: Pack) -> list[EntityMention]:
    """Things and persons named in the text, in text order."""
    return []
