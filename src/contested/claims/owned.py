"""Whose "its fighters" are: those of who tells of them, else of who the clause before them is about."""

from __future__ import annotations

import re
from dataclasses import replace

from contested.claims.context import Context
from contested.claims.surroundings import load_nouns
from contested.claims.who_by_rule import Parts
from contested.model.actor import Participant

OWNING = re.compile(r"\b(?:its|their)\s+(?:own\s+)?\Z", re.IGNORECASE)
BACK = 16  # characters before a name in which its "its own" stands
OWNERS = frozenset({"party", "official", "unnamed"})  # kinds of speaker that may have armed men
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def owned(parts: Parts, context: Context) -> Parts:
    """The participants, those whom a pronoun makes somebody's named with whose they are."""
    return parts.each(lambda who: of_owner(who, context))


def of_owner(who: Participant, context: Context) -> Participant:
    """The armed men of a pronoun under their owner's name ("Al-Nusra militants" for "its militants")."""
    start = who.mention.start
    armed = who.actor is None and who.name.lower().split()[-1] in load_nouns()["armed"]
    if not armed or OWNING.search(context.report.text, max(0, start - BACK), start) is None:
        return who
    owner = teller_of(start, context) or subject_before(start, context)
    if owner is None:
        return who
    name, actor = owner
    return replace(who, name=f"{name} {who.name}", actor=actor)


def teller_of(start: int, context: Context) -> tuple[str, str | None] | None:
    """The party that tells what stands at an offset, right before it: "X said its fighters"."""
    told = [a for a in context.attributions if any(c.holds(start) for c in a.content)]
    told = [a for a in told if a.name is not None and a.source and a.cue and a.cue[0].start < start]
    teller = min(told, key=lambda a: start - a.cue[0].start, default=None)
    if (
        teller is None
        or teller.name is None
        or teller.kind not in OWNERS
        or (not teller.actor and teller.kind != "party")
    ):
        return None
    return teller.name, teller.actor


def subject_before(start: int, context: Context) -> tuple[str, str | None] | None:
    """The party that is the last subject before an offset in its sentence: "X lost nine of its fighters"."""
    span = context.doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None:
        return None
    sentence = context.doc[span[0].sent.start : span[0].i]
    for token in reversed(sentence):
        if token.dep_ in SUBJECTS:
            named = (a for a in context.annotations.actors if a.mention.holds(token.idx))
            party = next((a for a in named if a.actor is not None), None)
            if party is not None:
                return party.name, party.actor
    return None
