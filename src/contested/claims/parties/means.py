"""By what means: the weapons and platforms that the words around a trigger bind to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from contested.claims.context import Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.words.tree import Tree
from contested.model.annotations import Annotations, EntityMention
from contested.model.claim import Instrument

REACH = 4  # steps up the tree from a weapon to the word that tells the event
ARMED = VIOLENT | {"casualties"}  # elsewhere weapons are what is seized, destroyed or shot down


def weapons_of(annotations: Annotations) -> list[EntityMention]:
    """The weapons and platforms of a report, in text order."""
    weapons = (entity for entity in annotations.entities if entity.kind in ("weapon", "platform"))
    return sorted(weapons, key=lambda weapon: weapon.mention)


def instruments_of(event: Event, tree: Tree, weapons: Sequence[EntityMention]) -> tuple[Instrument, ...]:
    """The means of one event, each wording once."""
    if event.code not in ARMED:
        return ()
    head = event.head.i
    tellers = {head, *event.parts, *range(event.trigger.start, event.trigger.end)}
    if tree.deps[head] in ("nsubj", "dobj", "pobj"):
        tellers.add(tree.heads[head])
    start, end = tree.starts[tree.first[head]], tree.starts[tree.last[head] - 1] + 1
    found: dict[str, Instrument] = {}
    for weapon in weapons[bisect_left(weapons, start, key=lambda w: w.mention.start) :]:
        if weapon.mention.start >= end:
            break
        token = tree.token_at(weapon.mention.end - 1)
        if stands_apart(token, tree, tellers, weapons):
            continue
        if not tellers.isdisjoint((token, *tree.ancestors(token)[:REACH])):
            found.setdefault(weapon.name.casefold(), Instrument(weapon.name, weapon.mention))
    return tuple(found.values())


def stands_apart(token: int, tree: Tree, tellers: set[int], weapons: Sequence[EntityMention]) -> bool:
    """Whether a weapon only tells what another thing is ("a radar base") or is what another clause tells of."""
    head, dep = tree.heads[token], tree.deps[token]
    if dep in ("compound", "nmod") and head not in tellers and tree.tags[head].startswith("N"):
        at = tree.starts[head]
        return not any(weapon.mention.holds(at) for weapon in weapons)
    return (dep == "conj" and tree.tags[head].startswith("V")) or (dep == "nsubjpass" and head not in tellers)
