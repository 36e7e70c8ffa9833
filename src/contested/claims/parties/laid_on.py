"""On whom a deed, a charge or a demand is laid by the verb above it: "blamed the raid on X", "denied the charges"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.told_doers import named_outside, parties_in
from contested.claims.parties.unknown_doers import may_be_people, phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words, wording
from contested.claims.words.kin import kids
from contested.model.actor import Participant
from contested.model.mention import Mention

LAID = frozenset({"dobj", "nsubjpass", "nsubj"})  # "strikes blamed on X" may lose its auxiliary
ONTO = frozenset({"on", "to"})
TAKEN = frozenset({"abduction", "capture", "arrest"})
RULING = frozenset({"state_forces", "external_forces", "police", "government"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def laid_on(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; a deed blamed on somebody, a charge denied, a demand that somebody do something."""
    parts = not_freed_by(blamed_on(parts, event, context), event, context)
    return told_by_itself(demanded_of(denied_by(parts, event, context), event, context), event)


def blamed_on(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is blamed for a deed is its doer and not struck by it: "the ministry blamed the bombing on the YPG"."""
    verb, deed = event.head.head, event.head.dep_
    laid = [kid for kid in kids(event.head) if kid.dep_ == "acl" and kid.lower_.startswith(wording().laying)]
    if laid:
        verb, deed = laid[0], "dobj"  # "an explosion blamed on X"
    if event.code not in VIOLENT or deed not in LAID or not verb.lower_.startswith(wording().laying):
        return parts
    preps = [kid for token in (verb, event.head) for kid in kids(token) if kid.lower_ in ONTO]
    preps = [prep for prep in preps if prep.i > verb.i] or preps
    nouns = [noun for prep in preps if prep.i > event.head.i for noun in kids(prep) if noun.dep_ == "pobj"]
    those = [one for noun in nouns for one in (noun, *noun.conjuncts)]
    doers = tuple(parties_in(those, context)) or tuple(
        phrase_of(noun, context) for noun in those if may_be_people(noun, context)
    )
    if not doers:
        return parts
    hit = named_outside(parts.targets, [who.mention for who in doers])
    return parts.but(initiators=doers, targets=hit)


def denied_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who denies a charge did not make it, and where nobody else is told to be, is the accused."""
    verb = event.head.head
    if event.code != "accusation" or event.head.dep_ != "dobj" or not verb.lower_.startswith(wording().denying):
        return parts
    deniers = tuple(parties_in(subjects_of(verb), context))
    spans = [who.mention for who in deniers]
    doers = named_outside(parts.initiators, spans)
    return parts.but(initiators=doers, targets=parts.targets or deniers)


def demanded_of(parts: Parts, event: Event, context: Context) -> Parts:
    """Who is to do what is demanded is whom the demand is made of: "demanded that Norland withdraw"."""
    if event.code != "demand" or parts.targets or event.head.tag_[:1] != "V":
        return parts
    clauses = (kid for kid in kids(event.head) if kid.dep_ == "ccomp" and kid.i > event.head.i)
    asked = tuple(parties_in((noun for clause in clauses for noun in subjects_of(clause)), context))
    hit = named_outside(asked, [who.mention for who in parts.initiators])
    return parts.but(targets=hit[:1]) if hit else parts


def not_freed_by(parts: Parts, event: Event, context: Context) -> Parts:
    """Who frees captives did not take them: "troops rescued nine kidnapped villagers from rebels"."""
    noun = event.head.head if event.head.dep_ in ("amod", "acl") else event.head
    verb = noun.head
    if event.code not in TAKEN or noun.dep_ != "dobj" or not verb.lower_.startswith(wording().freeing):
        return parts
    freers = [who for who in parties_in(subjects_of(verb), context) if who.kind in RULING]
    froms = [kid for token in (verb, noun) for kid in kids(token) if kid.lower_ == "from"]
    held = tuple(parties_in((one for prep in froms for one in kids(prep)), context))[:1]
    kept = named_outside(parts.initiators, [who.mention for who in freers])
    return parts.but(initiators=held or kept)


def told_by_itself(parts: Parts, event: Event) -> Parts:
    """Those whom the event's own word names: protesters protest, hostages are who was taken."""
    noun = event.head
    mention = Mention(noun.idx, noun.idx + len(noun), noun.text)
    if event.code in ("protest", "riot") and noun.lower_ in deed_words()["crowds"]:
        return parts.but(initiators=(Participant(noun.text, None, "protesters", mention),))
    if event.code == "abduction" and noun.tag_[:1] == "V":
        captives = (kid for kid in kids(noun) if kid.dep_ == "dobj" and kid.lower_ in deed_words()["captives"])
        taken = next((kid for kid in captives if kid.tag_ == "NNS"), None)  # "took 251 hostages"
        if taken is not None and not any(kid.lower_ == "of" for kid in kids(taken)):
            own = Mention(taken.idx, taken.idx + len(taken), taken.text)
            return parts.but(targets=(Participant(taken.text, None, "unknown", own),))
    if event.code == "abduction" and len(event.trigger) > 1:  # "took several soldiers hostage"
        others = tuple(who for who in parts.targets if who.name.lower() not in deed_words()["captives"])
        return parts.but(targets=others) if others else parts
    if event.code == "abduction" and noun.lower_ in deed_words()["captives"]:
        known = any(who.mention.overlaps(mention) for who in parts.targets)
        return parts if known else parts.but(targets=(Participant(noun.text, None, "unknown", mention),))
    return parts


def subjects_of(verb: Token) -> Iterator[Token]:
    """The subjects of a verb, all of a list."""
    for kid in kids(verb):
        if kid.dep_ in SUBJECTS:
            yield kid
            yield from kid.conjuncts
