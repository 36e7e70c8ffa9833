"""Whether two hits of a sentence name one event: a noun and its verb, a vague word and a telling one."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.events.candidates import EARLIER, EXPLOSIVE, VIOLENT, Candidate
from contested.claims.words.kin import kids

# Codes that a more telling one of the same event replaces.
VAGUE = {"attack": VIOLENT, "bombing": EXPLOSIVE, "armed_clash": frozenset({"attack"})}
# What an attack brings about: where the attack is the subject, the clause tells one event, the consequence.
CONSEQUENCES = frozenset({"destruction", "displacement"})
CLAUSAL = frozenset("conj ccomp advcl relcl parataxis csubj xcomp".split())
APART = EARLIER | {"since"}  # "shelled the town after a bomb attack"


def one_event(first: Candidate, second: Candidate) -> bool:
    """Whether two hits of a sentence name the same event."""
    if first.code == second.code == "displacement" or alternatives(first, second) or told_twice(first, second):
        return True
    if first.code == second.code == "agreement" and second.head.dep_ == "xcomp" and second.head.head.i == first.head.i:
        return True  # "agreed to extend the truce"
    if first.hit.trigger.against or second.hit.trigger.against:
        return False
    if first.code in VIOLENT and second.code in CONSEQUENCES:
        return first.head.dep_ in ("nsubj", "agent") and first.head.head.i == second.head.i
    if not (first.code in VIOLENT and second.code in VIOLENT):
        return first.code == second.code and one_state(first, second)
    compatible = (
        first.code == second.code
        or second.code in VAGUE.get(first.code, ())
        or first.code in VAGUE.get(second.code, ())
    )
    return compatible and (linked(first.head, second.head) or one_act(first.head, second.head))


def one_act(first: Token, second: Token) -> bool:
    """Whether one article holds two nouns together: "a suicide bombing and gun attack"."""
    if not (first.tag_ == second.tag_ == "NN" and second.dep_ == "conj" and second.head.i == first.i):
        return False
    opened = any(kid.dep_ == "det" for kid in kids(first))
    return opened and not any(kid.dep_ == "det" for kid in kids(second))


def one_state(first: Candidate, second: Candidate) -> bool:
    """Whether two hits of one peaceful code tell one thing: "a rebel-held bastion"."""
    if first.code in ("control", "demand"):
        return first.code == "control" and first.hit.end == second.hit.start
    again = any(
        one.dep_ == "acl" and one.tag_ == "VBN" and one.head.head == other for one, other in verbs_of(first, second)
    )
    return linked(first.head, second.head) and not (again and first.hit.trigger.territory)


def verbs_of(first: Candidate, second: Candidate) -> Iterator[tuple[Token, Token]]:
    """The heads of two hits both ways, where both are verbs: "villages taken by A had been recaptured by B"."""
    if first.head.tag_[:1] == second.head.tag_[:1] == "V":
        yield from ((first.head, second.head), (second.head, first.head))


def alternatives(first: Candidate, second: Candidate) -> bool:
    """Whether the two are told as one thing with two words ("captured or destroyed")."""
    if second.head.dep_ != "conj" or second.head.head.i != first.head.i or second.hit.start - first.hit.end > 2:
        return False
    return any(child.lower_ == "or" for child in kids(first.head))


def told_twice(first: Candidate, second: Candidate) -> bool:
    """Whether two verbs side by side tell one act on one thing: "intercepted and destroyed 54 drones"."""
    beside = second.head.dep_ == "conj" and second.head.head.i == first.head.i and second.hit.start - first.hit.end <= 2
    verbs = first.head.tag_[:2] == second.head.tag_[:2] == "VB"
    acted = any(child.dep_ == "dobj" for child in kids(first.head))
    return first.code == second.code == "interception" and beside and verbs and not acted


def linked(a: Token, b: Token) -> bool:
    """Whether one governs the other within a clause: at most three steps, none into another clause."""
    return climbs(a, b) or climbs(b, a)


def climbs(low: Token, high: Token) -> bool:
    """Whether ``low`` reaches ``high`` by going up, without leaving its clause."""
    token = low
    for _ in range(4):
        if token.i == high.i:
            return True
        if token.dep_ in CLAUSAL or token.head.i == token.i:
            return token.dep_ in ("relcl", "acl") and token.head.i == high.i
        if token.dep_ == "prep" and token.lower_ in APART and (token.lower_ == "before" or low.tag_[:1] == "N"):
            return False
        token = token.head
    return token.i == high.i


def joined(a: Token, b: Token) -> bool:
    """Whether two verbs are coordinated."""
    return (a.dep_ == "conj" and a.head.i == b.i) or (b.dep_ == "conj" and b.head.i == a.i)


def is_listed_beside(taken: Token, hurt: Token) -> bool:
    """Whether those taken and those killed are told as two: "killed 12 and abducted 20", "66 killed, 119 kidnapped"."""
    beside = hurt.dep_ == "acl" and taken.dep_ == "advcl" and hurt.head.head.i == taken.head.i
    first = first_of_list(taken)
    above = hurt.head.head if hurt.dep_ == "acl" else hurt.head if hurt.dep_ == "ccomp" else first_of_list(hurt)
    listed = taken.dep_ == "conj" and first.i in (hurt.i, above.i)  # "9 killed, 14 wounded and 3 kidnapped"
    return joined(taken, hurt) or ((beside or listed) and hurt.i < taken.i)


def first_of_list(verb: Token) -> Token:
    """The first of the verbs that "and" and commas join; one joined to a count is to the verb that has the count."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb if verb.tag_[:1] == "V" else verb.head


def beneath(inner: Token, outer: Token) -> bool:
    """Whether ``inner`` stands in a clause about those that ``outer`` acts on ("killed men who plotted attacks")."""
    token, clause = inner, False
    while token.head.i != token.i:
        clause = clause or token.dep_ in ("relcl", "acl")
        if token.head.i == outer.i:
            return clause and token.dep_ in ("dobj", "nsubjpass")
        token = token.head
    return False
