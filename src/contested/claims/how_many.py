"""How many were killed, hurt, captured, driven out; how much was destroyed?"""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.context import Context, Event
from contested.claims.effects import FoundEffect, find_effects
from contested.claims.tree import Tree, tree_of
from contested.model.claim import Effect

# Codes of events that kill, hurt or break nothing themselves.
PEACEFUL = frozenset(
    """territory_gained territory_lost control deployment base_established withdrawal arrival agreement release talks
    threat warning accusation demand denial condemnation support responsibility aid""".split()
)
# Kinds that have events of their own.
OWN_EVENTS = {
    "destroyed": frozenset({"destruction", "interception"}),
    "damaged": frozenset({"destruction"}),
    "displaced": frozenset({"displacement"}),
    "captured": frozenset({"capture", "seizure"}),
    "detained": frozenset({"arrest"}),
    "released": frozenset({"release"}),
    "abducted": frozenset({"abduction"}),
    "evacuated": frozenset({"evacuation"}),
    "surrendered": frozenset({"surrender"}),
}
OWNED = frozenset({"destruction", "displacement", "evacuation", "capture", "seizure", "arrest", "surrender", "looting"})
BACKGROUND = frozenset({"siege"})
SELF_TOLD = frozenset({"casualties", "destruction", "displacement", "capture"})
CLAUSE_COST, VERB_COST, LINK_REACH, REACH = 12, 3, 9, 60
Near = list[tuple[int, Event]]


def answer(events: Sequence[Event], context: Context) -> list[tuple[Effect, ...]]:
    """One answer an event, in the order of ``events``."""
    tree = tree_of(context.doc)
    given: list[list[Effect]] = [[] for _ in events]
    by_sentence: dict[int, Near] = {}
    for n, event in enumerate(events):
        by_sentence.setdefault(tree.first[event.trigger.root.i], []).append((n, event))
    chains: dict[int, int] = {}
    for found in find_effects(context.doc, context.annotations.quantities):
        near = by_sentence.get(found.sentence, [])
        owner = owner_of(found, near, tree, chains)
        if owner is None:
            continue
        chains[found.chain] = owner
        for n in (owner, *twins(owner, found, near, tree)):
            given[n].append(found.effect)
    return [tuple(effects) for effects in given]


def casualty_heads(context: Context) -> list[int]:
    """Indices of tokens that tell effects on people or things, in text order, those told in passing left out."""
    found = find_effects(context.doc, context.annotations.quantities)
    return sorted({f.token for f in found if not f.bare})


def owner_of(found: FoundEffect, near: Near, tree: Tree, chains: dict[int, int]) -> int | None:
    """The event of a sentence that an effect belongs to; None where there is none for it."""
    holders = [n for n, event in near if event.trigger.start <= found.token < event.trigger.end]
    if holders or found.bare:
        return holders[0] if holders else None
    ready = ready_for(found, near)
    if not ready:
        return None
    if found.chain in chains and any(n == chains[found.chain] for n, _ in ready):
        return chains[found.chain]
    by_tree = syntactic_owner(found.token, ready, tree)
    if by_tree is not None:
        return by_tree
    cost, nearest = min((distance(found, event, tree), n) for n, event in ready)
    return nearest if cost <= REACH else None


def ready_for(found: FoundEffect, near: Near) -> Near:
    """The events of a sentence that can have an effect of its kind."""
    own = OWN_EVENTS.get(found.effect.kind, frozenset())
    ready = [(n, e) for n, e in near if e.code in own]
    if ready:
        return ready
    violent = [(n, e) for n, e in near if e.code not in PEACEFUL and e.code not in OWNED]
    return [(n, e) for n, e in violent if e.code not in BACKGROUND] or violent


def syntactic_owner(token: int, ready: Near, tree: Tree) -> int | None:
    """The event that the parse makes the cause of an active effect: its subject, or the verb it hangs on."""
    held = {i: n for n, event in ready for i in range(event.trigger.start, event.trigger.end)}
    if tree.tags[token] not in ("VBG", "VBD", "VBZ", "VBP"):
        return None
    subject = tree.child(token, "nsubj")
    if subject is not None:
        inside = [held[i] for i in range(*tree.subtree(subject)) if i in held]
        return held.get(subject, inside[0] if inside else None)
    verbs = [(n, e) for n, e in ready if e.trigger.end <= token and any(tree.tags[i][:2] == "VB" for i in span(e))]
    if tree.tags[token] == "VBG" and verbs:
        return verbs[-1][0]
    above = token
    while tree.heads[above] != above and tree.deps[above] in ("advcl", "conj", "acl", "dep", "prep", "pcomp", "ccomp"):
        above = tree.heads[above]
        if above in held:
            return held[above]
    return None


def distance(found: FoundEffect, event: Event, tree: Tree) -> int:
    """How far an event's words are from an effect's; links and clauses between them count more than words."""
    trigger, mention = event.trigger, found.effect.mention
    start = min(found.token, tree.token_at(mention.start))
    end = max(found.token, tree.token_at(mention.end - 1)) + 1
    first, last = (trigger.end, start) if trigger.start < start else (end, trigger.start)
    cost = 0
    for i in range(first, last):
        word = tree.lower[i]
        cost += 1
        if word in ("while", ";", "said", "but", "although"):
            cost += CLAUSE_COST
        elif word in ("that", "which", "and", "who"):
            cost += VERB_COST
    return cost


def twins(owner: int, found: FoundEffect, near: Near, tree: Tree) -> list[int]:
    """Other events told in one breath with an event ("clashes and air strikes"): they share its effects."""
    joined, changed = {owner}, True
    by_number = dict(near)
    if by_number[owner].code in SELF_TOLD or holds(by_number[owner], found.token):
        return []
    others = {n: e for n, e in near if e.code not in PEACEFUL | SELF_TOLD and not holds(e, found.token)}
    while changed:
        changed = False
        for n, event in others.items():
            if n not in joined and any(linked(tree, event, by_number[m], found) for m in joined):
                joined.add(n)
                changed = True
    return sorted(joined - {owner})


def span(event: Event) -> range:
    """The tokens of an event's words."""
    return range(event.trigger.start, event.trigger.end)


def holds(event: Event, token: int) -> bool:
    """Whether an event's words hold a token."""
    return event.trigger.start <= token < event.trigger.end


def linked(tree: Tree, one: Event, other: Event, found: FoundEffect) -> bool:
    """Whether only nouns and a link, or nothing, stand between two events' words, and no effect."""
    left, right = sorted((one.trigger, other.trigger), key=lambda span: span.start)
    between = range(left.end, right.start)
    if left.end >= right.start:
        return True
    if len(between) > LINK_REACH or found.token in between:
        return False
    apart = any(
        (tree.tags[i].startswith("V") and tree.lower[i - 1] != "-") or tree.lower[i] in ("as", "that", "in", "at", ".")
        for i in between
    )
    return not apart and any(tree.tags[i] in ("CC", ",") for i in between)
