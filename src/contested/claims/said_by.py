"""Who says so, outermost voice first?"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from contested.claims.context import Context, Event
from contested.claims.voices.attribution import attributions_of
from contested.claims.voices.voice_scope import Voice, chain_of
from contested.claims.voices.voices import voices_of
from contested.claims.words.tree import tree_of
from contested.model.annotations import Annotations, Attribution
from contested.model.source import Source


def find_attributions(doc: Doc, annotations: Annotations) -> list[Attribution]:
    """Every attribution of the text, in text order."""
    persons = [entity.mention for entity in annotations.entities if entity.kind == "person"]
    return attributions_of(tree_of(doc), annotations.actors, annotations.places, persons)


def answer(events: Sequence[Event], context: Context) -> list[tuple[Source, ...]]:
    """One answer an event, in the order of ``events``: the publisher where known, then each voice inwards."""
    publisher = context.report.publisher
    outermost = (Source(publisher, "publisher"),) if publisher else ()
    voices = voices_of(context.doc, context.attributions)
    return [
        outermost + tuple(map(as_source, chain_of(voices.ruled(event.trigger.start, event.trigger.end))))
        for event in events
    ]


def as_source(voice: Voice) -> Source:
    """The voice as a claim carries it."""
    return Source(voice.name, voice.kind, voice.actor, voice.mention, voice.cue)
