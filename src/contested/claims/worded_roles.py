"""Who did it to whom where a wording of its own tells: "killed by X fire", "used villagers as shields"."""

from __future__ import annotations

from dataclasses import replace

from contested.claims.by_and_from import party_of
from contested.claims.candidates import VIOLENT
from contested.claims.context import Context, Event
from contested.claims.doer_words import wording
from contested.claims.filler_features import ARMED
from contested.claims.not_doers import words_of
from contested.claims.surroundings import load_nouns
from contested.claims.told_doers import is_initials, is_weapon, named_outside, of_token, parties_in
from contested.claims.unknown_doers import agents_of, phrase_of
from contested.claims.who_by_rule import Parts

SUFFERED = VIOLENT | {"casualties"}
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SHIELDS = frozenset({"shield", "shields"})
TAKEN = frozenset({"seizure", "destruction"})
CHARGES = frozenset({"accusation", "denial", "demand", "threat"})


def worded_roles(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with those whom such a wording names, and without those whom it excludes."""
    parts = shielded_by(suspected_doer(parts, event, context), event, context)
    parts = not_by_teller(fired_by(parts, event, context), event)
    return without_described(whose_charge(parts, event, context), event)


def fired_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Whose fire it was, where nobody else is told to have done it: "was killed by X fire", "gunfire by X"."""
    if parts.initiators or event.code not in SUFFERED:
        return parts
    fire = [noun for noun in agents_of(event.head) if noun.lower_ in load_nouns()["means"]]
    before = [kid for noun in fire for kid in noun.children if kid.dep_ in ("compound", "amod", "poss")]
    doers = tuple(who for who in parties_in(before, context) if who.kind in ARMED and not is_weapon(who))
    doers = doers or tuple(of_token(kid) for kid in before if is_initials(kid))
    return replace(parts, initiators=doers[:1])


def suspected_doer(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is suspected to be somebody did it himself, and does not strike them: "men suspected to be rebels killed"."""
    verb, above = event.head, event.head.head
    told = verb.dep_ == "ccomp" and above.tag_ == "VBN" and wording().supposing.match(above.lower_) is not None
    if event.code not in SUFFERED or not told or any(kid.dep_ in (*SUBJECTS, "auxpass") for kid in verb.children):
        return parts
    being = [kid for kid in above.children if kid.dep_ == "xcomp" and kid.i < verb.i]
    nouns = [kid for kid in above.children if kid.dep_ in SUBJECTS]
    if not being or not nouns or any(kid.dep_ == "auxpass" for kid in above.children):
        return parts
    hit = named_outside(parts.targets, [words_of(kid) for kid in (*being, *nouns)])
    return replace(parts, initiators=tuple(phrase_of(noun, context) for noun in nouns), targets=hit)


def shielded_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who uses others, or a building, as a human shield: "the rebels used villagers as human shields"."""
    noun = next((token for token in event.trigger if token.lower_ in SHIELDS), None)
    if event.code != "abduction" or noun is None or noun.dep_ != "pobj" or noun.head.lower_ != "as":
        return parts
    verb = noun.head.head
    verb = verb.head if verb.tag_[:1] == "N" and verb.dep_ == "dobj" else verb
    passive = any(kid.dep_ == "auxpass" for kid in verb.children)
    users = [*agents_of(verb)] if passive else [kid for kid in verb.children if kid.dep_ == "nsubj"]
    used = [kid for kid in verb.children if kid.dep_ == ("nsubjpass" if passive else "dobj")]
    doers = tuple(phrase_of(one, context) for one in users if one.tag_[:1] == "N")
    known = {who.mention for who in (*parts.targets, *doers)}
    hit = [phrase_of(one, context) for noun in used for one in (noun, *noun.conjuncts) if one.tag_[:1] == "N"]
    more = tuple(who for who in hit if not any(who.mention.overlaps(m) for m in known))
    return replace(parts, initiators=parts.initiators or doers, targets=(*parts.targets, *more))


def not_by_teller(parts: Parts, event: Event) -> Parts:
    """Who only tells of what was taken or destroyed did not do it: "the army said nine tanks were destroyed"."""
    verb = event.head
    while verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ == "VBN":
        verb = verb.head
    passive = any(kid.dep_ == "nsubjpass" for kid in verb.children) and not any(True for _ in agents_of(event.head))
    if event.code not in TAKEN or verb.dep_ != "ccomp" or not passive:
        return parts
    tellers = [words_of(kid) for kid in verb.head.children if kid.dep_ == "nsubj"]
    return replace(parts, initiators=named_outside(parts.initiators, tellers))


def whose_charge(parts: Parts, event: Event, context: Context) -> Parts:
    """Whose accusations they are, also who is known as a place only: "Norwick's allegations"."""
    if parts.initiators or event.code not in CHARGES or event.head.tag_[:1] != "N":
        return parts
    owners = [kid for kid in event.head.children if kid.dep_ == "poss" and kid.tag_[:3] == "NNP"]
    return replace(parts, initiators=tuple(party_of(kid, context) for kid in owners))


def without_described(parts: Parts, event: Event) -> Parts:
    """What is only told about the doer is not struck: "the raiders, who came on motorcycles, burned houses"."""
    verb = event.head
    if event.code not in SUFFERED | TAKEN or verb.tag_[:1] != "V" or not parts.targets:
        return parts
    nouns = [kid for kid in verb.children if kid.dep_ == "nsubj"]
    nouns += [verb.head] if verb.dep_ == "acl" and verb.i > verb.head.i else []
    told = [kid for noun in nouns for kid in noun.children if kid.dep_ == "relcl" and kid.right_edge.i < verb.i]
    return replace(parts, targets=named_outside(parts.targets, [words_of(kid) for kid in told]))
