"""Who shares a deed, or only seems to: by verbs joined by "and", "between X and Y", charges that two trade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED, VIOLENT
from contested.claims.parties.by_and_from import behind, list_of
from contested.claims.parties.not_doers import surely_people, words_of
from contested.claims.parties.told_doers import SPEAKING, also_by, is_weapon, named_outside, of_token, parties_in
from contested.claims.parties.unknown_doers import agents_of, may_be_people, phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.claims.words.struck import load_struck
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import tree_of
from contested.claims.words.vocabulary import words
from contested.model.actor import Participant

OWN = SUFFERED | {"release", "abduction", "looting", "destruction", "seizure"}
ITSELF = frozenset({"it", "they", "he", "she"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
ABOUT = frozenset({"over", "about", "of", "on"})
AIMED = frozenset({"on", "of", "against", "at"})
JOINED = re.compile(r"\s+and\s+(?:the\s+)?", re.IGNORECASE)
UP = frozenset({"pobj", "agent", "prep", "acl", "compound", "amod"})


def joined_roles(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with those who share the deed, and without those of a deed joined to it."""
    parts = noun_agent(armed_subject(parts, event, context), event, context)
    parts = own_object(without_teller_above(parts, event), event)
    parts = between_both(shared_agent(parts, event, context), event, context)
    parts = struck_list(listed_names(parts, event, context), event, context)
    return charged_denier(traded(used_by(parts, event, context), event, context), event, context)


def own_object(parts: Parts, event: Event) -> Parts:
    """What another verb before it acts on is not its object: "men ambushed guards and freed an inmate"."""
    verb = event.head
    before = verb.head
    if event.code not in OWN or verb.dep_ != "conj" or before.tag_[:1] != "V" or before.i > verb.i:
        return parts
    own = [kid for kid in kids(verb) if kid.dep_ == "dobj" and kid.tag_[:2] == "NN"]
    own = [kid for kid in own if not any(k.tag_ == "PRP$" for k in kids(kid))]  # "killed nine and foiled their raid"
    if not own:
        return parts
    other = [words_of(kid) for kid in kids(before) if kid.dep_ == "dobj" and kid.right_edge.i < verb.i]
    kept = named_outside(parts.targets, other)
    return parts.but(targets=kept)


def without_teller_above(parts: Parts, event: Event) -> Parts:
    """Who tells in what way somebody was killed did not do it: "the army said a man was killed by a mine"."""
    token = event.head
    if event.code not in SUFFERED:
        return parts
    while token.dep_ in UP and token.head.i < token.i:
        token = token.head
    if token == event.head or token.dep_ != "ccomp":
        return parts
    passive = any(kid.dep_ == "nsubjpass" for kid in kids(token))
    by = token.tag_[:1] == "V" and any(True for _ in agents_of(token))
    if not (passive and by):
        return parts
    tellers = [words_of(kid) for kid in kids(token.head) if kid.dep_ == "nsubj"]
    return parts.but(initiators=named_outside(parts.initiators, tellers))


