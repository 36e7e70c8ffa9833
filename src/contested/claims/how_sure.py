"""How surely is it told, by the innermost voice and by the author?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.certainty import Certainty
from contested.claims.context import Context, Event
from contested.claims.speech import speech
from contested.claims.tree import Tree, tree_of
from contested.claims.voices import Voice, Voices
from contested.model.claim import AuthorStance, Factuality

DISTANT = frozenset({"so-called", "alleged", "allegedly", "supposed", "supposedly", "purported", "purportedly"})


def answer(events: Sequence[Event], context: Context) -> list[tuple[Factuality, AuthorStance]]:
    """One answer an event, in the order of ``events``."""
    tree = tree_of(context.doc)
    voices = Voices.of(tree, context.attributions)
    certainty = Certainty.of_tree(tree)
    return [judged(event, tree, voices, certainty) for event in events]


def judged(event: Event, tree: Tree, voices: Voices, certainty: Certainty) -> tuple[Factuality, AuthorStance]:
    """How surely one event is told."""
    start, end = event.trigger.start, event.trigger.end
    chain = voices.over(start, end)
    cues = frozenset(tree.token_at(voice.cue.end - 1) for voice in chain if voice.cue is not None)
    found = certainty.of(start, end, cues, event.code in SPEECH_ACTS)
    if found == "asserted" and chain:
        found = certainty.by_cue(chain[-1].manner, max(cues, default=-1))
    return found, stance(tree, start, chain, found)


SPEECH_ACTS = frozenset(
    {"threat", "warning", "accusation", "demand", "denial", "condemnation", "support", "responsibility"}
)


def stance(tree: Tree, start: int, chain: Sequence[Voice], factuality: Factuality) -> AuthorStance:
    """Whether the author asserts, reports or doubts it."""
    beside = set(tree.lower[max(tree.first[start], start - 3) : start + 1])
    if any(voice.manner == "doubt" for voice in chain):
        return "doubts"
    if factuality == "hedged" and beside & DISTANT:
        return "doubts"
    if chain:
        return "reports"
    if factuality == "hedged" and any(
        speech().adverbs.get(word) == "tell" for word in tree.lower[tree.first[start] : tree.last[start]]
    ):
        return "reports"
    return "asserts"
