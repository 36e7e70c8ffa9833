"""All of a list is struck where one of it is: "hit a store and two vehicles", "killed the mayor and a guard"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.plain_objects import is_person, may_be_struck
from contested.claims.parties.unknown_doers import phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.struck import sort_at
from contested.claims.words.tree import Tree, tree_of
from contested.model.actor import Participant
from contested.model.claim import Effect

CODES = (VIOLENT - {"armed_clash"}) | {"destruction", "abduction", "arrest", "execution", "casualties", "interception"}


def whole_lists(parts: Parts, event: Event, context: Context, effects: Sequence[Effect] = ()) -> Parts:
    """The participants with what "and" and commas join to a target, in one phrase with it.

    Where people are counted, those whom no count names only make up one: "killed six men, five soldiers and a cook".
    """
    if event.code not in CODES or not parts.targets:
        return parts
    tree = tree_of(context.doc)
    known = [who.mention for who in (*parts.targets, *parts.initiators)]
    more = []
    for who in parts.targets:
        span = context.span(who.mention)
        for noun in (c for c in span.root.conjuncts if c.i > span.root.i) if span is not None else ():
            one = phrase_of(noun, context)
            fits = is_struck(noun, context, tree) and may_be_struck(noun, event, context, tree)
            fits = fits and (not effects or not is_person(noun, context) or is_counted(one, effects))
            if fits and not any(one.mention.overlaps(m) for m in known):
                known.append(one.mention)
                more.append(one)
    if not more:
        return parts
    return parts.but(targets=tuple(sorted((*parts.targets, *more), key=lambda who: who.mention.start)))


def is_counted(who: Participant, effects: Sequence[Effect]) -> bool:
    """Whether one of the event's counts is of those."""
    return any(effect.mention.overlaps(who.mention) for effect in effects)


def is_struck(noun: Token, context: Context, tree: Tree) -> bool:
    """Whether a noun stands for people or for what is struck."""
    return is_person(noun, context) or bool(sort_at(tree, noun.i))
