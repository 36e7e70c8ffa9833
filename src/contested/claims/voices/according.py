"""Who "according to" names where the comma behind the name is lost: "according to a resident the raid hit a bakery"."""

from __future__ import annotations

from contested.claims.voices.closing_inverted import PROPER, may_speak
from contested.claims.voices.closing_tails import goes_on_at
from contested.claims.voices.speaker_names import person_after
from contested.claims.words.phrases import NOUNS
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

ARTICLES = frozenset({"the", "a", "an"})


def speaker_end(tree: Tree, start: int, end: int) -> int:
    """Where the speaker ends that begins at a token and, by the parse, reaches to ``end``."""
    for k in range(start + 1, end):
        if (tree.tags[k - 1] in NOUNS and begins_clause(tree, k)) or goes_on_at(tree, k):
            return k
        if tree.lower[k] in load_nouns()["happenings"] and tree.tags[k] in NOUNS and k + 1 == end:
            return behind_speaker(tree, start, k)
    return end


def begins_clause(tree: Tree, k: int) -> bool:
    """Whether another phrase begins behind a noun: "the rebels | Norland troops", "a resident | the raid"."""
    low = tree.lower[k]
    if low in ARTICLES:
        named = tree.tags[k - 1] in PROPER and (low != "the" or person_after(tree, k))
        return not named
    plural = tree.tags[k - 1] == "NNS" and tree.lower[k - 1] in speech().roles
    return plural and tree.tags[k] in PROPER


def behind_speaker(tree: Tree, start: int, event: int) -> int:
    """Where the speaker ends before a phrase that names an event: "the office | fierce fighting"."""
    named = (k for k in range(event - 1, start - 1, -1) if may_speak(tree, k))
    return next(named, event) + 1


def is_speaker(tree: Tree, start: int, end: int) -> bool:
    """Whether some noun of a phrase can speak, so that "according to" it tells something."""
    return any(may_speak(tree, k) for k in range(start, end))
