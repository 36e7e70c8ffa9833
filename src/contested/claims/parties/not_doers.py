"""Who only seems to have done it: the doer of another deed of the sentence, whose border it is, who answered it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED
from contested.claims.parties.told_doers import SPEAKING, named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.kin import kids
from contested.claims.words.struck import load_struck
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import tree_of
from contested.claims.words.vocabulary import words
from contested.model.actor import Participant
from contested.model.at import overlapping
from contested.model.mention import Mention

DONE = SUFFERED | {"protest", "siege", "territory_gained", "seizure", "destruction", "looting"}
PASSIVES = frozenset({"nsubjpass", "auxpass"})
WHO = frozenset({"who"})
SIDES = ("northern", "southern", "eastern", "western", "central")


def not_doers(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants without doers whom the sentence ties to something else."""
    if event.code in SPEAKING and len(parts.initiators) > 1:
        return parts.but(initiators=named_outside(parts.initiators, tellers_above(event)))
    if event.code not in DONE or not parts.initiators:
        return parts
    elsewhere = [*of_answers(event), *of_holders(event)]
    if event.code in SUFFERED:
        elsewhere += [*of_other_deeds(event, context), *of_captors(event)]
        elsewhere += [*of_reactions(event)]
        elsewhere += [*of_borders(event), *of_roles(parts, event, context), *of_stands(event)]
    doers = named_outside(parts.initiators, elsewhere)
    grounds = [who for who in doers if names_ground(who, event.head, context) or is_listed_place(who, context)]
    return parts.but(initiators=tuple(who for who in doers if who not in grounds))


def words_of(token: Token) -> Mention:
    """The words that hang on a token."""
    last = token.right_edge
    return Mention(token.left_edge.idx, last.idx + len(last), "")


def tellers_above(event: Event) -> Iterator[Mention]:
    """Who tells what another says: "residents said the raiders accused the villagers"."""
    verb = event.head
    if verb.dep_ == "ccomp" and any(kid.dep_ == "nsubj" and kid.tag_[:2] == "NN" for kid in kids(verb)):
        yield from (words_of(kid) for kid in kids(verb.head) if kid.dep_ == "nsubj" and kid.i < verb.i)


def of_other_deeds(event: Event, context: Context) -> Iterator[Mention]:
    """Who did something to whoever acts here: "five were shot by police while one blew himself up"."""
    verb = event.head
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.tag_[:1] != "W"), None)
    if verb.tag_[:1] != "V" or subject is None:
        return
    if event.code != "suicide_bombing" and not surely_people(subject, context):
        return
    for by in verb.sent[: max(0, verb.i - verb.sent.start)]:
        if by.dep_ == "agent" and by.head.lower_ in wording().harmed and by.head.i != verb.i:
            yield words_of(by)


def of_captors(event: Event) -> Iterator[Mention]:
    """Who harmed those that a clause before charges: "suspected of the attack, two men were arrested by police"."""
    for token in event.head.ancestors:
        if token.dep_ == "advcl" and token.i < token.head.i and token.head.lower_ in wording().harmed:
            yield from (words_of(by) for by in kids(token.head) if by.dep_ == "agent")


def surely_people(noun: Token, context: Context) -> bool:
    """Whether a noun is known to name people, who act themselves, and no deed or weapon of somebody else."""
    low = noun.lower_
    known = low in load_nouns()["armed"] or low in load_nouns()["people"] or low in words("civil")
    return known or next(parties_in([noun], context), None) is not None


def of_borders(event: Event) -> Iterator[Mention]:
    """Whose border it is: "clashes on the border between A and B"."""
    tree, borders = tree_of(event.head.doc), deed_words()["borders"]
    for k in range(event.sentence.start, event.sentence.end):
        if tree.lower[k] in ("between", "of", "with") and tree.lower[tree.heads[k]] in borders:
            yield words_of(event.head.doc[k])


