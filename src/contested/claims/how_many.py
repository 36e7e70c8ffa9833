"""How many were killed, hurt, captured, driven out; how much was destroyed?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contested.claims.context import Context, Event
from contested.claims.counts.affected import counts_of
from contested.claims.counts.effect_codes import BODILY, BRINGING, OWN_EVENTS, OWNED, PEACEFUL
from contested.claims.counts.effect_events import KINDS, implied
from contested.claims.counts.effect_shares import share_of, shares_of
from contested.claims.counts.effects import FoundEffect, find_effects
from contested.claims.parties.appositions import apposed
from contested.claims.voices.standing import standing
from contested.claims.voices.tails import before_speaker, tail_tokens, without_tail
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree, tree_of
from contested.model.claim import Effect

BACKGROUND = frozenset({"siege"})
SELF_TOLD = frozenset({"casualties", "destruction", "displacement", "capture"})
CLAUSE_COST, VERB_COST, LINK_REACH, REACH = 12, 3, 9, 60
SELF_COST = 8  # casualties told by words of their own seldom have others
AHEAD_COST = 12  # a participle follows its cause: "… struck, killing three"
BREATH, TELLING = 9, 5
CUSTODY = frozenset({"captured", "abducted", "detained"})
MATERIAL = frozenset({"destroyed", "damaged"})
CLAUSES = frozenset({"while", ";", "said", "but", "although"})
Near = list[tuple[int, Event]]


def answer(events: Sequence[Event], context: Context) -> list[tuple[Effect, ...]]:
    """One answer an event, in the order of ``events``."""
    tree = tree_of(context.doc)
    given: list[list[Effect]] = [[] for _ in events]
    by_sentence: dict[int, Near] = {}
    for n, event in enumerate(events):
        by_sentence.setdefault(tree.first[event.trigger.root.i], []).append((n, event))
    found_all = find_effects(context.doc, context.annotations.quantities)
    for cluster in clusters(found_all, by_sentence, tree):
        near = by_sentence.get(cluster[0].sentence, [])
        for found, owner in zip(cluster, owners_of(cluster, near, tree), strict=True):
            if owner is None:
                continue
            for n in (owner, *twins(owner, found, near, tree)):
                effect = in_custody(found.effect, events[n])
                if not told_already(given[n], effect) and not any(is_twin(e, effect, tree) for e in given[n]):
                    given[n].append(effect)
    counts, tails = counts_of(tree, context.annotations.quantities), tail_tokens(tree, context.attributions)
    for n, event in enumerate(events):
        given[n].extend(e for e in shares_of(event.trigger.start, found_all, tree, counts) if e not in given[n])
        if event.code in KINDS and not any(effect.kind == KINDS[event.code] for effect in given[n]):
            given[n].extend(implied(event, tree, counts))
    said, text = standing(context.doc, context.attributions), context.report.text
    told = [
        [
            without_tail(e, tree, tails)
            for e in effects
            if e.high != 1 or not any(s.holds(e.mention.start) for s, _ in said.closers(e.mention.start, e.mention.end))
        ]
        for effects in given
    ]
    return [
        tuple(before_speaker(e, text, said.closers(e.mention.start, e.mention.end)) for e in effects)
        for effects in told
    ]


def in_custody(effect: Effect, event: Event) -> Effect:
    """The effect as its event calls it: those "seized" in an abduction are abducted."""
    kind = KINDS.get(event.code)
    return replace(effect, kind=kind) if effect.kind in CUSTODY and kind in CUSTODY and kind != effect.kind else effect


def told_already(effects: list[Effect], effect: Effect) -> bool:
    """Whether an event has the same number of the same kind, too large to be told twice by chance."""
    same = (effect.kind, effect.low, effect.high)
    telling = effect.high in (effect.low, None) and (effect.low or 0) >= TELLING
    return telling and any((e.kind, e.low, e.high) == same for e in effects)


def is_twin(told: Effect, effect: Effect, tree: Tree) -> bool:
    """Whether both count the same: one noun counted twice, or somebody and his name ("a commander, Adam Marlow")."""
    if (told.kind, told.low, told.high) != (effect.kind, effect.low, effect.high):
        return False
    if tree.tags[tree.token_at(effect.mention.start)] == "PRP$":
        return told.mention == effect.mention  # "Adam Marlow, his wife and …"
    return told.mention.end == effect.mention.end or (told.high == 1 and apposed(told.mention, effect.mention, tree))


def clusters(found: Sequence[FoundEffect], events: dict[int, Near], tree: Tree) -> list[list[FoundEffect]]:
    """Effects told in one breath, which belong to one event: of one cue, or linked ("killing 3 and injuring 4")."""
    groups: list[list[FoundEffect]] = []
    for effect in found:
        last = groups[-1][-1] if groups else None
        if last is not None and (last.chain == effect.chain or in_one_breath(last, effect, events, tree)):
            groups[-1].append(effect)
        else:
            groups.append([effect])
    return groups


def in_one_breath(last: FoundEffect, effect: FoundEffect, events: dict[int, Near], tree: Tree) -> bool:
    """Whether "and" links two counts of dead and hurt with no event's words between them."""
    if last.sentence != effect.sentence or last.bare or effect.bare or {last.effect.kind, effect.effect.kind} - BODILY:
        return False
    end = max(last.token, tree.token_at(last.effect.mention.end - 1)) + 1
    start = min(effect.token, tree.token_at(effect.effect.mention.start))
    if start <= end:
        return True
    if tree.lower[start - 1] not in ("and", ",", "&") or start - end > BREATH:
        return False
    near = events.get(effect.sentence, ())
    return not CLAUSES.intersection(tree.lower[end:start]) and not any(
        event.trigger.start < start and event.trigger.end > end for _, event in near
    )


