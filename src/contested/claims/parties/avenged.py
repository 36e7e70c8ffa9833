"""A deed and the one it answers have their own doers: "killed nine in retaliation for an ambush by rebels"."""

from __future__ import annotations

from spacy.tokens import Token

from contested.claims.context import Event
from contested.claims.events.candidates import VIOLENT
from contested.claims.parties.told_doers import named_outside
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import deed_words
from contested.claims.words.kin import kids
from contested.claims.words.tree import tree_of
from contested.model.actor import Participant
from contested.model.mention import Mention

SUFFERED = VIOLENT | {"casualties", "abduction", "capture", "arrest", "seizure"}
LEADING = frozenset({"for", "to", "of"})


def avenged(parts: Parts, event: Event) -> Parts:
    """The participants; of what is avenged only those named with it, of what avenges it nobody named with that."""
    if event.code not in SUFFERED or not (parts.initiators or parts.targets):
        return parts
    tree, words = tree_of(event.head.doc), deed_words()
    first, last = tree.first[event.head.i], tree.last[event.head.i]
    if all(words[name].isdisjoint(tree.lower[first:last]) for name in ("avenging", "answers", "retaliating")):
        return parts
    cause = next((noun for token in event.sentence for noun in causes_of(token)), None)
    if cause is None:
        return parts
    opens, ends = cause.left_edge, cause.right_edge
    if not opens.i <= event.head.i <= ends.i:
        return kept(parts, [Mention(opens.idx, ends.idx + len(ends), "")])
    sentence = event.sentence
    comma = next((t.idx for t in sentence[ends.i - sentence.start :] if t.text == ","), sentence.end_char)
    return kept(parts, [Mention(sentence.start_char, opens.idx, ""), Mention(comma, sentence.end_char, "")])


def causes_of(token: Token) -> list[Token]:
    """What a word for an answer tells to be answered."""
    if token.lower_ in deed_words()["avenging"]:
        return [kid for kid in kids(token) if kid.dep_ == "dobj"]
    if token.lower_ not in deed_words()["answers"] and token.lower_ not in deed_words()["retaliating"]:
        return []
    preps = [kid for kid in kids(token) if kid.dep_ == "prep" and kid.lower_ in LEADING and kid.i > token.i]
    return [noun for prep in preps for noun in kids(prep) if noun.dep_ in ("pobj", "pcomp")]


def kept(parts: Parts, without: list[Mention]) -> Parts:
    """The participants whom none of these stretches names; pronouns stand for others and stay."""
    sides: list[tuple[Participant, ...]] = [
        named_outside(those, without) for those in (parts.initiators, parts.targets)
    ]
    return parts.but(initiators=sides[0], targets=sides[1])
