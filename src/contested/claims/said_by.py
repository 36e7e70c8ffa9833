"""Who says so, outermost voice first?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from contested.claims.attribution import attributions_of
from contested.claims.context import Context, Event
from contested.claims.surroundings import load_nouns
from contested.claims.tree import tree_of
from contested.claims.voice_scope import Voice
from contested.claims.voices import chain_of, voices_of
from contested.model.annotations import Annotations, Attribution
from contested.model.source import Source

PREPOSITION = re.compile(r"\b(?:of|with|in|on|by|at|against|between|near|for|from|to)\b")


def find_attributions(doc: Doc, annotations: Annotations) -> list[Attribution]:
    """Every attribution of the text, in text order."""
    return attributions_of(tree_of(doc), annotations.actors)


def answer(events: Sequence[Event], context: Context) -> list[tuple[Source, ...]]:
    """One answer an event, in the order of ``events``: the publisher where known, then each voice inwards."""
    publisher = context.report.publisher
    outermost = (Source(publisher, "publisher"),) if publisher else ()
    voices = voices_of(context.doc, context.attributions)
    return [
        outermost
        + tuple(as_source(v) for v in chain_of(voices.ruled(event.trigger.start, event.trigger.end)) if speaks(v))
        for event in events
    ]


def speaks(voice: Voice) -> bool:
    """Whether the name can be a speaker's: "clashes with militants" never is, whatever a broken parse makes of it."""
    head = PREPOSITION.split(voice.name.casefold(), maxsplit=1)[0].split()
    return not head or head[-1] not in load_nouns()["happenings"]


def as_source(voice: Voice) -> Source:
    """The voice as a claim carries it."""
    return Source(voice.name, voice.kind, voice.actor, voice.mention, voice.cue)