def owners_of(cluster: list[FoundEffect], near: Near, tree: Tree) -> list[int | None]:
    """The event that each effect of a cluster belongs to; None where the sentence has none for it."""
    shared: int | None = None
    owners: list[int | None] = []
    for found in cluster:
        holders = [n for n, event in near if holds(event, found.token)]
        if holders or found.bare:
            owners.append(holders[0] if holders else None)
            continue
        ready = ready_for(found, near, tree)
        if shared is None or all(n != shared for n, _ in ready):
            shared = cause_of(cluster, ready, tree)
        owners.append(shared)
    return owners


def cause_of(cluster: list[FoundEffect], ready: Near, tree: Tree) -> int | None:
    """The event that the parse makes the cause of any effect of a cluster, else the nearest to any."""
    if not ready:
        return None
    for found in cluster:
        by_tree = syntactic_owner(found.token, ready, tree)
        if by_tree is not None:
            return by_tree
    cost, nearest = min((distance(found, event, tree), n) for n, event in ready for found in cluster)
    return nearest if cost <= REACH else None


def ready_for(found: FoundEffect, near: Near, tree: Tree) -> Near:
    """The events of a sentence that can have an effect of its kind."""
    own = OWN_EVENTS.get(found.effect.kind, frozenset())
    ready = [(n, e) for n, e in near if e.code in own]
    if ready:
        return ready
    if found.effect.kind in MATERIAL and found.effect.high != 0:
        return [(n, e) for n, e in near if e.code == "casualties"]
    if found.effect.kind == "displaced" and (found.effect.low, found.effect.high) in ((2, None), (1, 1)):
        return []  # "bombed a camp housing displaced people", "hit the car of a fleeing family": displaced before
    general = effect_lexicon().words["general"]
    near = [(n, e) for n, e in near if found.token >= (share_of(e.trigger.start, tree) or 0)]
    violent = [
        (n, e)
        for n, e in near
        if e.code not in PEACEFUL and e.code not in OWNED and tree.lower[e.trigger.end - 1] not in general
    ]
    if not violent and found.effect.kind in BODILY:
        return [(n, e) for n, e in near if e.code in BRINGING and e.trigger.end <= found.token]
    if any(e.code == "casualties" for _, e in violent):  # "killed 9, wounded 14 and kidnapped 3"
        violent = [(n, e) for n, e in violent if e.code != "abduction" or e.trigger.end <= found.token]
    done = [(n, e) for n, e in violent if e.code not in BACKGROUND and not is_vain(e, tree)]
    return done or [(n, e) for n, e in violent if not is_vain(e, tree)]


def is_vain(event: Event, tree: Tree) -> bool:
    """Whether an attack is only foiled or tried, so that the fight that it leads to has the effects."""
    if event.code != "attack":
        return False
    start, words = event.trigger.start, effect_lexicon().words
    before = range(start - 1, max(start - 7, tree.first[start] - 1), -1)
    for i in before:
        if tree.lower[i] in words["foiling"] or (tree.lower[i] in words["trying"] and tree.lower[start - 1] == "to"):
            return True
        if not tree.tags[i].startswith(("NN", "JJ", "DT", "POS", "PRP$", "TO", "HYPH", "VBG", "IN")):
            return False
    return False


def syntactic_owner(token: int, ready: Near, tree: Tree) -> int | None:
    """The event that the parse makes the cause of an active effect: its subject, or the verb it hangs on."""
    held = {i: n for n, event in ready for i in span(event)}
    subject = tree.child(token, "nsubj")
    if subject in held and tree.tags[token][0] == "V":
        return held[subject]  # "a suicide bomber killed four soldiers during clashes"
    within = next((held[k] for p in tree.children(token, "prep", "agent") for k in tree.kids[p] if k in held), None)
    if within is not None and tree.tags[token] != "VBG":
        return within
    if tree.tags[token] not in ("VBG", "VBD", "VBZ", "VBP"):
        return None
    if subject is not None:
        inside = [held[i] for i in range(*tree.subtree(subject)) if i in held]
        return inside[0] if inside else None
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
    cost = SELF_COST if event.code == "casualties" else 0
    cost += AHEAD_COST if trigger.start >= end and tree.tags[found.token] == "VBG" else 0
    for i in range(first, last):
        word = tree.lower[i]
        cost += 1
        if word in CLAUSES:
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
