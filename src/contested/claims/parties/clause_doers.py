"""Who acts in the clause of a violent verb, where its grammar is plain: "men who fled and shot at officers"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import SUFFERED
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.not_doers import words_of
from contested.claims.parties.told_doers import is_weapon, parties_in
from contested.claims.parties.unknown_doers import phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.vocabulary import words
from contested.model.mention import Mention

CODES = SUFFERED | {"abduction", "destruction", "looting", "arrest", "capture", "riot"}
PASSIVES = frozenset({"nsubjpass", "auxpass", "agent"})
RELATIVE = frozenset({"who", "that", "which"})
BEGINNING = frozenset("began begin begins started start starts kept continued".split())
TOGETHER = frozenset({"together", "along", "jointly"})
AIMED = frozenset({"at", "on", "against"})
PARTS = frozenset({"unit", "units", "force", "civilian", "civilians", "person", "persons"})
FAR = 4  # steps from a verb up to the one whose subject it shares


def acts_in_clause(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; who is the subject of an active verb by plain grammar did it, and is not struck by it."""
    verb = event.head
    if event.code not in CODES or verb.tag_[:1] != "V" or not acts_on_somebody(verb):
        return parts
    subject = subject_of(verb)
    if subject is None or not acts_for_itself(subject, context):
        return parts
    doer = phrase_of(subject, context)
    own = [who.mention for who in parts.initiators]
    if is_weapon(doer) or any(who.overlaps(doer.mention) for who in own) or (own and not acted_on(subject, verb, own)):
        return parts
    hit = tuple(who for who in parts.targets if not who.mention.overlaps(doer.mention))
    return parts.but(initiators=(doer,), targets=hit)


def acted_on(subject: Token, verb: Token, doers: Sequence[Mention]) -> bool:
    """Whether a doer acts on the subject in the clause above: "police shot men who had attacked the post"."""
    above = subject.head
    if subject.dep_ != "dobj" or subject.i > verb.i:
        return False
    actors = [words_of(kid) for kid in kids(above) if kid.dep_ == "nsubj"]
    return all(any(actor.holds(doer.start) for actor in actors) for doer in doers)


def acts_for_itself(noun: Token, context: Context) -> bool:
    """Whether a noun names a party, fighters or people, none that stands for another's: "another unit"."""
    low = noun.lower_
    known = low in load_nouns()["armed"] or low in load_nouns()["people"] or low in words("civil")
    return low not in PARTS and (known or next(parties_in([noun], context), None) is not None)


def acts_on_somebody(verb: Token) -> bool:
    """Whether a verb stands in the active voice and has somebody to act on."""
    if any(kid.dep_ in PASSIVES or kid.dep_ == "neg" for kid in kids(verb)):
        return False
    begun = verb.tag_ == "VBG" and verb.dep_ == "xcomp" and verb.head.lower_ in BEGINNING
    led = any(after.tag_ == "IN" for after in verb.doc[verb.i + 1 : verb.i + 2])
    if not begun and (led or verb.lower_ not in wording().harmed):
        return False  # "Defector killed In Idlib nine people …"
    objects = [kid for kid in kids(verb) if kid.i > verb.i and (kid.dep_ == "dobj" or (begun and kid.lower_ in AIMED))]
    return any(kid.tag_ in ("NN", "NNS", "PRP", "CD", "IN") for kid in objects)


def subject_of(verb: Token) -> Token | None:
    """The noun that acts in a verb's clause: its own, whom a relative clause is about, that of the verb above."""
    for _ in range(FAR):
        own = [kid for kid in kids(verb) if kid.dep_ in ("nsubj", "nsubjpass", "csubj")]
        if any(kid.dep_ in PASSIVES for kid in kids(verb)):
            return None
        if own:
            relative = own[-1].lower_ in RELATIVE and verb.dep_ == "relcl"
            subject = verb.head if relative else own[-1]
            return subject if subject.tag_[:2] == "NN" and subject.i < verb.i else None
        above = verb.head
        if verb.dep_ == "pcomp" and above.dep_ == "prep" and above.lower_ in ("before", "by"):
            above = above.head
        elif verb.dep_ not in ("conj", "xcomp") or (
            verb.dep_ == "xcomp" and any(k.dep_ == "dobj" for k in kids(above))
        ):
            return None
        if above.tag_[:1] != "V" or above.i == verb.i:
            return None
        verb = above
    return None


def with_allies(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the armed party that acts beside the subject: "the army, together with militiamen"."""
    verb = event.head
    subject = next((kid for kid in kids(verb) if kid.dep_ == "nsubj" and kid.i < verb.i), None)
    if event.code not in CODES | {"territory_gained"} or subject is None or not parts.initiators:
        return parts
    preps = [kid for token in (subject, verb) for kid in kids(token) if kid.dep_ == "prep"]
    beside = [p for p in preps if p.lower_ == "alongside" or (p.i and p.nbor(-1).lower_ in TOGETHER)]
    nouns = [noun for prep in beside for kid in kids(prep) if kid.dep_ == "pobj" for noun in (kid, *kid.conjuncts)]
    known = [who.mention for who in (*parts.initiators, *parts.targets)]
    allies = (who for who in parties_in(nouns, context) if who.kind in ARMED)
    more = tuple(who for who in allies if not any(who.mention.overlaps(name) for name in known))
    return parts.but(initiators=(*parts.initiators, *more)) if more else parts
