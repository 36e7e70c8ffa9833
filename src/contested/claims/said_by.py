"""Who says so, outermost voice first?"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from contested.claims.context import Context, Event
from contested.model.annotations import Annotations, Attribution
from contested.model.source import Source


def find_attributions(doc: Doc, annotations: Annotations) -> list[Attribution]:
    """Every attribution of the text, in text order."""
    return []


def answer(events: Sequence[Event], context: Context) -> list[tuple[Source, ...]]:
    """One answer an event, in the order of ``events``."""
    raise NotImplementedError
