"""Whom a protest is against: "anti-government protests", "an uprising against Norland's rule"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.not_doers import words_of
from contested.claims.parties.told_doers import named_outside, parties_in
from contested.claims.parties.unknown_doers import phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.kin import kids
from contested.claims.words.surroundings import load_nouns
from contested.model.actor import Participant
from contested.model.mention import Mention

PROTESTS = frozenset({"protest", "riot"})
NEAR = 5  # tokens before a protest in which "anti-" stands


def protested(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; whom a protest's own words tell that it is against is its target, where nobody else is."""
    if event.code not in PROTESTS:
        return parts
    parts = who_marches(parts, event, context)
    if parts.targets:
        return parts
    named = anti(event, context) or next(against(event.head, context), None)
    if named is None or any(who.mention.overlaps(named.mention) for who in parts.initiators):
        return parts
    return parts.but(targets=(named,))


def who_marches(parts: Parts, event: Event, context: Context) -> Parts:
    """Who marches "to protest" a deed protests, neither its doer nor whom it struck."""
    verb = event.head
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp") or verb.head.tag_[:1] != "V":
        return parts
    subject = next((kid for kid in kids(verb.head) if kid.dep_ == "nsubj" and kid.tag_[:2] == "NN"), None)
    deeds = [words_of(kid) for kid in kids(verb) if kid.dep_ == "dobj" and kid.tag_ in ("NNS", "NN")]
    if subject is None or not deeds:
        return parts
    deeds += [words_of(kid) for kid in kids(verb) if kid.lower_ == "by"]
    doers = named_outside(parts.initiators, deeds) or (phrase_of(subject, context),)
    return parts.but(initiators=doers, targets=named_outside(parts.targets, deeds))


def anti(event: Event, context: Context) -> Participant | None:
    """The party behind "anti-" right before a protest."""
    doc, start = context.doc, event.trigger.start
    for i in range(max(event.sentence.start, start - NEAR), start - 1):
        if doc[i].lower_ != "anti" or doc[i + 1].text not in ("-", "–") or i + 2 >= start:
            continue
        token = doc[i + 2]
        known = next(parties_in([token], context), None)
        if known is not None or token.lower_ not in load_nouns()["party"]:
            return known
        return Participant(token.text, None, "government", Mention(token.idx, token.idx + len(token), token.text))
    return None


def against(protest: Token, context: Context) -> Iterator[Participant]:
    """The parties behind "against" that hang on a protest: "protests against the rule of X"."""
    for prep in kids(protest):
        if prep.lower_ == "against":
            yield from parties_in(prep.subtree, context)
