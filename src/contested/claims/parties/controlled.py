"""Who does what a verb without a subject of its own tells, by the clause above it: "troops stopped the rebels from
taking the hill", "able to flee", "having captured the hill, rebels withdrew"; and whom another clause's "by" leads to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.plain_subjects import ACTED, acts
from contested.claims.parties.told_doers import is_weapon, named_outside
from contested.claims.parties.unknown_doers import agents_of, phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words
from contested.claims.words.kin import kids
from contested.claims.words.shared_subjects import SUBJECTS, subjects_above
from contested.claims.words.speech import stem

CODES = ACTED | frozenset("withdrawal deployment surrender protest".split())
PARTICIPLES = frozenset({"advcl", "acl", "relcl"})


def controlled(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants without those of another clause's "by"; with who is kept from it or shares the clause above."""
    verb = event.head
    apart = [phrase_of(noun, context).mention for noun in of_other_clauses(event)]
    beyond = [phrase_of(noun, context).mention for noun in around_passive(event)]
    parts = parts.but(
        initiators=named_outside(parts.initiators, [*apart, *beyond]), targets=named_outside(parts.targets, apart)
    )
    if verb.tag_[:1] != "V" or event.code not in CODES:
        return parts
    kept = [phrase_of(noun, context) for noun in kept_from(event) if acts(noun, context)]
    if kept:
        return parts.but(initiators=tuple(kept), targets=named_outside(parts.targets, [who.mention for who in kept]))
    if any(kid.dep_ in SUBJECTS for kid in kids(verb)):
        return parts
    nouns = [noun for noun in subjects_above(verb) if acts(noun, context)]
    above = [phrase_of(noun, context) for noun in nouns]
    joined = any(noun.dep_ == "conj" for noun in nouns[1:])
    if joined and any(who.mention.overlaps(one.mention) for who in parts.initiators for one in above):
        others = named_outside(parts.initiators, [one.mention for one in above])
        return parts.but(initiators=(*above, *others))  # "Norland and Tarland agreed to withdraw"
    known = [who.mention for who in (*parts.targets, *parts.initiators)]
    those = tuple(who for who in above if not is_weapon(who) and not any(who.mention.overlaps(m) for m in known))
    if any(kid.dep_ == "auxpass" for kid in kids(verb)):
        return parts if parts.targets else parts.but(targets=those)  # "shot at troops before being killed"
    return parts if parts.initiators else parts.but(initiators=those)


def of_other_clauses(event: Event) -> Iterator[Token]:
    """Who acts in a clause about what a passive strikes: "captured by rebels", "which rebels captured"."""
    verb = event.head
    subjects = [kid for kid in kids(verb) if kid.dep_ == "nsubjpass"]
    if verb.tag_ not in ("VBN", "VBD") or not subjects:
        return
    beside = [kid for token in (verb, *subjects) for kid in kids(token) if kid.dep_ in PARTICIPLES]
    noted = [note for subject in subjects for note in kids(subject) if note.dep_ == "appos"]
    beside += [kid for note in noted for kid in kids(note) if kid.dep_ == "conj" and kid.tag_ == "VBN"]
    for clause in beside:
        yield from agents_of(clause)
        if clause.dep_ == "relcl":
            yield from (kid for kid in kids(clause) if kid.dep_ == "nsubj" and kid.tag_[:2] == "NN")


def around_passive(event: Event) -> Iterator[Token]:
    """Whom a passive only hangs on or carries: "rebels in the town, which fell", "a bus carrying men was hit"."""
    verb = event.head
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubjpass"), None)
    if subject is None or any(True for _ in agents_of(verb)):
        return
    if verb.dep_ == "relcl" and subject.tag_ == "WDT":
        yield from (token for token in verb.head.ancestors if token.tag_[:2] == "NN" and token.i < verb.head.i)
    for clause in (kid for kid in kids(subject) if kid.dep_ == "acl" and kid.tag_ == "VBG"):
        yield from (kid for kid in kids(clause) if kid.dep_ == "dobj")


@cache
def preventing() -> frozenset[str]:
    """The stems of the verbs of keeping somebody from a deed."""
    return frozenset(map(stem, deed_words()["preventing"]))


def kept_from(event: Event) -> Iterator[Token]:
    """Who is kept from doing it: "prevented the rebels from taking the hill"; not where keeping them is the event."""
    verb, above = event.head, event.head.head.head
    if above.i >= event.trigger.start and verb.dep_ == "pcomp":
        return
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from" and stem(above.lower_) in preventing():
        yield from (kid for kid in kids(above) if kid.dep_ in ("dobj", "nsubjpass"))
