"""Who fights whom, and who backs whom, by the words that join the two: "clashes with X", "X-backed rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.told_doers import HYPHENS, named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.kin import kids
from contested.model.actor import Participant
from contested.model.at import holding
from contested.model.mention import Mention

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HELD = frozenset({"held", "controlled"})
LEAST = 3  # tokens of "X-backed"


def both_sides(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants, those of a clash and of a bond that its own word tells on the sides where they stand."""
    parts = held_by_before(parts, event, context)
    return with_their_list(backed(against_each_other(parts, event, context), event, context), context)


def against_each_other(parts: Parts, event: Event, context: Context) -> Parts:
    """Of those who clash "with" others the others are the targets: "rebels were killed in clashes with soldiers"."""
    if event.code != "armed_clash" or event.head.tag_[:2] != "NN":
        return parts
    withs = [kid for kid in kids(event.head) if kid.dep_ == "prep" and kid.lower_ == "with"]
    if not parts.initiators:
        spans = [(prep.idx, prep.right_edge.idx) for prep in withs]
        others = tuple(w for w in parts.targets if any(low <= w.mention.start <= high for low, high in spans))
        before = tuple(w for w in parts.targets if w not in others and w.mention.end <= event.head.idx)
        parts = parts.but(initiators=before, targets=others) if others and before else parts
    named = tuple(parties_in((noun for prep in withs for noun in kids(prep)), context))
    others = tuple(who for who in named if who.kind in ARMED)
    if others and not named_outside((*parts.initiators, *parts.targets), [who.mention for who in others]):
        return parts.but(initiators=who_met(event, context), targets=others)
    known = [who.mention for who in (*parts.initiators, *parts.targets)]
    met = tuple(who for who in others if not any(who.mention.overlaps(m) for m in known))
    return parts.but(targets=(*parts.targets, *met)) if met else parts


def who_met(event: Event, context: Context) -> tuple[Participant, ...]:
    """The armed party that the sentence is about, where a clash is told aside: "troops left after clashes with X"."""
    verb = next((token for token in event.head.ancestors if token.tag_[:1] == "V"), None)
    subjects = [kid for kid in kids(verb) if kid.dep_ in SUBJECTS] if verb is not None else []
    return tuple(who for who in parties_in(subjects, context) if who.kind in ARMED)


def with_their_list(parts: Parts, context: Context) -> Parts:
    """The participants with all parties of a list one of which is a target: "an offensive by rebels and militants"."""
    known = [who.mention for who in (*parts.initiators, *parts.targets)]
    heads = [span.root for who in parts.targets if (span := context.span(who.mention))]
    lists = (more for head in heads if not takes_apart(head, context) for more in joined(head))
    named = parties_in(lists, context)
    more = tuple(w for w in named if w.kind != "media" and not any(w.mention.overlaps(m) for m in known))
    return parts.but(targets=(*parts.targets, *more)) if more else parts


def takes_apart(head: Token, context: Context) -> bool:
    """Whether what is listed behind a count makes it up: "six of its people, five soldiers and a contractor"."""
    whole, parts = number_of(head, context), [number_of(more, context) for more in joined(head)]
    return whole is not None and len(parts) > 1 and None not in parts and sum(part or 0 for part in parts) == whole


def number_of(noun: Token, context: Context) -> int | None:
    """The number that is told of a noun, one for "a"; None where there is none."""
    own = [kid.idx for kid in kids(noun) if kid.dep_ == "nummod"]
    told = (q.quantity.low for at in own for q in holding(context.annotations.quantities, at))
    one = 1 if any(kid.lower_ in ("a", "an") for kid in kids(noun)) else None
    return next(told, one)


def joined(head: Token) -> Iterator[Token]:
    """The nouns that "and" joins to a noun, those behind it."""
    for kid in kids(head):
        if kid.dep_ == "conj" and kid.tag_[:2] == "NN" and kid.i > head.i:
            yield kid
            yield from joined(kid)


def held_by_before(parts: Parts, event: Event, context: Context) -> Parts:
    """Who stands right before a "held" that lost its hyphen holds it: "the opposition held district"."""
    verb, before = event.head, event.trigger.start - 1
    if event.code != "control" or verb.lower_ not in HELD or verb.tag_ not in ("VBN", "VBD") or before < 0:
        return parts
    token = context.doc[before]
    holder = next(iter(parties_in([token], context)), None)
    if holder is None or token.sent != verb.sent or any(kid.dep_ == "auxpass" for kid in kids(verb)):
        return parts
    return parts.but(initiators=(holder,))


def backed(parts: Parts, event: Event, context: Context) -> Parts:
    """Who stands before the hyphen of "X-backed rebels" backs them, and they are the backed."""
    words, verb = event.trigger, event.head
    tied = len(words) >= LEAST and words[1].text in HYPHENS and verb.dep_ in ("amod", "compound", "nmod")
    if event.code != "support" or not tied:
        return parts
    backer = named(words[0], context)
    party = next(iter(parties_in([verb.head], context)), None)
    start, end = verb.idx + len(verb) + 1, verb.head.idx + len(verb.head)
    if start >= end:
        return parts
    mention = Mention.of(context.report.text, start, end)
    kind = party.kind if party is not None else "unknown"
    actor = party.actor if party is not None else None
    whole = Participant(" ".join(mention.quote.split()), actor, kind, mention)
    return parts.but(initiators=(backer,), targets=(whole,))


def named(token: Token, context: Context) -> Participant:
    """The party of one word, as the report knows it where it names nobody else with it."""
    mention = Mention(token.idx, token.idx + len(token), token.text)
    known = next((who for who in parties_in([token], context) if who.mention == mention), None)
    return known or Participant(token.text, None, "unknown", mention)
