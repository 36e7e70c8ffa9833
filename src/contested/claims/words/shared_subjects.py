"""Whose a verb is that has no subject of its own: "able to flee", "having taken the hill, rebels …", "forced to"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.words.kin import kids
from contested.claims.words.speech import speech

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HAVING = frozenset({"having"})
HAVE = frozenset({"have", "has", "had"})
THEM = frozenset({"him", "her", "them"})


def subjects_above(verb: Token) -> Iterator[Token]:
    """The subject that a clause shares with the one above it."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.dep_ == "acomp":
        above = above.head  # "were able to flee"
    elif verb.dep_ == "xcomp" and verb.tag_ == "VBG" and speech().verb(above.lower_) is not None:
        return  # "activists reported shelling"
    elif verb.dep_ == "xcomp":
        told = [kid for kid in kids(above) if kid.dep_ == "dobj"]
        if told and not is_told_of(verb, told[0]):
            yield from told  # "forced the agents to flee"
            return
    elif verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
        above = verb.head.head  # "after taking the hill, rebels …"
    elif verb.dep_ != "advcl" or not is_participle(verb):
        return
    for noun in (kid for kid in kids(above) if kid.dep_ in SUBJECTS):
        yield noun
        yield from (one for one in noun.conjuncts if one.i < above.i)


def with_subject(verb: Token) -> Token:
    """The verb whose subject a verb that "and" joins to it shares: "denied it and accused", "was hit and destroyed"."""
    while verb.dep_ == "conj" and verb.head.tag_[:1] == "V" and not any(kid.dep_ in SUBJECTS for kid in kids(verb)):
        verb = verb.head
    return verb


def is_perfect(verb: Token) -> bool:
    """Whether a form of "have" makes a participle active: "has shelled"."""
    return verb.tag_ == "VBN" and any(kid.dep_ == "aux" and kid.lower_ in HAVE for kid in kids(verb))


def is_told_of(verb: Token, thing: Token) -> bool:
    """Whether somebody is both acted on and meant by an infinitive's object: "called the general to press him"."""
    return any(kid.dep_ == "dobj" and kid.lower_ in THEM and kid.i > thing.i for kid in kids(verb))


def is_participle(verb: Token) -> bool:
    """Whether a verb stands as "seizing" or "having seized"."""
    having = any(kid.dep_ == "aux" and kid.lower_ in HAVING for kid in kids(verb))
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and having)