def of_roles(parts: Parts, event: Event, context: Context) -> Iterator[Mention]:
    """What is told of somebody struck behind his name: "X, commander of the force, was killed in a strike"."""
    for who in parts.targets:
        span = context.span(who.mention)
        if span is None:
            continue
        for kid in kids(span.root):
            told = kid.dep_ == "appos" or (
                kid.dep_ == "relcl" and any(k.dep_ == "nsubj" and k.lower_ in WHO for k in kids(kid))
            )
            if told and kid.i > span.root.i and not kid.left_edge.i <= event.head.i <= kid.right_edge.i:
                yield words_of(kid)


def of_answers(event: Event) -> Iterator[Mention]:
    """Who answers a deed told as a noun and does not do it: "the protest was crushed by police"."""
    noun, above = event.head, event.head.head
    if noun.tag_[:2] != "NN":
        return
    verbs = [kid for kid in kids(noun) if kid.dep_ == "acl"]
    if noun.dep_ == "nsubjpass":
        verbs.append(above)
    for verb in verbs:
        if wording().answering.match(verb.lower_):
            yield from (words_of(kid) for kid in kids(verb) if kid.dep_ == "agent")


def of_stands(event: Event) -> Iterator[Mention]:
    """Who only takes a stand on a deed told as a noun: "Norland opposes the strikes", "villagers fear an assault"."""
    noun, verb = event.head, event.head.head
    if noun.tag_[:2] != "NN" or noun.dep_ != "dobj" or verb.lower_ not in deed_words()["standing"]:
        return
    if not any(kid.dep_ == "poss" and kid.tag_ == "PRP$" for kid in kids(noun)):  # "Norland defended its strikes"
        yield from (words_of(kid) for kid in kids(verb) if kid.dep_ == "nsubj" and kid.i < verb.i)


def of_reactions(event: Event) -> Iterator[Mention]:
    """Who strikes after a deed told as a noun, and whom: "troops bombard town after bomb attack"."""
    after, verb = event.head.head, event.head.head.head
    if event.head.dep_ != "pobj" or after.lower_ not in ("after", "following") or verb.tag_[:1] != "V":
        return
    if verb.lower_ in deed_words()["answering_by"] and not any(kid.dep_ == "poss" for kid in kids(event.head)):
        yield from (words_of(kid) for kid in kids(verb) if kid.dep_ == "nsubj" and kid.i < verb.i)


def of_holders(event: Event) -> Iterator[Mention]:
    """Who only holds what is struck: "a raid on a town that is controlled by rebels"."""
    tree, at = tree_of(event.head.doc), event.head.i
    for k in range(tree.first[at], tree.last[at]):
        if tree.lower[k] != "by":
            continue
        above = tree.heads[k]
        holds = above != at and tree.lower[above] in deed_words()["holding"]
        if holds and not tree.left[k] <= at < tree.right[k]:  # "held by rebels, who seized it"
            yield words_of(event.head.doc[k])


def is_listed_place(who: Participant, context: Context) -> bool:
    """Whether what could be a person's name is a place's beside another: "the quarters of Norwick and Omar"."""
    span = context.span(who.mention)
    if who.actor is not None or span is None or span.root.dep_ != "conj":
        return False
    places = context.annotations.places
    itself = any(place.mention == who.mention for place in overlapping(places, who.mention))
    return itself and any(overlapping(places, words_of(span.root.head)))


def names_ground(who: Participant, deed: Token, context: Context) -> bool:
    """Whether a name only tells in which country lies what a deed struck: "a Norland village attack"."""
    span = context.span(who.mention)
    if span is None or span.end > deed.i or deed.tag_[:2] != "NN":
        return False
    if span.start and context.doc[span.start - 1].lower_.endswith(SIDES) and span.root.tag_[:3] == "NNP":
        return True  # "a northern Norland raid"
    if span.end == deed.i:
        return False
    known = any(overlapping(context.annotations.places, who.mention))
    ground = load_struck().get(context.doc[span.end].lower_) in ("ground", "built")
    return known and span.root.tag_[:3] == "NNP" and ground
