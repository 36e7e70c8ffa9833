"""Records that tell or only show: "hospital records show that nine died", "images show a burnt school"."""

from __future__ import annotations

from contested.claims.voices.speaker_bounds import head_of
from contested.claims.voices.voice_scope import Span
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

WRITTEN = frozenset({"reports", "findings", "investigation", "inquiry", "probe"})
MAPS = frozenset({"map", "maps"})


def is_record(tree: Tree, span: Span) -> bool:
    """Whether what shows the event is a film, picture or map that somebody put out."""
    head = shown_by(tree, span)
    return head in speech().footage or head in MAPS


def is_written(tree: Tree, span: Span) -> bool:
    """Whether what tells the event is a report, records, a survey."""
    head = shown_by(tree, span)
    return head in WRITTEN or (speech().roles.get(head) == "document" and not is_record(tree, span))


def shown_by(tree: Tree, span: Span) -> str:
    """The noun of a voice in lower case; empty where it has no words of its own."""
    mention = span.voice.mention if span.voice is not None else None
    return tree.lower[head_of(tree, *tree.interval(mention))] if mention is not None else ""
