"""To whom or what it is done by plain grammar, where nothing else tells: "two pylons were cut", "the murder of X"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import EXPLOSIVE, VIOLENT
from contested.claims.parties.told_doers import parties_in
from contested.claims.parties.unknown_doers import phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.claims.words.kin import kids
from contested.claims.words.phrases import DAYS
from contested.claims.words.struck import sort_at
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree, tree_of
from contested.claims.words.vocabulary import words
from contested.model.at import holding

DONE_TO = (VIOLENT - {"armed_clash", "chemical_attack"}) | frozenset(
    "abduction arrest capture release interception execution".split()
)
ON_PEOPLE = frozenset("abduction arrest capture release execution attack_on_civilians".split())
OF = {"of": ON_PEOPLE, "on": frozenset({"attack", "air_strike", "shelling", "bombing", "missile_attack"})}
OF["against"] = OF["on"]
VERBS = ("VBD", "VBN", "VBZ", "VBP", "VB", "VBG")


def plain_objects(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; where nobody is acted on, whom or what the grammar of the event says it is done to."""
    tree = tree_of(context.doc)
    if parts.targets or event.code not in DONE_TO:
        return parts
    nouns = [noun for noun in acted_on(event) if may_be_struck(noun, event, context, tree)]
    those = [one for noun in nouns for one in (noun, *(c for c in noun.conjuncts if c.i > noun.i))]
    hit = [phrase_of(noun, context) for noun in dict.fromkeys(those) if may_be_struck(noun, event, context, tree)]
    known = [who.mention for who in parts.initiators]
    hit = [who for who in hit if not any(who.mention.overlaps(m) for m in known)]
    return parts.but(targets=tuple(hit)) if hit else parts


def acted_on(event: Event) -> Iterator[Token]:
    """The nouns on which the event's own verb or noun acts."""
    head = event.head
    if head.tag_ in VERBS:
        yield from of_verb(head)
    elif head.tag_[:2] == "NN":
        for prep in kids(head):
            if prep.i > head.i and event.code in OF.get(prep.lower_, ()):
                yield from (noun for noun in kids(prep) if noun.dep_ == "pobj")


def of_verb(verb: Token) -> Iterator[Token]:
    """The subject of a passive, the object of an active verb, the noun that a participle or a clause is about."""
    passive = [kid for kid in kids(verb) if kid.dep_ == "nsubjpass"]
    objects = [kid for kid in kids(verb) if kid.dep_ == "dobj"]
    first = verb.head if verb.dep_ == "conj" and verb.head.tag_ == verb.tag_ == "VBN" else None
    if passive and passive[0].tag_ not in ("WDT", "WP"):
        yield from passive
    elif objects and objects[0].tag_ not in ("WDT", "WP"):
        yield from objects
    elif verb.dep_ == "acl" and verb.tag_ in ("VBN", "VBD") and verb.head.i < verb.i:
        yield verb.head
    elif verb.dep_ == "relcl" and (passive or not objects):
        subject = any(kid.dep_ == "nsubj" and kid.tag_ in ("WDT", "WP") for kid in kids(verb))
        if not subject and (passive or any(kid.dep_ == "nsubj" for kid in kids(verb))):
            yield verb.head
    elif first is not None and not any(kid.dep_ in ("nsubj", "nsubjpass") for kid in kids(verb)):
        yield from of_verb(first)


def may_be_struck(noun: Token, event: Event, context: Context, tree: Tree) -> bool:
    """Whether a noun may be who or what is struck: no ground, deed, day or weapon, and people in deeds to people."""
    nouns, low = load_nouns(), noun.lower_
    if noun.tag_[:2] != "NN" or low in DAYS or low in nouns["abstract"] or low in nouns["happenings"]:
        return False
    own = (noun, *(kid for kid in kids(noun) if kid.i < noun.i))
    last = event.trigger.end - 1  # of "shot a journalist dead" the object is no part
    inner = noun.dep_ == "dobj" and noun.head.i == event.head.i and event.trigger.start < noun.i < last
    within = not inner and any(event.trigger.start <= token.i <= last for token in own)
    if within or low in words("quantifiers") or is_cut_off(noun, event):
        return False  # "breached the truce", "violating the ceasefire regime", "hundreds"
    if event.code in EXPLOSIVE and not (sort_at(tree, noun.i) or is_person(noun, context)):
        return False  # what is fired or used
    if low in wording().weapons and event.code != "interception":
        return False
    if low in nouns["means"] and event.code != "interception":
        return False
    placed = any(holding(context.annotations.places, noun.idx))
    if placed or sort_at(tree, noun.i) == "ground" or low in nouns["place"]:
        return False
    if any(holding(context.annotations.times, noun.idx)):
        return False
    return event.code not in ON_PEOPLE or is_person(noun, context)


def is_cut_off(noun: Token, event: Event) -> bool:
    """Whether a quotation mark or comma stands between a verb and what the parse takes for its object."""
    between = noun.doc[event.head.i + 1 : noun.left_edge.i] if noun.dep_ == "dobj" else ()
    return any(token.text in (",", '"', "”", "``", "''", ";") for token in between)


def is_person(noun: Token, context: Context) -> bool:
    """Whether a noun stands for people: a party, a word for people, a proper name."""
    nouns, low = load_nouns(), noun.lower_
    known = next(parties_in([noun], context), None) is not None
    return known or low in nouns["people"] or low in nouns["armed"] or low in nouns["person"] or noun.tag_ == "NNP"
