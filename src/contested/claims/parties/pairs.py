"""Two parties that a headline joins by a comma: "Army, rebels clash near A", "A, B trade fire"."""

from __future__ import annotations

from spacy.tokens import Span

from contested.claims.context import Context, Event
from contested.claims.parties.told_doers import named_outside, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.model.actor import Participant
from contested.model.mention import Mention

NAMES = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "POS", "HYPH"})
LONGEST = 6  # words of a party's name in a headline
LEAST = 4  # words of a headline with two parties and what both do


def both_in_headlines(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; both of two parties that open a headline before a verb of two do what it tells."""
    first = event.sentence.start
    words = context.doc[first : event.trigger.end]
    comma = next((k for k in range(1, min(LONGEST, len(words))) if words[k].text == ","), None)
    if comma is None or len(words) < LEAST:
        return parts
    behind = range(comma + 2, min(comma + LONGEST, len(words)))
    verb = next((k for k in behind if words[k].lower_ in wording().mutual), None)
    names = (words[:comma], words[comma + 1 : verb])
    if verb is None or not all(word.tag_ in NAMES for name in names for word in name):
        return parts
    both = tuple(party_of(name, context) for name in names)
    hit = named_outside(parts.targets, [who.mention for who in both])
    return parts.but(initiators=both, targets=hit)


def party_of(name: Span, context: Context) -> Participant:
    """The party of a stretch of words, under all of them where no pack knows it."""
    known = next(parties_in([name[-1]], context), None)
    if known is not None and known.actor is not None:
        return known
    kind = known.kind if known is not None else "unknown"
    return Participant(name.text, None, kind, Mention(name.start_char, name.end_char, name.text))
