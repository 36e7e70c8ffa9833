"""What stands in a sentence beside a trigger: means, parties, places, counts of people; whether it is a headline."""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.claims.words.doer_words import deed_words
from contested.claims.words.tree import Tree
from contested.claims.words.triggers import load_means
from contested.model.annotations import Annotations
from contested.model.capitals import most_capital


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``has``: which needs of the lexicon the sentence meets; ``number``: which sentence of the report it is.

    ``places`` and ``parties``: the characters of places, and of parties, people and things named.
    """

    has: frozenset[str]
    headline: bool
    number: int
    places: tuple[tuple[int, int], ...] = ()
    parties: tuple[tuple[int, int], ...] = ()


@cache
def load_nouns() -> dict[str, frozenset[str]]:
    """Nouns by kind: armed, troops, people, person, party."""
    text = files("contested.claims").joinpath("lexicon/nouns.toml").read_text(encoding="utf-8")
    return {kind: frozenset(words) for kind, words in tomllib.loads(text).items()}


@cache
def means_words() -> frozenset[str]:
    """Single words that tell a means."""
    return frozenset(phrase[-1] for _, phrases in load_means() for phrase in phrases)


@dataclass(frozen=True, slots=True)
class Marks:
    """Where places, counts and parties begin in a report, for one look a sentence; ``ends`` are the places'.

    ``times`` are where its dates begin and end, ``initials`` where a known party's do that open its mention.
    """

    places: list[int]
    ends: list[int]
    counts: list[int]
    actors: list[int]
    named: list[tuple[int, int]]
    times: list[tuple[int, int]]
    initials: frozenset[int]

    @classmethod
    def of(cls, annotations: Annotations) -> Marks:
        """The marks of one report."""
        places = sorted((p.mention.start, p.mention.end) for p in annotations.places)
        counts = sorted(q.mention.start for q in annotations.quantities)
        actors = sorted(a.mention.start for a in annotations.actors)
        mentions = [m.mention for m in annotations.actors] + [m.mention for m in annotations.entities]
        named = sorted((mention.start, mention.end) for mention in mentions)
        times = sorted((t.mention.start, t.mention.end) for t in annotations.times if t.type == "DATE")
        known = (a.mention for a in annotations.actors if a.actor is not None)
        initials = frozenset(mention.start for mention in known if mention.quote.partition(" ")[0].isupper())
        return cls([start for start, _ in places], [end for _, end in places], counts, actors, named, times, initials)

    def in_date(self, offset: int) -> bool:
        """Whether a word belongs to a date: "20 March" is no march."""
        n = bisect_left(self.times, (offset + 1,)) - 1
        return n >= 0 and offset < self.times[n][1]


def surroundings_of(tree: Tree, bounds: tuple[int, int], marks: Marks, number: int) -> Surroundings:
    """Look once at a sentence, given by its tokens, for all its triggers."""
    own = frozenset(tree.lower[bounds[0] : bounds[1]])
    has = {kind for kind, nouns in load_nouns().items() if not nouns.isdisjoint(own)} | {"any"}
    if not own.isdisjoint(means_words()):
        has.add("means")
    start, end = tree.starts[bounds[0]], tree.starts[bounds[1] - 1] + 1
    first, last = bisect_left(marks.places, start), bisect_left(marks.places, end)
    if first < last or not load_nouns()["place"].isdisjoint(own):
        has.add("place")
    if "people" in has and begins(marks.counts, start, end):
        has.add("toll")
    if begins(marks.actors, start, end):
        has |= {"party", "armed"}
    spans = tuple(zip(marks.places[first:last], marks.ends[first:last], strict=True))
    if is_of_named(tree, bounds, spans):
        has |= {"party", "person"}
    named = marks.named[bisect_left(marks.named, (start, 0)) : bisect_left(marks.named, (end, 0))]
    return Surroundings(frozenset(has), most_capital(tree.words[bounds[0] : bounds[1]]), number, spans, tuple(named))


def is_of_named(tree: Tree, bounds: tuple[int, int], places: Sequence[tuple[int, int]]) -> bool:
    """Whether somebody by name meets or visits somebody in a clause of the sentence: "Marlow met the envoy"."""
    called = deed_words()["calls"]
    for k in range(*bounds):
        if tree.tags[k] == "NNP" and tree.deps[k] == "nsubj" and tree.lower[tree.heads[k]] in called:
            return not any(start <= tree.starts[k] < end for start, end in places)
    return False


def begins(starts: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted starts lies in a stretch of characters."""
    return bisect_left(starts, start) < bisect_left(starts, end)
