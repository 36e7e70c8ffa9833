"""A passive in a clause of its own names, without "by", nobody who did it: "since X was expelled"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.by_and_from import names_party, party_of
from contested.claims.parties.not_doers import words_of
from contested.claims.parties.told_doers import SPEAKING, named_outside
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.model.mention import Mention

MARKS = frozenset({"since", "after", "before", "that", "because", "until", "if", "unless"})
CLAUSES = frozenset({"advcl", "ccomp", "acl"})
TAKEN = frozenset({"abduction", "capture", "arrest"})
MOVED = frozenset({"evacuation", "displacement", "release"})


def passives_apart(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; who acts beside the clause of a passive did not do what it tells, and its subject is struck."""
    if event.code in SPEAKING or event.code == "agreement":
        return parts
    parts = parts.but(initiators=named_outside(parts.initiators, of_finders(event)))
    if event.code in MOVED and is_bare_relative(event.head):
        low, high = event.head.left_edge.idx, event.head.right_edge.idx
        parts = parts.but(initiators=tuple(who for who in parts.initiators if low <= who.mention.start <= high))
    if is_second_passive(event.head):
        own = words_of(event.head)
        kept = (who for who in parts.initiators if own.holds(who.mention.start) or who.mention.start > own.end)
        parts = parts.but(initiators=tuple(kept))
    clause = next((token for token in (event.head, *event.head.ancestors) if token.tag_[:1] == "V"), None)
    if clause is None or not is_apart(clause):
        return parts
    first, inside = event.sentence, words_of(clause)
    beside = Mention(first.start_char, inside.start, ""), Mention(inside.end, first.end_char, "")
    parts = parts.but(initiators=named_outside(parts.initiators, beside))
    if event.code not in VIOLENT or event.head.i != clause.i or parts.targets:
        return parts
    struck = [kid for kid in kids(clause) if kid.dep_ == "nsubjpass" and kid.tag_[:3] == "NNP"]
    known = [kid for kid in struck if names_party(kid, context)]
    return parts.but(targets=tuple(party_of(kid, context) for kid in known))


def is_apart(verb: Token) -> bool:
    """Whether a verb is a passive with its own subject and no "by", in a clause that a conjunction opens."""
    if verb.dep_ not in CLAUSES or not is_bare_passive(verb) or not any(kid.dep_ == "auxpass" for kid in kids(verb)):
        return False
    return any(kid.dep_ == "mark" and kid.lower_ in MARKS for kid in kids(verb))


def is_second_passive(verb: Token) -> bool:
    """Whether two passives with no "by" stand side by side: "nine rebels of X were killed and two cars destroyed"."""
    return verb.dep_ == "conj" and is_bare_passive(verb) and is_bare_passive(verb.head)


def is_bare_relative(verb: Token) -> bool:
    """Whether a passive without "by" tells of the noun before it: "injuring seven, who were rushed to hospitals"."""
    return verb.dep_ == "relcl" and is_bare_passive(verb)


def is_bare_passive(verb: Token) -> bool:
    """Whether a verb is a passive with its own subject and no "by"."""
    deps = {kid.dep_ for kid in kids(verb)}
    return verb.tag_ == "VBN" and "nsubjpass" in deps and "agent" not in deps


def of_finders(event: Event) -> Iterator[Mention]:
    """Who found or freed those taken did not take them: "soldiers found the bodies of nine men abducted from X"."""
    verb = event.head
    if event.code not in TAKEN or verb.dep_ != "acl" or any(kid.dep_ == "agent" for kid in kids(verb)):
        return
    for token in verb.ancestors:
        if token.tag_[:1] == "V":
            if token.lower_ in wording().finding:
                yield from (words_of(kid) for kid in kids(token) if kid.dep_ == "nsubj")
            return
