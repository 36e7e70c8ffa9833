"""What stands in a sentence beside a trigger: means, parties, places, counts of people; whether it is a headline."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from spacy.tokens import Span

from contested.claims.triggers import load_means
from contested.model.annotations import Annotations


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``has``: which needs of the lexicon the sentence meets; ``number``: which sentence of the report it is."""

    has: frozenset[str]
    headline: bool
    number: int
    places: tuple[tuple[int, int], ...] = ()


@cache
def load_nouns() -> dict[str, frozenset[str]]:
    """Nouns by kind: armed, troops, people, person, party."""
    text = files("contested.claims").joinpath("lexicon/nouns.toml").read_text(encoding="utf-8")
    return {kind: frozenset(words) for kind, words in tomllib.loads(text).items()}


@cache
def means_words() -> frozenset[str]:
    """Single words that tell a means."""
    return frozenset(phrase[-1] for _, phrases in load_means() for phrase in phrases)


def surroundings_of(sentence: Span, words: Sequence[str], annotations: Annotations, number: int) -> Surroundings:
    """Look once at a sentence for all its triggers."""
    own = frozenset(words[sentence.start : sentence.end])
    has = {kind for kind, nouns in load_nouns().items() if not nouns.isdisjoint(own)} | {"any"}
    if not own.isdisjoint(means_words()):
        has.add("means")
    start, end = sentence.start_char, sentence.end_char
    places = [p.mention for p in annotations.places if start <= p.mention.start < end]
    if places or not load_nouns()["place"].isdisjoint(own):
        has.add("place")
    if "people" in has and any(start <= quantity.mention.start < end for quantity in annotations.quantities):
        has.add("toll")
    if any(start <= actor.mention.start < end for actor in annotations.actors):
        has |= {"party", "armed"}
    spans = tuple((place.start, place.end) for place in places)
    return Surroundings(frozenset(has), is_headline(sentence), number, spans)


def is_headline(sentence: Span) -> bool:
    """Whether most longer words are capitalised, or the sentence does not end as one."""
    longer = [token.text for token in sentence if token.is_alpha and len(token) > 3]
    capitalised = sum(word[0].isupper() for word in longer)
    return len(longer) >= 3 and capitalised >= 0.7 * len(longer)
