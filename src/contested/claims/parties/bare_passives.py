"""Passives without their auxiliary, as headlines tell them: "ten soldiers ambushed near A" did not ambush anybody.

A verb that must act on something and has nothing behind it to act on is a passive: its subject is struck.
"""

from __future__ import annotations

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.told_doers import parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.voices.standing import standing
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.claims.words.phrases import headline_end
from contested.claims.words.surroundings import load_nouns

PAST = frozenset({"VBD", "VBN"})
HELPERS = frozenset({"aux", "auxpass"})
OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "ccomp", "xcomp", "prt"})
OPENING = ("DT", "NN", "JJ", "CD", "PRP", "WP", "POS", "$")  # tags that begin an object right behind a verb
SHORT = 14  # tokens
WITHIN = frozenset({"in", "by", "during"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CODES = VIOLENT | {"arrest", "capture", "abduction", "execution", "casualties", "interception", "destruction"}


def acts_on(kid: Token, verb: Token) -> bool:
    """Whether a child of a verb is what it acts on."""
    return kid.dep_ in OBJECTS and kid.i > verb.i


def struck_in_headlines(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the subject of a bare passive among those struck, not among the doers."""
    verb = event.head
    if event.code not in CODES:
        return parts
    if verb.tag_[:2] == "NN" and verb.dep_ == "pobj" and verb.head.lower_ in WITHIN:
        verb = verb.head.head  # "rebels hit in an ambush"
    subject = bare_subject(verb) if is_short(verb, context) else None
    if subject is None:
        return parts
    low, high = subject.left_edge.idx, min(subject.right_edge.idx, verb.idx)
    if any(who.mention.start > high for who in parts.targets):
        return parts  # it acts on them
    told = standing(context.doc, context.attributions)
    doers = (w for w in parts.initiators if not any(m.end <= low for _, m in told.naming(w.mention.start)))
    parts = parts.but(initiators=tuple(doers))
    moved = tuple(who for who in parts.initiators if low <= who.mention.start <= high)
    last = high + len(subject.right_edge)
    inside = (who for who in parties_in([subject], context) if low <= who.mention.start and who.mention.end <= last)
    named = moved or tuple(inside)
    known = {who.mention for who in parts.targets}
    struck = tuple(who for who in named if who.mention not in known)
    return parts.but(
        initiators=tuple(who for who in parts.initiators if who not in moved),
        targets=(*struck, *parts.targets),
    )


def is_short(verb: Token, context: Context) -> bool:
    """Whether a headline or a sentence as short as one tells it; elsewhere objects stand far behind their verbs."""
    return verb.idx < headline_end(context.report.text) or len(verb.sent) <= SHORT


def bare_subject(verb: Token) -> Token | None:
    """The noun that a bare passive tells to be struck; None where the verb is none."""
    always, armed = wording().acting_on, wording().acting
    low = verb.lower_
    if verb.tag_ not in PAST or (low not in always and low not in armed):
        return None
    if verb.dep_ == "relcl" or any(acts_on(kid, verb) or kid.dep_ in HELPERS for kid in kids(verb)):
        return None
    behind = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if behind is not None and behind.sent == verb.sent and behind.tag_.startswith(OPENING) and behind.head.i == verb.i:
        return None
    if behind is not None and behind.tag_ in ("DT", "CC"):
        return None
    if verb.dep_ == "acl":
        subject = verb.head if verb.head.i < verb.i else None
    else:
        subject = next((kid for kid in kids(verb) if kid.dep_ in SUBJECTS and kid.i < verb.i), None)
    if subject is None or subject.tag_[:2] != "NN":
        return None
    doers = load_nouns()["armed"]
    inner = {subject.lower_, *(kid.lower_ for prep in kids(subject) for kid in kids(prep))}
    return subject if low in always or inner.isdisjoint(doers) else None
