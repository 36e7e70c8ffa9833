"""A passive without "by" leaves open who did it: not the subject above it, nor who is charged or denied by it.

"Jets destroyed tanks captured near A"; "the hunt for two men abducted in an ambush"; "six were arrested and charged".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Event
from contested.claims.parties.not_doers import words_of
from contested.claims.parties.plain_subjects import ACTED
from contested.claims.parties.told_doers import SPEAKING, named_outside
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words
from contested.claims.words.kin import kids
from contested.claims.words.shared_subjects import SUBJECTS, is_perfect, with_subject
from contested.model.mention import Mention

BY = frozenset({"by"})
FAR = 8


def reduced_passives(parts: Parts, event: Event) -> Parts:
    """The participants without doers who are only the subject above a passive, or the one it is about."""
    if not parts.initiators:
        return parts
    verb = event.head
    if event.code in SPEAKING:
        return parts.but(initiators=named_outside(parts.initiators, spoken_of(verb)))
    if event.code not in ACTED:
        return parts
    inner = verb.head.head if verb.tag_[:2] == "NN" and verb.dep_ == "pobj" and verb.head.lower_ == "in" else verb
    if inner.dep_ == "relcl" and any(kid.dep_ == "nsubjpass" for kid in kids(inner)) and not is_by(inner):
        own = inner.head.idx  # "the mayor, whose convoy was attacked"
        return parts.but(initiators=tuple(who for who in parts.initiators if not who.mention.holds(own)))
    if inner.dep_ != "acl" or inner.tag_ not in ("VBN", "VBD") or is_by(inner):
        return parts
    return parts.but(initiators=named_outside(parts.initiators, of_clauses_above(inner)))


def spoken_of(verb: Token) -> Iterator[Mention]:
    """Whom or what a passive of speech is about: "eight people were charged", "the claim was rejected"."""
    if verb.tag_ != "VBN" or is_by(verb) or is_perfect(verb):
        return
    first = with_subject(verb)
    if any(kid.dep_ == "auxpass" for kid in kids(first)):
        yield from (words_of(kid) for kid in kids(first) if kid.dep_ == "nsubjpass")
    elif verb.dep_ == "acl":
        yield from of_clauses_above(verb)


def of_clauses_above(verb: Token) -> Iterator[Mention]:
    """The subjects of the clauses above a participle that stands behind a noun."""
    for above in [*verb.ancestors][:FAR]:
        if above.tag_[:1] == "V" and above.lower_ not in deed_words()["leaving"]:
            yield from (words_of(kid) for kid in kids(above) if kid.dep_ in SUBJECTS and kid.right_edge.i < verb.i)


def is_by(verb: Token) -> bool:
    """Whether "by" follows a passive."""
    return any(kid.dep_ == "agent" or kid.lower_ in BY for kid in kids(verb))
