"""A noun with "the" that an event's own words govern, and whose place the report named in full: "stormed the hotel"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from contested.claims.places.anaphor import FITTING
from contested.claims.places.placed import key_of, place_nouns
from contested.claims.places.scene import Scene, Telling
from contested.claims.words.tree import Tree
from contested.model.annotations import PlaceMention

CAPITAL = "capital"
POINTERS = frozenset({"the", "that", "this"})
OBJECTS = ("dobj", "nsubjpass")


def pointed_at(telling: Telling, scene: Scene, last: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that a bare noun under the event means: the last one so called, or the seat of government.

    A town or the like is meant only where the event before, whose places are ``last``, took place there.
    """
    for noun in governed(telling, scene):
        meant = meant_by(noun, scene, last) if is_bare(noun, scene.tree) else None
        if meant is not None:
            return meant
    return None


def is_bare(noun: int, tree: Tree) -> bool:
    """Whether a noun has "the" or the like, and nothing else that says which is meant."""
    kids = tree.kids[noun]
    if not any(tree.lower[kid] in POINTERS for kid in kids):
        return False
    return not any(tree.deps[kid] != "det" if kid < noun else is_telling_which(kid, tree) for kid in kids)


def is_telling_which(token: int, tree: Tree) -> bool:
    """Whether a word behind a noun says which it is ("the road in the north")."""
    return tree.deps[token] == "prep" and tree.lower[token] in ("of", "in", "at")


def meant_by(noun: int, scene: Scene, last: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that a bare noun means."""
    word, before = scene.tree.lower[noun], scene.tree.starts[noun]
    if word == CAPITAL:
        return capital_of(scene)
    if word in place_nouns()["pointing"]:
        return last_called(word, before, scene)
    return next((p for p in last if fits(p, word) and is_last(p, FITTING[word], before, scene)), None)


def governed(telling: Telling, scene: Scene) -> Iterator[int]:
    """The nouns that the event's head governs, as its object or by one preposition."""
    tree = scene.tree
    yield from tree.children(telling.head, *OBJECTS)
    for prep in tree.children(telling.head, "prep"):
        yield from tree.children(prep, "pobj")


def last_called(noun: str, before: int, scene: Scene) -> PlaceMention | None:
    """The last place before an offset whose name ends in the noun."""
    for place in reversed(scene.context.annotations.places):
        called = noun in (place.kind, last_word(place.name), last_word(place.mention.quote))
        if place.mention.start < before and called:
            return place
    return None


def fits(place: PlaceMention, noun: str) -> bool:
    """Whether a noun of a settlement or region may stand for a place that is not itself called another."""
    if noun not in FITTING:
        return False
    called = last_word(place.name)
    if (noun == "village" and place.kind == "city") or (called in FITTING and called != noun):
        return False
    return place.kind in FITTING[noun]


def is_last(place: PlaceMention, kinds: Set[str], before: int, scene: Scene) -> bool:
    """Whether no other place of some kinds was named since."""
    named = (p for p in reversed(scene.context.annotations.places) if p.mention.start < before and p.kind in kinds)
    return key_of(next(named, place)) == key_of(place)


def last_word(name: str) -> str:
    """The last word of a name, in lower case."""
    return name.rpartition(" ")[2].lower()


def capital_of(scene: Scene) -> PlaceMention | None:
    """The one seat of government that the report names; none where it names two."""
    named = [p for p in scene.context.annotations.places if key_of(p) in place_nouns()["capitals"]]
    return named[0] if len({key_of(p) for p in named}) == 1 else None
