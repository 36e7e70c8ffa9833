"""The party that a word before a noun names: "a rebel raid" is by rebels."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from contested.claims.context import Context
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.doer_words import wording
from contested.model.actor import Participant

QUALITIES = frozenset({"JJ", "JJR", "JJS", "VBN"})
BEFORE = frozenset({"amod", "compound", "nmod", "npadvmod", "poss"})


def plainly_named(parts: Parts, context: Context) -> Parts:
    """The participants, those of whom only a word before a noun tells under the party's name."""
    return parts.each(lambda who: as_party(who, context))


def as_party(who: Participant, context: Context) -> Participant:
    """The participant; "rebels" for the "rebel" of "besieged rebel-held" and "rebel raid", not of "a rebel"."""
    last = who.name.rpartition(" ")[2].lower()
    if " " not in who.name and last not in wording().members:
        return who
    span = context.span(who.mention)
    after = context.doc[span.end : span.end + 1] if span is not None else ()
    if span is None or not after or not (span[-1].dep_ in BEFORE or after[0].text == "-" or is_bare(span, after[0])):
        return who
    name = who.name
    while " " in name and name[:1].islower() and len(span) > 1 and span[0].tag_ in QUALITIES:
        name, span = name.partition(" ")[2], span[1:]
    ending = "S" if name.isupper() else "s"
    return replace(who, name=name + ending if name.lower() in wording().members else name)


def is_bare(span: Span, after: Token) -> bool:
    """Whether a single word with no article stands before a noun of its own, whatever the parse: "rebel shelling"."""
    alone = span[0].i == span[0].sent.start or span[0].nbor(-1).tag_ not in ("DT", "PRP$", "JJ", "CD")
    return len(span) == 1 and span[0].tag_ in ("NN", "JJ") and alone and after.tag_ in ("NN", "NNS", "VBG")
