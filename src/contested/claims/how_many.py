"""How many were killed, hurt, captured, driven out; how much was destroyed?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.effects import FoundEffect, find_effects
from contested.claims.tree import Tree, tree_of
from contested.model.claim import Effect

PEACEFUL = frozenset(
    """agreement meeting talks statement accusation aid condemnation warning claim control deployment movement
    territory_gained territory_lost withdrawal siege protest diplomacy sanction other""".split()
)
OWN_EVENTS = {
    "destroyed": frozenset({"destruction", "interception"}),
    "damaged": frozenset({"destruction"}),
    "displaced": frozenset({"displacement"}),
    "captured": frozenset({"capture", "seizure"}),
    "detained": frozenset({"arrest", "detention"}),
    "released": frozenset({"release", "prisoner_exchange"}),
    "abducted": frozenset({"abduction"}),
    "evacuated": frozenset({"evacuation"}),
    "surrendered": frozenset({"surrender"}),
}
CLAUSE_COST, VERB_COST, LINK_REACH = 12, 3, 9


def answer(events: Sequence[Event], context: Context) -> list[tuple[Effect, ...]]:
    """One answer an event, in the order of ``events``."""
    tree = tree_of(context.doc)
    given: list[list[Effect]] = [[] for _ in events]
    by_sentence: dict[int, list[int]] = {}
    for n, event in enumerate(events):
        by_sentence.setdefault(tree.first[event.trigger.root.i], []).append(n)
    chains: dict[int, int] = {}
    for found in find_effects(context.doc, context.annotations.quantities):
        near = by_sentence.get(found.sentence)
        owner = owner_of(found, [(n, events[n]) for n in near], tree, chains) if near else None
        if owner is None:
            continue
        chains[found.chain] = owner
        for n in (owner, *twins(owner, events, tree)):
            given[n].append(found.effect)
    return [tuple(effects) for effects in given]


def owner_of(found: FoundEffect, near: list[tuple[int, Event]], tree: Tree, chains: dict[int, int]) -> int | None:
    """The event of a sentence that an effect belongs to; None where there is none for it."""
    kind = found.effect.kind
    for n, event in near:
        if event.trigger.start <= found.token < event.trigger.end:
            return n
    if found.bare:
        return None
    own = OWN_EVENTS.get(kind, frozenset())
    ready = [(n, e) for n, e in near if e.code in own] or [
        (n, e) for n, e in near if e.code not in PEACEFUL and not (own and e.code in ("displacement", "evacuation"))
    ]
    if found.chain in chains and any(n == chains[found.chain] for n, _ in ready):
        return chains[found.chain]
    if kind in ("killed", "injured"):
        ready = [(n, e) for n, e in ready if e.code not in ("destruction", "displacement", "evacuation", "capture")]
    return min(ready, key=lambda pair: distance(found.token, pair[1], tree))[0] if ready else None


def distance(token: int, event: Event, tree: Tree) -> int:
    """How far an event's words are from a token; clauses and verbs between them count more than words."""
    trigger = event.trigger
    first, last = (trigger.end, token) if trigger.start < token else (token + 1, trigger.start)
    cost = 0
    for i in range(first, last):
        cost += 1
        if tree.lower[i] in ("that", "which", "while", ";", "said", "after", "and"):
            cost += CLAUSE_COST if tree.lower[i] in ("while", ";", "said") else VERB_COST
    return cost


def twins(owner: int, events: Sequence[Event], tree: Tree) -> list[int]:
    """Other events told in one breath with an event ("clashes and air strikes"): coders give them the same effects."""
    first = events[owner]
    return [
        n
        for n, event in enumerate(events)
        if n != owner
        and event.code not in PEACEFUL
        and event.code not in ("casualties", "destruction")
        and first.code not in ("casualties", "destruction")
        and linked(tree, *sorted((first, event), key=lambda e: e.trigger.start))
    ]


def linked(tree: Tree, left: Event, right: Event) -> bool:
    """Whether only nouns and a link stand between two events' words."""
    start, end = left.trigger.end, right.trigger.start
    if left.trigger.start == right.trigger.start:
        return True
    if end - start > LINK_REACH or tree.first[left.trigger.start] != tree.first[right.trigger.start]:
        return False
    between = range(start, end)
    return any(tree.tags[i] in ("CC", ",") for i in between) and not any(
        tree.tags[i].startswith("V") or tree.lower[i] in ("as", "that", ".") for i in between
    )
