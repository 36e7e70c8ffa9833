"""Whose a word or a deed is by the words that lead to it: "Norland's allegations", "they are responsible for it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED
from contested.claims.parties.by_and_from import VOICED, behind, party_of
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.naming import Names
from contested.claims.parties.told_doers import named_outside, of_token, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant

BEFORE = frozenset({"compound", "nmod", "amod", "poss"})
RESPONSIBLE = frozenset({"responsible", "culpable", "accountable"})
SUBJECTS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
RULING = frozenset({*ARMED, "government"})
SIDES = frozenset({"side", "camp"})


def whose_word(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants, with those whom the words that lead to the event make its doers."""
    parts = whose_statement(parts, event, context)
    if event.code not in SUFFERED:
        return parts
    parts = parts.each(without_weapon)
    if parts.initiators:
        return parts
    doers = (*responsible(event, context), *of_first_noun(event, context), *from_side(event, context))
    known = [who.mention for who in doers]
    return parts.but(initiators=doers, targets=named_outside(parts.targets, known)) if doers else parts


def whose_statement(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is named as whose a demand or a charge is voices it: "rejected Norland's charges", "repeated UK support"."""
    noun = event.head
    if event.code not in VOICED or noun.tag_[:2] != "NN":
        return parts
    lands = [place.mention for place in context.annotations.places if place.kind == "country"]
    owners = [
        kid for kid in kids(noun)
        if kid.tag_[:3] == "NNP" and kid.i < noun.i
        and (kid.dep_ == "poss" or (kid.dep_ in BEFORE and any(land.holds(kid.idx) for land in lands)))
    ]  # fmt: skip
    if len(owners) != 1:
        return parts
    owner = party_of(owners[0], context)
    return parts.but(initiators=(owner,), targets=named_outside(parts.targets, [owner.mention]))


def without_weapon(who: Participant) -> Participant:
    """A party without the weapon behind its name: the "Norland military drone" that strikes is its military."""
    words = who.mention.quote.split(" ")
    if who.kind not in ARMED or not who.name.endswith(words[-1]):
        return who
    while len(words) > 2 and words[-1].lower() in wording().weapons:
        words.pop()
    name = " ".join(words)
    cut = len(who.mention.quote) - len(name)
    grown = replace(who.mention, end=who.mention.end - cut, quote=name)
    return replace(who, name=who.name[: len(who.name) - cut], mention=grown) if cut and name[:1].isupper() else who


def responsible(event: Event, context: Context) -> Iterator[Participant]:
    """Who "is responsible for" a deed."""
    prep = event.head.head
    if event.head.dep_ != "pobj" or prep.lower_ != "for" or prep.head.lower_ not in RESPONSIBLE:
        return
    verb = prep.head.head
    negated = any(kid.dep_ == "neg" for kid in kids(verb))
    names = Names.of(tree_of(context.doc), context.annotations)
    for kid in kids(verb):
        if kid.dep_ == "nsubj" and kid.tag_ in SUBJECTS and kid.i < verb.i and not negated:
            yield from names.one(kid.i)


def of_first_noun(event: Event, context: Context) -> Iterator[Participant]:
    """Whose both of two nouns are: the coalition's of "coalition advisers and air strikes"."""
    noun, first = event.head, event.head.head
    own = any(kid.dep_ in ("det", "poss") or kid.tag_[:3] == "NNP" for kid in kids(noun))
    if noun.dep_ != "conj" or noun.tag_[:2] != "NN" or first.tag_[:2] != "NN" or own:
        return
    before = [kid for kid in kids(first) if kid.dep_ in BEFORE and kid.tag_[:3] == "NNP" and kid.i < first.i]
    if any(who.kind in RULING for who in parties_in(before, context)):
        yield from (of_token(kid) for kid in before[:1])


def from_side(event: Event, context: Context) -> Iterator[Participant]:
    """From whose side something was thrown or fired: "hit with petrol bombs from the Protestant side"."""
    nouns = [event.head, *behind(event.head, ("with", "by"))]
    for side in (side for noun in nouns for side in behind(noun, ("from",))):
        if side.lower_ in SIDES:
            mention = Names(tree_of(context.doc), (), frozenset(), []).phrase(side.i)
            yield Participant(mention.quote, None, "unknown", mention)
