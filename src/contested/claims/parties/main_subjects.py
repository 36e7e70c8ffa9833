"""Who does what a finite verb tells is its own subject, not who is named in a clause about that subject or beside it:
"the radio, which extremists run, denied it", "Norland, which has named both groups, urged the council to act".
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.not_doers import words_of
from contested.claims.parties.plain_subjects import ACTED, UNDONE
from contested.claims.parties.told_doers import SPEAKING, is_weapon, named_outside, parties_in
from contested.claims.parties.unknown_doers import may_be_people, phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.kin import kids
from contested.claims.words.shared_subjects import SUBJECTS, is_perfect
from contested.claims.words.speech import speech
from contested.model.actor import Participant

CODES = ACTED | SPEAKING
DONE = ACTED | {"riot", "protest"}
ACTIVE = frozenset({"VBD", "VBZ", "VBP"})
CLAUSES = frozenset({"relcl", "acl"})
FAR = 3


def main_subjects(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants without doers that only a clause about the verb's subject names; with the subject itself."""
    told = subject_of(event, context) if event.code in CODES else None
    if told is None:
        return of_who(without_signers(parts, event), event, context)
    subject, told_of = told
    nouns = (subject, *subject.conjuncts)
    beside = [clause for noun in nouns for clause in kids(noun) if clause.dep_ in CLAUSES]
    kept = tuple(
        who
        for who in parts.initiators
        if not any(is_within(who, clause, event.head) for clause in beside) and not any(names(k, who) for k in told_of)
    )
    if kept and not stands_elsewhere(kept, nouns, event, context):
        return parts.but(initiators=kept)
    if not parts.initiators:
        return parts
    doer = phrase_of(subject, context)
    return parts if is_weapon(doer) else parts.but(initiators=(doer,))


def without_signers(parts: Parts, event: Event) -> Parts:
    """Who is named in a clause about a paper says nothing by it: "the deal, signed by rebels, calls for a truce"."""
    own = [kid for kid in kids(event.head) if kid.dep_ == "nsubj" and kid.i < event.head.i]
    if event.code not in SPEAKING or not own or not is_active(event.head):
        return parts
    beside = [clause for clause in kids(own[-1]) if clause.dep_ in CLAUSES]
    kept = (w for w in parts.initiators if not any(is_within(w, clause, event.head) for clause in beside))
    return parts.but(initiators=tuple(kept))


def stands_elsewhere(those: Sequence[Participant], nouns: Sequence[Token], event: Event, context: Context) -> bool:
    """Whether all doers are of other clauses of the sentence than that which plainly begins with a party."""
    begins = nouns[0].left_edge
    led = begins.i == event.sentence.start or begins.nbor(-1).dep_ in ("mark", "cc", "punct")
    passive = any(kid.dep_ == "agent" for kid in kids(event.head))
    if not led or passive or next(parties_in(nouns[:1], context), None) is None:
        return False
    first, last = event.sentence.start_char, event.sentence.end_char
    return all(first <= w.mention.start < last and not any(names(n, w) for n in nouns) for w in those)


def of_who(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; people "who threw stones" threw them, not who else acts in the sentence."""
    verb = event.head
    noun = whom_told(verb)
    opens = any(kid.dep_ == "nsubj" and kid.lower_ == "who" for kid in kids(verb))
    if opens and event.code in SPEAKING and noun.tag_[:2] == "NN" and is_active(verb) and may_act(noun, event, context):
        doer = phrase_of(noun, context)
        known = any(who.mention.overlaps(doer.mention) for who in parts.initiators)
        return parts if known else parts.but(initiators=(doer,))
    if not (opens and parts.initiators and verb.dep_ == "relcl" and event.code in DONE and is_active(verb)):
        return parts
    first, last = event.sentence.start_char, event.sentence.end_char
    doer = phrase_of(noun, context)
    beside = all(first <= w.mention.start < last and not w.mention.overlaps(doer.mention) for w in parts.initiators)
    if not beside or not may_be_people(noun, context) or any(names(verb, who) for who in parts.initiators):
        return parts
    return parts.but(initiators=(doer,), targets=named_outside(parts.targets, [doer.mention]))


def whom_told(verb: Token) -> Token:
    """Of whom "who" tells: the noun above, or where the parse hung the clause on its verb, the one before "who"."""
    who = next((kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.lower_ == "who"), None)
    if verb.dep_ != "advcl" or who is None or who.i < 2 or who.nbor(-1).text != ",":
        return verb.head
    return who.nbor(-2)


def may_act(subject: Token, event: Event, context: Context) -> bool:
    """Whether a subject is somebody who may do it: people, and in speech a role or a name."""
    speaks = event.code in SPEAKING and (subject.lower_ in speech().roles or subject.tag_ == "NNP")
    return speaks or may_be_people(subject, context)


def stands_before(who: Participant, verb: Token) -> bool:
    """Whether only adverbs and auxiliaries stand between a name and the verb."""
    between = (token for token in verb.doc[: verb.i] if token.idx >= who.mention.end)
    return all(token.tag_[:2] in ("RB", "VB", "MD", "TO") for token in between)


def is_within(who: Participant, clause: Token, verb: Token) -> bool:
    """Whether a clause names somebody; not where a headline runs into a text, so that he stands before the verb."""
    return names(clause, who) and (
        not stands_before(who, verb) or any(names(by, who) for by in kids(clause) if by.dep_ == "agent")
    )


def names(token: Token, who: Participant) -> bool:
    """Whether what hangs on a token names somebody."""
    return words_of(token).holds(who.mention.start)


def subject_of(event: Event, context: Context) -> tuple[Token, list[Token]] | None:
    """The noun before a finite active verb that is its subject, or that of the verb which "and" joins it to.

    And what cannot speak, where the joined verb is one of speech: "denied that the airport fell and urged patience".
    """
    verb = event.head
    told_of: list[Token] = []
    for _ in range(FAR):
        own = [kid for kid in kids(verb) if kid.dep_ in SUBJECTS]
        acts = own and is_active(verb) and own[-1].i < verb.i and may_act(own[-1], event, context)
        if acts:
            return (own[-1], told_of) if own[-1].tag_[:2] == "NN" else None
        spoken = event.code in SPEAKING and verb.dep_ == "ccomp" and verb.i != event.head.i
        if (own and not spoken) or (not own and (verb.dep_ != "conj" or not is_active(verb))):
            return None
        told_of += own
        verb = verb.head
    return None


def is_active(verb: Token) -> bool:
    """Whether a verb is finite and active."""
    return (verb.tag_ in ACTIVE or is_perfect(verb)) and not any(kid.dep_ in UNDONE for kid in kids(verb))
