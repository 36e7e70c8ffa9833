"""Doers that only grammar tells: whoever is named by a plain noun behind "by", or has armed a weapon that strikes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import EXPLOSIVE, SUFFERED
from contested.claims.parties.naming import unknown_at
from contested.claims.parties.told_doers import is_weapon, named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.kin import kids
from contested.claims.words.struck import load_struck
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant
from contested.model.at import holding
from contested.model.mention import Mention

DEEDS = ("strikes", "attacks", "raids", "bombings", "blasts", "explosions", "clashes", "shots", "rounds", "bullets")


def unknown_doers(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the doers that grammar alone tells, where nobody else is told to be one."""
    if event.code not in SUFFERED:
        return parts
    parts = by_voice(parts, event)
    laid = [noun for noun in armers(event) if event.code in {*EXPLOSIVE, "attack", "casualties"}]
    armed = tuple(phrase_of(noun, context) for noun in laid if may_be_people(noun, context))
    if armed:
        hit = named_outside(parts.targets, [who.mention for who in armed])
        return parts.but(targets=hit, initiators=parts.initiators or armed)
    if parts.initiators:
        return parts
    nouns = [
        noun for noun in (*agents_of(event.head), *killers(event), *subject_of(event)) if may_be_people(noun, context)
    ]
    doers = [phrase_of(noun, context) for noun in nouns]
    hit_names = [who.mention for who in parts.targets]
    doers = [who for who in doers if not is_weapon(who) and not any(who.mention.overlaps(m) for m in hit_names)]
    return parts.but(initiators=tuple(doers)) if doers else parts


def by_voice(parts: Parts, event: Event) -> Parts:
    """The participants; a verb's subject acts in the active voice and is struck in the passive."""
    verb = event.head
    if verb.tag_[:1] != "V":
        return parts
    passive = any(kid.dep_ == "auxpass" for kid in kids(verb))
    struck = [Mention(kid.idx, kid.idx + len(kid), "") for kid in kids(verb) if kid.dep_ == "nsubjpass" and passive]
    hit = tuple(who for who in parts.initiators if any(who.mention.covers(word) for word in struck))
    if hit:
        doers = named_outside(parts.initiators, [who.mention for who in hit])
        return parts.but(initiators=doers, targets=(*hit, *parts.targets))
    acts = any(kid.dep_ == "dobj" for kid in kids(verb)) and verb.lower_ in deed_words()["always"]
    subjects = [Mention(kid.idx, kid.idx + len(kid), "") for kid in kids(verb) if kid.dep_ == "nsubj" and acts]
    doers = tuple(who for who in parts.targets if any(who.mention.covers(word) for word in subjects))
    if not doers:
        return parts
    hit = named_outside(parts.targets, [who.mention for who in doers])
    return parts.but(targets=hit, initiators=parts.initiators or doers)


def armers(event: Event) -> Iterator[Token]:
    """Who planted or fired the weapon that an event is about: "a mine planted by X", "a missile fired by X hit Y"."""
    verb = event.head
    nouns = [verb, *(kid for kid in kids(verb) if kid.dep_ in ("dobj", "nsubj"))]
    nouns += [noun for by in kids(verb) if by.dep_ in ("agent", "prep") for noun in kids(by)]
    for noun in nouns:
        for arming in kids(noun):
            if arming.dep_ == "acl" and arming.lower_ in deed_words()["arming"] and noun.tag_[:1] == "N":
                yield from agents_of(arming)


def agents_of(verb: Token) -> Iterator[Token]:
    """The nouns behind the "by" of a passive."""
    for by in kids(verb):
        if by.dep_ == "agent" and by.lower_ == "by":
            yield from (noun for noun in kids(by) if noun.dep_ == "pobj")


def killers(event: Event) -> Iterator[Token]:
    """Who killed those whose bodies are told of: "the bodies of 87 people killed by raiders"."""
    ofs = [kid for kid in kids(event.head) if kid.lower_ == "of" and event.code == "casualties"]
    for dead in (noun for of in ofs for noun in kids(of)):
        for verb in kids(dead):
            if verb.dep_ == "acl" and verb.lower_ in deed_words()["killing"]:
                yield from agents_of(verb)


def subject_of(event: Event) -> Iterator[Token]:
    """The subject of a verb that always acts on something, in the active voice: "the occupiers shelled the town"."""
    verb = event.head
    told = (verb.lower_ in wording().acting_on or verb.lower_ in wording().acting) and verb.lower_ not in deed_words()[
        "of_things"
    ]
    acted = any(kid.dep_ in ("auxpass", "nsubjpass", "agent", "neg") for kid in kids(verb))
    on = any(kid.dep_ in ("dobj", "npadvmod") and kid.i > verb.i for kid in kids(verb))
    if verb.lower_ in deed_words()["killing"] and on and not acted:  # several, since a storm or a mine kills, too
        names = (kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.i < verb.i)
        armed = load_nouns()["armed"]
        yield from (kid for kid in names if kid.tag_ in ("NNS", "NNPS") or kid.lower_ in armed)
    if told and on and not acted and verb.tag_ in ("VBD", "VBN", "VBP", "VBZ"):
        yield from (kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.i < verb.i)


def may_be_people(noun: Token, context: Context) -> bool:
    """Whether a noun may stand for people who act: no deed, weapon, thing or place."""
    nouns, low = load_nouns(), noun.lower_
    other = low in nouns["abstract"] or low in nouns["means"] or low in nouns["vehicles"] or low in load_struck()
    placed = any(holding(context.annotations.places, noun.idx))
    timed = any(holding(context.annotations.times, noun.idx))
    other = other or low.endswith(DEEDS)
    people = noun.tag_ in ("NNS", "NNPS", "NNP") or any(low in nouns[name] for name in ("armed", "people", "person"))
    return people and not (other or placed or timed or low in wording().weapons)


def phrase_of(noun: Token, context: Context) -> Participant:
    """The party of a noun, under its phrase where nobody knows it."""
    return next(parties_in([noun], context), None) or unknown_at(tree_of(context.doc), noun.i)
