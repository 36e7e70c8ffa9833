"""Whom the words around an event keep from being struck: who tells it of others, who is named by "by" as its doer."""

from __future__ import annotations

from dataclasses import replace

from contested.claims.candidates import VIOLENT
from contested.claims.context import Context, Event
from contested.claims.doer_words import wording
from contested.claims.filler_features import ARMED
from contested.claims.told_doers import named_outside
from contested.claims.who_by_rule import Parts
from contested.model.actor import Participant

SUFFERED = VIOLENT | {"casualties"}
JOINED = frozenset({"conj", "amod", "compound", "nmod"})


def those_hit(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the targets that the words around the event leave."""
    parts = under_fire(parts, event)
    if event.code not in SUFFERED or not parts.targets:
        return parts
    return doers_by(without_teller(parts, event, context), event, context)


def under_fire(parts: Parts, event: Event) -> Parts:
    """The participants; who "came under fire" was fired at."""
    subject = next((kid for kid in event.head.children if kid.dep_ == "nsubj"), None)
    if subject is None or " under " not in f" {event.trigger.text.lower()} " or event.head.tag_[:1] != "V":
        return parts
    low, high = subject.left_edge.idx, subject.right_edge.idx
    hit = tuple(who for who in parts.initiators if low <= who.mention.start <= high)
    doers = tuple(who for who in parts.initiators if who not in hit)
    return replace(parts, initiators=doers, targets=(*hit, *parts.targets)) if hit else parts


def without_teller(parts: Parts, event: Event, context: Context) -> Parts:
    """Who says that others were struck was not: "the army said 12 soldiers had been wounded"."""
    start = event.trigger.start_char
    telling = (a for a in context.attributions if a.cue and any(c.holds(start) for c in a.content))
    words = [m for a in telling for m in a.source if m.end <= start]
    others, speakers = set(named_outside(parts.targets, words)), {m.quote.lower() for m in words}
    kept = (w for w in parts.targets if w in others or (w.kind not in ARMED and w.name.lower() not in speakers))
    return replace(parts, targets=tuple(kept))


def doers_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is said to have "carried out" the raid that killed others did it, and is none of them."""
    by = {who.mention: carried_out_by(who, event, context) for who in parts.targets}
    if not any(by.values()):
        return parts
    doers = tuple(who for who in parts.targets if by[who.mention])
    hit = tuple(who for who in parts.targets if not by[who.mention])
    return replace(parts, targets=hit, initiators=parts.initiators or doers)


def carried_out_by(who: Participant, event: Event, context: Context) -> bool:
    """Whether a party hangs on the "by" of a verb that tells who carries something out."""
    named = [t for t in event.trigger.sent if who.mention.holds(t.idx)]
    above = (named[-1], *named[-1].ancestors) if named and who.mention.end <= event.trigger.start_char else ()
    noun = next((t for t in above if t.dep_ not in JOINED), None)
    if noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "by":
        return False
    verb = noun.head.head.idx
    return verb > 0 and wording().by.match(context.report.text, verb - 1) is not None
