"""To whom somebody speaks, by grammar: whom a demand is made of, who is warned, whose word is denied.

"Called on Norwick and all parties to stop"; "asked the attorney general to look into it"; "dismissed X's claim".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.named_people import people
from contested.claims.parties.plain_objects import VERBS
from contested.claims.parties.told_doers import named_outside, parties_in
from contested.claims.parties.unknown_doers import phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words
from contested.claims.words.kin import kids
from contested.claims.words.phrases import DAYS
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant

SPOKEN_TO = frozenset({"demand", "warning", "threat", "condemnation", "accusation"})
ONTO = frozenset({"on", "upon", "to"})
UNDONE = frozenset({"auxpass", "neg"})
FAR = 3


def addressed(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; where nobody else is, who is spoken to or whose word is denied is its target."""
    parts = of_relative(parts, event, context) if event.code in SPOKEN_TO else parts
    if event.code == "demand":
        nouns = [noun for noun in called_on(event) if is_somebody(noun, context)]
        on = tuple(phrase_of(noun, context) for noun in nouns)
        if on and not any(who.mention.overlaps(other.mention) for who in parts.targets for other in on):
            return parts.but(targets=on)
    if parts.targets or (event.code not in SPOKEN_TO and event.code != "denial"):
        return parts
    if event.code == "denial":
        nouns, said = [*whose_word(event.head)], []
    else:
        nouns = [*asked(event)] if event.code == "demand" else []
        said = [*named(event, context)]
    those = [*said, *(phrase_of(noun, context) for noun in nouns if is_somebody(noun, context))]
    return parts.but(targets=named_outside(those, [who.mention for who in parts.initiators]))


def of_relative(parts: Parts, event: Event, context: Context) -> Parts:
    """Who speaks of somebody in a clause about him: "two men it accused of spying"."""
    verb, noun = event.head, event.head.head
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.i < verb.i), None)
    taken = any(kid.dep_ in ("dobj", "ccomp") and kid.tag_[:1] != "W" for kid in kids(verb))
    if verb.dep_ != "relcl" or subject is None or subject.tag_[:1] == "W" or taken or not is_somebody(noun, context):
        return parts
    speakers = [who for who in parts.targets if who.mention.holds(subject.idx)]
    whom, acting = phrase_of(noun, context), who_acts_on(noun)
    if subject.tag_ == "PRP" and acting is not None and is_somebody(acting, context):
        return parts.but(initiators=(phrase_of(acting, context),), targets=(whom,))
    doers = named_outside((*parts.initiators, *speakers), [whom.mention])
    return parts.but(initiators=doers, targets=(whom,))


def who_acts_on(noun: Token) -> Token | None:
    """Who does something to an object, whom "it" and "they" mean in a clause about that: "killed men it accused"."""
    verb = noun.head if noun.dep_ == "dobj" else noun
    for _ in range(FAR):
        if verb.tag_[:1] != "V":
            return None
        subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj"), None)
        if subject is not None:
            return subject if subject.tag_[:2] == "NN" else None
        if verb.dep_ not in ("advcl", "xcomp", "conj"):
            return None
        verb = verb.head
    return None


def named(event: Event, context: Context) -> Iterator[Participant]:
    """The person by name to whom somebody speaks: "urged Marlow to withdraw", "criticised Anna Marlow"."""
    head, tree = event.head, tree_of(context.doc)
    if head.tag_ not in VERBS or any(kid.dep_ in UNDONE for kid in kids(head)):
        return
    for noun in kids(head):
        if noun.dep_ in ("dobj", "dative") and noun.i > head.i and noun.ent_type_ == "" and noun.tag_ == "NNP":
            yield from people(noun.i, context, tree)


def asked(event: Event) -> Iterator[Token]:
    """Of whom something is demanded as an object: "asked the general to", "pressed both sides to stop"."""
    verb = event.head
    if verb.tag_ not in VERBS or any(kid.dep_ in UNDONE for kid in kids(verb)):
        return
    if any(kid.dep_ in ("xcomp", "ccomp") for kid in kids(verb)):
        for noun in (kid for kid in kids(verb) if verb.i < kid.i <= event.trigger.end + 1 and kid.dep_ == "dobj"):
            yield from (noun, *noun.conjuncts)


def called_on(event: Event) -> Iterator[Token]:
    """All whom "on" or "to" right behind a verb of demanding leads to."""
    for prep in kids(event.head):
        if prep.lower_ in ONTO and event.head.tag_ in VERBS and event.head.i < prep.i <= event.trigger.end:
            for noun in (kid for kid in kids(prep) if kid.dep_ == "pobj"):
                yield from (noun, *noun.conjuncts)


def whose_word(verb: Token) -> Iterator[Token]:
    """Whose word is denied: "dismissed the group's claim", "rejected a call by the chamber", "claims by X were"."""
    for thing in kids(verb):
        if thing.dep_ in ("dobj", "nsubjpass") and speech().noun(thing.lower_) is not None:
            yield from (kid for kid in kids(thing) if kid.dep_ == "poss" and kid.tag_[:2] == "NN")
            yield from (n for by in kids(thing) if by.lower_ == "by" for n in kids(by) if n.dep_ == "pobj")


def is_somebody(noun: Token, context: Context) -> bool:
    """Whether a noun stands for people or a body that can be spoken to."""
    if noun.tag_[:2] != "NN" or noun.lower_ in DAYS:
        return False
    known, low = load_nouns(), noun.lower_
    listed = any(low in known[name] for name in ("people", "person", "party", "armed"))
    return (
        listed
        or low in deed_words()["called_on"]
        or low in speech().roles
        or noun.tag_ == "NNP"
        or any(True for _ in parties_in([noun], context))
    )
