"""Whom the words around an event tie to something else: who is helped by it, acts after it, is asked for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED
from contested.claims.parties.by_and_from import behind, list_of, party_of
from contested.claims.parties.not_doers import words_of
from contested.claims.parties.told_doers import named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.kin import kids
from contested.claims.words.speech import speech
from contested.model.actor import Participant
from contested.model.mention import Mention

HELPING = ("support", "back", "assist", "help", "aid", "reinforc", "cover")
DATELINE = re.compile(r"(?:, [A-Z]\w+)?\s*(?:\([A-Z][\w ./]+\)\s*)?(?:—|–|--|_)\s?[A-Z]")
TOWN = re.compile(r"(?:\A|\s)[A-Z][A-Z -]+,\s\Z")
BEFORE = frozenset({"after", "following", "amid", "despite"})
MEANS = frozenset({"with", "through", "by", "via", "using"})
CODES = SUFFERED | {"execution", "abduction", "arrest", "capture"}
NEAR = 40  # characters behind a dateline's country in which it is told to act
FAR = 4  # steps from an event up to the verb that it is the means of


def other_clauses(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants without those whom the sentence ties to something else; of whom a noun demands something."""
    parts = parts.but(initiators=tuple(without_datelines(parts, context)))
    if event.code == "demand" and not parts.targets:
        return asked(parts, event, context)
    parts = parts.but(initiators=named_outside(parts.initiators, of_before(event.head)))
    if event.code not in CODES:
        return parts
    tellers = [*of_tellers(event.head)]
    parts = parts.but(initiators=named_outside(parts.initiators, tellers))
    return parts.but(targets=named_outside(parts.targets, [*helped(event.head), *acting_next(event.head)]))


def of_before(verb: Token) -> Iterator[Mention]:
    """Who is only named in what came before somebody else acts: "after clashes with the army, rebels withdrew"."""
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.tag_[:2] == "NN"), None)
    if verb.tag_[:1] == "V" and subject is not None:
        yield from (words_of(kid) for kid in kids(verb) if kid.lower_ in BEFORE and kid.i < subject.i)


def without_datelines(parts: Parts, context: Context) -> Iterator[Participant]:
    """The doers without those whom only a dateline names; where it names one who acts behind it, there."""
    for who in parts.initiators:
        if not leads(who.mention, context):
            yield who
        elif who.actor is not None and who.mention.quote.istitle():
            behind_it = (a for a in context.annotations.actors if a.mention.start > who.mention.end)
            again = next((a for a in behind_it if a.mention.quote == who.mention.quote), None)
            if again is not None and again.mention.start < who.mention.end + NEAR:
                yield again.participant()


def leads(name: Mention, context: Context) -> bool:
    """Whether a town or its country is only told in a dateline: "NORWICK, Norland — A car bomb exploded"."""
    text = context.report.text
    if DATELINE.match(text, name.end) is None:
        return False
    return name.quote.isupper() or TOWN.search(text, max(0, name.start - 30), name.start) is not None


def of_tellers(deed: Token) -> Iterator[Mention]:
    """Who tells of a deed and only counts it among others: "officials said, in the fifth attack this month"."""
    prep = deed.head
    own = any(kid.tag_ == "PRP$" for kid in kids(deed))
    if (
        not own
        and deed.dep_ == "pobj"
        and prep.lower_ == "in"
        and prep.dep_ == "prep"
        and speech().verb(prep.head.lower_)
    ):
        yield from (words_of(kid) for kid in kids(prep.head) if kid.dep_ == "nsubj")


def helped(deed: Token) -> Iterator[Mention]:
    """Who is helped by strikes is not struck by them: "supports the army with air strikes"."""
    token = deed
    for _ in range(FAR):
        above = token.head
        if token.dep_ == "prep" and token.lower_ in MEANS and above.lower_.startswith(HELPING):
            yield from (words_of(kid) for kid in kids(above) if kid.dep_ == "dobj" and kid.i < deed.i)
            given = (kid for kid in above.subtree if kid.lower_ == "to" and kid.dep_ == "prep" and kid.i > deed.i)
            yield from map(words_of, given)
            return
        if token.dep_ not in ("pobj", "conj", "prep") or above.i == token.i:
            return
        token = above


def acting_next(verb: Token) -> Iterator[Mention]:
    """Who acts in the clause that "and" joins: "they beheaded a teacher, and soldiers killed four of them"."""
    if verb.tag_[:1] != "V":
        return
    for clause in kids(verb):
        subjects = [kid for kid in kids(clause) if kid.dep_ == "nsubj"]
        if clause.dep_ == "conj" and clause.tag_[:1] == "V" and any(kid.dep_ == "dobj" for kid in kids(clause)):
            yield from (words_of(kid) for kid in subjects if kid.i < clause.i and kid.tag_[:2] == "NN")


def asked(parts: Parts, event: Event, context: Context) -> Parts:
    """Of whom a noun demands something: "repeated calls for Norland to withdraw", "a call on Norland"."""
    noun = event.head
    if noun.tag_[:2] != "NN":
        return parts
    nouns = [one for prep in behind(noun, ("on", "upon")) for one in list_of(prep)]
    clauses = [kid for kid in kids(noun) if kid.dep_ in ("acl", "relcl", "advcl") and kid.tag_ == "VB"]
    nouns += [one for clause in clauses for kid in kids(clause) if kid.dep_ == "nsubj" for one in list_of(kid)]
    lands = [place.mention for place in context.annotations.places]
    known = [kid for kid in nouns if any(land.holds(kid.idx) for land in lands) or any(parties_in([kid], context))]
    hit = tuple(party_of(kid, context) for kid in known)
    return parts.but(targets=named_outside(hit, [who.mention for who in parts.initiators]))
