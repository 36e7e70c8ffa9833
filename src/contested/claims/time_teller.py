"""Tellers: events with what their sentences name, to see which tell one story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contested.claims.context import Context
from contested.claims.event_view import View
from contested.claims.time_words import when_words
from contested.claims.tree import Tree, tree_of

CONTENT = frozenset({"NN", "VB", "CD", "JJ"})
YEAR = 4


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence names: content words, numbers and names in lower case, places by name."""

    words: frozenset[str]
    numbers: frozenset[str]
    names: frozenset[str]
    places: frozenset[str]


@dataclass(frozen=True, slots=True)
class Teller:
    """An event, its place among the events, its group of codes, head word and tense, and what its sentence names."""

    index: int
    view: View
    group: str
    word: str
    tense: str
    named: Named


def tellers_of(views: Sequence[View], traits: Sequence[Sequence[str]], context: Context) -> list[Teller]:
    """The events as tellers, in their order."""
    tree, group = tree_of(context.doc), when_words().group
    places: dict[int, set[str]] = {}
    for place in context.annotations.places:
        places.setdefault(tree.first[tree.token_at(place.mention.start)], set()).add(place.name)
    named: dict[int, Named] = {}
    for view in views:
        if view.first not in named:
            named[view.first] = named_in(tree, view.first, view.last, frozenset(places.get(view.first, ())))
    return [
        Teller(
            i,
            view,
            group.get(view.code, "other"),
            tree.lower[view.head],
            next((t for t in traits[i] if t.startswith("tense:")), ""),
            named[view.first],
        )
        for i, view in enumerate(views)
    ]


def named_in(tree: Tree, first: int, last: int, places: frozenset[str]) -> Named:
    """What one sentence names."""
    words, numbers, names = set(), set(), set()
    for word, tag in zip(tree.lower[first:last], tree.tags[first:last], strict=True):
        if tag[:2] not in CONTENT:
            continue
        if len(word) > 1:
            words.add(word)
        if tag == "CD" and not (len(word) == YEAR and word.startswith("20")):
            numbers.add(word)
        elif tag.startswith("NNP"):
            names.add(word)
    return Named(frozenset(words), frozenset(numbers), frozenset(names), places)
