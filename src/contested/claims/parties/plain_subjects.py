"""Who does it by plain grammar, where nothing else tells: "masked men smashed the door", "a charge denied by X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.fillers import GROUPS
from contested.claims.parties.plain_objects import is_person
from contested.claims.parties.told_doers import is_weapon
from contested.claims.parties.unknown_doers import agents_of, may_be_people, phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words
from contested.claims.words.kin import kids
from contested.claims.words.shared_subjects import SUBJECTS, is_perfect

ACTED = VIOLENT | frozenset(
    "destruction interception looting seizure abduction arrest capture territory_gained control siege".split()
)
BY_SOMEBODY = ACTED | frozenset(f"{GROUPS['speech']} agreement evacuation aid deployment release".split())
CLASHING = frozenset({"clashed", "clash", "clashes"})
CROWDS = frozenset({"riot"})
GIVEN = frozenset({"release", "evacuation", "aid"})
ACTIVE = ("VBD", "VBZ", "VBP", "VB")
UNDONE = frozenset({"auxpass", "neg", "nsubjpass"})


def plain_subjects(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; where nobody acts, who by the grammar of the event's own verb does."""
    verb = event.head
    made = deed_words()["causing"] | (deed_words()["throwing"] if event.code in CROWDS else frozenset())
    if verb.dep_ == "dobj" and verb.head.lower_ in made:
        verb = verb.head  # "gunmen caused damage", "students threw stones"
    if parts.initiators or verb.tag_[:1] != "V":
        return parts
    nouns = [*agents(event), *(subjects(verb) if event.code in ACTED | GIVEN | CROWDS else ())]
    named_ones = [phrase_of(noun, context) for noun in nouns if acts(noun, context)]
    hit = [who.mention for who in parts.targets]
    doers = [who for who in named_ones if not is_weapon(who) and not any(who.mention.overlaps(m) for m in hit)]
    return parts.but(initiators=tuple(doers))


def agents(event: Event) -> Iterator[Token]:
    """All whom the "by" of a passive leads to."""
    if event.code in BY_SOMEBODY:
        for noun in agents_of(event.head):
            yield noun
            yield from (one for one in noun.conjuncts if one.i > noun.i)


def subjects(verb: Token) -> Iterator[Token]:
    """The subject of an active verb that has an object, or that of the verb which "and" joins it to."""
    active = verb.tag_ in ACTIVE or is_perfect(verb) or verb.lower_ in CLASHING
    if not active or any(kid.dep_ in UNDONE for kid in kids(verb)):
        return
    met = verb.lower_ in CLASHING and any(kid.lower_ == "with" for kid in kids(verb))
    if not met and not any(kid.dep_ == "dobj" and kid.i > verb.i for kid in kids(verb)):
        return
    own = [kid for kid in kids(verb) if kid.dep_ in SUBJECTS]
    first = verb.head if not own and verb.dep_ == "conj" else verb
    for noun in (kid for kid in kids(first) if kid.dep_ == "nsubj" and kid.i < first.i):
        yield noun
        yield from (one for one in noun.conjuncts if one.i < verb.i)


def acts(noun: Token, context: Context) -> bool:
    """Whether a noun is of people who may act: no place, deed, thing or weapon."""
    return noun.tag_[:2] == "NN" and is_person(noun, context) and may_be_people(noun, context)
