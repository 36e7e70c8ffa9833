"""What is built or moves and is struck as the subject of a passive: "the store was hit by two bombs and two died"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import EXPLOSIVE, VIOLENT
from contested.claims.parties.naming import unknown_at
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.kin import kids
from contested.claims.words.struck import sort_at
from contested.claims.words.tree import Tree, tree_of
from contested.model.actor import Participant
from contested.model.mention import Mention

CODES = VIOLENT | {"destruction", "looting"}
STRUCK = frozenset(
    "hit struck targeted attacked shelled bombed bombarded raided stormed destroyed damaged torched looted burned "
    "burnt razed".split()
)
SORTS = frozenset({"built", "gear", "gathering"})
WITHIN = frozenset({"in", "by"})


def struck_subjects(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the things that the event's passive, or the one it is told in, has for subject."""
    verb = event.head
    if event.code in EXPLOSIVE and verb.dep_ == "nsubj" and verb.head.lower_ in STRUCK:
        return with_things(parts, [kid for kid in kids(verb.head) if kid.dep_ == "dobj"], tree_of(context.doc))
    fired = event.code in EXPLOSIVE and verb.dep_ in ("pobj", "pcomp")
    if fired and verb.head.lower_ in WITHIN:
        verb = verb.head.head  # "the hospital was hit in an air strike"
    told = event.code == "destruction" and not parts.targets  # "burned down homes"
    if event.code not in CODES or not (told or verb.lower_ in STRUCK):
        return parts
    if not any(kid.dep_ in ("nsubjpass", "auxpass", "agent") for kid in kids(verb)):
        return with_things(parts, [kid for kid in kids(verb) if kid.dep_ == "dobj"], tree_of(context.doc))
    subjects = [kid for kid in kids(verb) if kid.dep_ == "nsubjpass" and kid.i < verb.i]
    nouns = [one for kid in subjects for one in (kid, *kid.conjuncts) if one.i < verb.i]
    return with_things(parts, nouns, tree_of(context.doc))


def with_things(parts: Parts, nouns: Sequence[Token], tree: Tree) -> Parts:
    """The participants with those of these nouns among the targets that are things."""
    nouns = [noun for noun in nouns if sort_at(tree, noun.i) in SORTS and noun.lower_ not in ("target", "targets")]
    things = [thing for noun in nouns if (thing := thing_at(noun, tree)).name[:1].isalnum()]
    known = [who.mention for who in (*parts.targets, *parts.initiators)]
    more = tuple(who for who in things if not any(who.mention.overlaps(m) and not is_owner(m, who) for m in known))
    kept = (who for who in parts.targets if not any(thing.mention.covers(who.mention) for thing in more))
    return parts.but(targets=(*more, *kept)) if more else parts


def is_owner(mention: Mention, thing: Participant) -> bool:
    """Whether a party is only named as whose a thing is: "the office of a political party"."""
    return thing.mention.covers(mention) and " of " in thing.mention.quote and mention.end == thing.mention.end


def thing_at(noun: Token, tree: Tree) -> Participant:
    """The thing of a noun under its whole phrase."""
    return unknown_at(tree, noun.i)
