"""Tellers: events with what their sentences name, to see which tell one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.claims.context import Context
from contested.claims.times.event_view import View
from contested.claims.times.words import when_words
from contested.claims.words.tree import Tree, tree_of

CONTENT = frozenset("NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ CD JJ JJR JJS".split())
NAMINGS = ("noun", "trigger:")
YEAR = 4


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence names: content words, numbers and names in lower case, parties, places by name."""

    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]


@dataclass(slots=True)
class Teller:
    """An event, its place among the events, its group of codes, head word, tense, naming; what its sentence names."""

    index: int
    view: View
    group: str
    word: str
    tense: str
    naming: str
    named: Named


def tellers_of(views: Sequence[View], traits: Sequence[Sequence[str]], context: Context) -> list[Teller]:
    """The events as tellers, in their order."""
    tree, group = tree_of(context.doc), when_words().group
    places: dict[int, set[str]] = {}
    for place in context.annotations.places:
        places.setdefault(tree.first[tree.token_at(place.mention.start)], set()).add(place.name)
    actors: dict[int, set[str]] = {}
    parties: set[int] = set()
    for actor in context.annotations.actors:
        low, high = tree.token_at(actor.mention.start), tree.token_at(actor.mention.end - 1) + 1
        actors.setdefault(tree.first[low], set()).add(actor.actor or actor.name)
        parties.update(range(low, high))
    named: dict[int, Named] = {}
    for view in views:
        if view.first not in named:
            known = frozenset(actors.get(view.first, ())), frozenset(places.get(view.first, ()))
            named[view.first] = named_in(tree, range(view.first, view.last), parties, known)
    return [
        Teller(
            i,
            view,
            group.get(view.code, "other"),
            tree.lower[view.head],
            next((t for t in traits[i] if t.startswith("tense:")), ""),
            next((t for t in traits[i] if t.startswith(NAMINGS)), ""),
            named[view.first],
        )
        for i, view in enumerate(views)
    ]


def named_in(tree: Tree, tokens: range, parties: set[int], known: tuple[frozenset[str], frozenset[str]]) -> Named:
    """What one sentence names; the words of a party's name count once, as the party, however many they are."""
    words, numbers, names = set(), set(), set()
    for i in tokens:
        word, tag = tree.lower[i], tree.tags[i]
        if tag not in CONTENT or i in parties:
            continue
        if len(word) > 1:
            words.add(word)
        if tag == "CD" and not (len(word) == YEAR and word.startswith("20")):
            numbers.add(word)
        elif tag.startswith("NNP"):
            names.add(word)
    return Named(frozenset(words), frozenset(numbers), frozenset(names), *known)