def shared_agent(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is named by "by" behind the last of two joined passives did both: "one was killed, two hurt by gunmen"."""
    verb = event.head
    if parts.initiators or event.code not in OWN | {"arrest", "capture", "territory_gained"} or verb.tag_ != "VBN":
        return parts
    last = [kid for kid in kids(verb) if kid.dep_ == "conj" and kid.i > verb.i]
    last = [kid for kid in last if not any(k.dep_ == "auxpass" for k in kids(kid))]  # "arrested and was killed by"
    last += [acl for kid in last for acl in kids(kid) if acl.dep_ == "acl"]  # "and two hurt by gunmen"
    nouns = [
        noun for kid in last if kid.tag_ in ("VBN", "VBD") for noun in agents_of(kid) if may_be_people(noun, context)
    ]
    doers = [phrase_of(noun, context) for noun in nouns]
    return parts.but(initiators=tuple(who for who in doers if not is_weapon(who)))


def noun_agent(parts: Parts, event: Event, context: Context) -> Parts:
    """Whose a deed told as a noun is by the words behind it: "an attempt on X by Y", "repelled nine raids of X"."""
    noun = event.head
    if parts.initiators or event.code not in SUFFERED or noun.tag_[:2] != "NN":
        return parts
    top = noun.head if noun.dep_ == "compound" and noun.head.i > noun.i else noun
    aimed = [one for prep in kids(top) if prep.lower_ in AIMED and prep.i > top.i for one in kids(prep)]
    above = [top.head] if top.dep_ == "dobj" and top.head.tag_ != "VBN" else []  # "condemned the killing of X by Y"
    nouns = [one for token in (top, *aimed, *above) for one in behind(token, ("by",)) if surely_people(one, context)]
    nouns = [one for one in nouns if one.i > top.i]
    if top.dep_ == "dobj" and wording().repelled.match(top.head.lower_):
        nouns += [one for one in behind(top, ("of",)) if one.lower_ in load_nouns()["armed"]]
    doers = [phrase_of(one, context) for one in nouns]
    doers = [who for who in doers if not is_weapon(who)]
    return parts.but(initiators=tuple(doers), targets=named_outside(parts.targets, [w.mention for w in doers]))


def armed_subject(parts: Parts, event: Event, context: Context) -> Parts:
    """A plain noun for armed people that is the subject of the deed: "the aggressor launched six assaults"."""
    head = event.head
    light = head.dep_ == "dobj" and head.head.lower_ in words("light")
    verb = head.head if head.tag_[:2] == "NN" and light else head
    passive = any(kid.dep_ in ("auxpass", "neg") for kid in kids(verb))
    if parts.initiators or event.code not in VIOLENT or verb.tag_[:1] != "V" or passive:
        return parts
    if verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ and not any(k.dep_ in SUBJECTS for k in kids(verb)):
        verb = verb.head
    acting = any(kid.dep_ == "dobj" for kid in kids(verb))
    subjects = [kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.lower_ in load_nouns()["armed"] and acting]
    doers = [who for who in (phrase_of(kid, context) for kid in subjects) if not is_weapon(who)]
    known = [who.mention for who in parts.targets]
    return parts.but(initiators=tuple(w for w in doers if not any(w.mention.overlaps(m) for m in known)))


def between_both(parts: Parts, event: Event, context: Context) -> Parts:
    """Both between whom others fight do it, also one that nobody knows: "fighting between A and B clans"."""
    if event.code != "armed_clash" or len(parts.initiators) != 1:
        return parts
    preps = [kid for kid in kids(event.head) if kid.lower_ == "between"]
    nouns = [one for prep in preps for kid in kids(prep) if kid.dep_ == "pobj" for one in list_of(kid)]
    both = [phrase_of(noun, context) for noun in dict.fromkeys(nouns) if noun.tag_[:1] == "N"]
    both += [of_token(kid) for noun in nouns for kid in kids(noun) if is_peoples_word(kid)]
    known = parts.initiators[0].mention
    if not any(who.mention.overlaps(known) for who in both):
        return parts
    more = [who for who in both if not who.mention.overlaps(known)]
    return also_by(parts, more)


def is_peoples_word(word: Token) -> bool:
    """Whether a word shares the noun behind it with another such word: the first of "Norland and Tarland guards"."""
    joined = any(kid.dep_ == "conj" and kid.text[:1].isupper() for kid in kids(word))
    return word.dep_ == "amod" and word.text[:1].isupper() and joined


def listed_names(parts: Parts, event: Event, context: Context) -> Parts:
    """All names of a list do what one of them does, also those that nobody knows: "the X and the Y cartel fought"."""
    verb = event.head
    if event.code not in VIOLENT or verb.tag_[:1] != "V" or not parts.initiators:
        return parts
    subjects = [kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.i < verb.i]
    names = [one for kid in subjects for one in (kid, *kid.conjuncts) if one.tag_[:3] == "NNP" and one.i < verb.i]
    those = [phrase_of(one, context) for one in names if may_be_people(one, context)]
    known = [who.mention for who in (*parts.initiators, *parts.targets)]
    more = [who for who in those if not any(who.mention.overlaps(m) for m in known)]
    if not any(one.idx == w.mention.start or w.mention.holds(one.idx) for one in names for w in parts.initiators):
        return parts
    return also_by(parts, more)


def struck_list(parts: Parts, event: Event, context: Context) -> Parts:
    """All things of a list are struck that the first is: "a shell hit a school, a bus and three houses"."""
    verb = event.head if event.head.tag_[:1] == "V" else event.head.head
    first = [kid for kid in kids(verb) if kid.dep_ == "dobj" and kid.i > verb.i]
    if event.code not in VIOLENT or not any(w.mention.holds(kid.idx) for kid in first for w in parts.targets):
        return parts
    last = [kid for kid in kids(verb) if kid.dep_ == "npadvmod" and kid.i > first[0].i and kid.tag_[:2] == "NN"]
    nouns = [
        one for kid in (*first, *last) for one in list_of(kid) if load_struck().get(one.lower_) in ("built", "gear")
    ]
    said = [one for one in dict.fromkeys(nouns) if not any(token.lower_ == "not" for token in before(one))]
    more = [phrase_of(one, context) for one in said]
    known = [who.mention for who in (*parts.initiators, *parts.targets)]
    more = [who for who in more if not any(who.mention.overlaps(m) for m in known)]
    hit = sorted((*parts.targets, *more), key=lambda who: who.mention.start)
    return parts.but(targets=tuple(hit)) if more else parts


def before(noun: Token) -> Iterator[Token]:
    """The words of a noun's phrase before it and the word before that: "not military sites"."""
    yield from noun.doc[max(0, noun.left_edge.i - 1) : noun.i]


def used_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who uses aircraft or guns does what they do: "the regime used jets and artillery against the town"."""
    tree = tree_of(context.doc)
    for who in parts.initiators if event.code in VIOLENT else ():
        token = context.doc[tree.head_of(*tree.interval(who.mention))]
        while token.dep_ == "conj":
            token = token.head
        if token.dep_ == "dobj" and token.head.lower_ in wording().using:
            users = [*parties_in((kid for kid in kids(token.head) if kid.dep_ == "nsubj"), context)]
            others = tuple(one for one in parts.initiators if one != who and one not in users)
            return parts.but(initiators=(*users[:1], *others)) if users else parts
    return parts


def traded(parts: Parts, event: Event, context: Context) -> Parts:
    """Both of two do what they trade, and neither did what it is about: "A and B traded accusations over a raid"."""
    noun = event.head
    about = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ABOUT else None
    if event.code in SUFFERED and about is not None and is_traded(about):
        both = [words_of(one) for one in two_subjects(about)]
        return parts.but(initiators=named_outside(parts.initiators, both))
    if event.code not in SPEAKING | {"armed_clash"}:
        return parts
    doers = tuple(parties_in(two_subjects(noun), context)) if is_traded(noun) else pair_before(event, context)
    if not doers[1:]:
        return parts
    return parts.but(initiators=doers, targets=named_outside(parts.targets, [who.mention for who in doers]))


def is_traded(noun: Token) -> bool:
    """Whether a noun is what two give each other."""
    return noun.dep_ == "dobj" and noun.head.lower_.startswith(wording().trading)


def pair_before(event: Event, context: Context) -> tuple[Participant, ...]:
    """The two parties that stand before a verb of trading, however the sentence was parsed."""
    start, text = event.trigger.start_char, context.report.text
    if not event.trigger.text.lower().startswith(wording().trading):
        return ()
    first, last = event.sentence.start_char, start
    those = [a for a in context.annotations.actors if first <= a.mention.start and a.mention.end <= last][-2:]
    joined = len(those) > 1 and JOINED.fullmatch(text[those[0].mention.end : those[1].mention.start])
    return tuple(a.participant() for a in those) if joined and not text[those[1].mention.end : start].strip() else ()


def two_subjects(noun: Token) -> Iterator[Token]:
    """The two or more subjects of the verb that has a noun for its object."""
    for kid in kids(noun.head):
        if kid.dep_ == "nsubj" and any(kid.conjuncts):
            yield from (kid, *kid.conjuncts)


def charged_denier(parts: Parts, event: Event, context: Context) -> Parts:
    """Who denies that he does something is the accused: "Norland rejected accusations that it arms the rebels"."""
    verb = event.head.head
    denied = event.head.dep_ == "dobj" and verb.lower_.startswith(wording().denying)
    clauses = [kid for kid in kids(event.head) if kid.dep_ in ("acl", "ccomp", "relcl") and kid.i > event.head.i]
    own = any(kid.dep_ in SUBJECTS and kid.lower_ in ITSELF for clause in clauses for kid in kids(clause))
    if event.code != "accusation" or not denied or not own:
        return parts
    deniers = tuple(parties_in((kid for kid in kids(verb) if kid.dep_ == "nsubj"), context))
    return parts.but(targets=deniers[:1]) if deniers else parts
