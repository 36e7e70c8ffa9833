"""What a place does in its sentence: holds the event, is its object, or only describes somebody."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc, Span, Token

from contested.claims.context import Context
from contested.model.annotations import PlaceMention

Role = Literal["locative", "object", "subject", "modifier", "descriptor", "other"]
MODIFIES = frozenset({"compound", "nmod", "amod", "poss", "nn"})


DATELINE = re.compile(r",?(?: [A-Z][a-z]+)?(?: ?[-–—]{1,2} | \([A-Z][\w. /]+\))")
CONTAINS = re.compile(r"(?:,? in |, | of | \(|,? [a-z]+ of |,? in the )(?:the )?(?:[a-z-]+ ){0,3}")


@cache
def place_nouns() -> dict[str, frozenset[str]]:
    """The lists of ``lexicon/where_words.toml``."""
    raw = tomllib.loads(files("contested.claims").joinpath("lexicon/where_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


@dataclass(slots=True, eq=False)
class Placed:
    """A place of a sentence: its head token, its role, the token it hangs on and by which preposition.

    ``first`` and ``last`` are its tokens; ``inside`` is a place of the sentence that contains it.
    """

    mention: PlaceMention
    token: Token
    role: Role
    anchor: Token
    prep: str = ""
    first: int = 0
    last: int = 0
    describes: str = ""
    inside: Placed | None = None


def places_by_sentence(context: Context) -> dict[int, list[Placed]]:
    """The places of each sentence, by the sentence's first token."""
    doc = context.doc
    placed: dict[int, list[Placed]] = {}
    for mention in context.annotations.places:
        span = doc.char_span(mention.mention.start, mention.mention.end, alignment_mode="expand")
        if span is None:
            continue
        found = place(mention, span)
        found.first, found.last = span.start, span.end
        found.describes = "dateline" if is_dateline(span, context) else described(span, doc) or spoken_by(found)
        placed.setdefault(span[0].sent.start, []).append(found)
    for here in placed.values():
        nest(here, context.report.text)
    return placed


def nest(here: list[Placed], text: str) -> None:
    """Mark which place the next one contains ("Rastan in Homs province", "Idlib, Syria"; backwards "Syria's Idlib")."""
    for left, right in pairwise(here):
        gap = text[left.mention.mention.end : right.mention.mention.start].lower()
        if CONTAINS.fullmatch(gap):
            left.inside = right
        elif gap in ("'s ", "s ", "’s ", " ", "' ") and left.mention.kind == "country":
            right.inside = left


def is_dateline(span: Span, context: Context) -> bool:
    """Whether the place only dates the report: in its dateline, or first in a sentence before an agency or a dash."""
    line = context.report.dateline
    if line is not None and line.mention.start <= span.start_char < line.mention.end:
        return True
    opens = span.start == span.sent.start or context.doc[span.start - 1].is_space
    return opens and DATELINE.match(context.report.text, span.end_char) is not None


def spoken_by(placed: Placed) -> str:
    """Whether the place only tells where a speaker, or a party that acts from afar, is."""
    anchor = placed.anchor
    if placed.role not in ("locative", "object"):
        return ""
    if anchor.lower_ in place_nouns()["positioned"]:
        return "positioned"
    if anchor.lower_ in place_nouns()["people"]:
        return "speaker" if anchor.dep_ == "nsubj" and anchor.head.lower_ in place_nouns()["saying"] else "person"
    return "speaker" if anchor.lower_ in place_nouns()["saying"] and placed.prep in ("in", "at", "from") else ""


def described(span: Span, doc: Doc) -> str:
    """What the words round the mention make of it: somebody's origin or seat, an actor's name, an adjective."""
    before = doc[span.start - 1].lower_ if span.start else ""
    two = doc[span.start - 2].lower_ if span.start > 1 else ""
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.lower_ == "-" and span.end + 1 < len(doc):
        return f"hyphen-{'based' if doc[span.end + 1].lower_ == 'based' else 'other'}"
    if before in ("of", "from", "in") and two in place_nouns()["people"]:
        return "person"
    if before in ("in", "at") and two in place_nouns()["telling"]:
        return "speaker"
    if after is not None and after.is_title and not after.is_sent_start and after.lower_ not in place_nouns()["places"]:
        return "name"
    if after is not None and after.pos_ in ("NOUN", "PROPN") and after.lower_ not in place_nouns()["places"]:
        return "noun"
    return ""


def place(mention: PlaceMention, span: Span) -> Placed:
    """The role of one mention."""
    token = span.root
    while (upper := climb(token, span)) is not None:
        token = upper
    head, dep = token.head, token.dep_
    if dep == "pobj":
        if head.lower_ == "of":
            return Placed(mention, token, "object", head.head, "of")
        role: Role = "locative" if head.lower_ in place_nouns()["locative"] else "other"
        return Placed(mention, token, role, head.head, head.lower_)
    if dep in MODIFIES and head.i != token.i:
        return Placed(mention, token, "modifier", head)
    if dep in ("dobj", "nsubjpass", "attr", "oprd", "npadvmod"):
        return Placed(mention, token, "object", head)
    return Placed(mention, token, "subject" if dep == "nsubj" else "other", head)


def climb(token: Token, span: Span) -> Token | None:
    """The token that stands for the place instead: a common noun of place, or the first of a list; None at the top."""
    head = token.head
    if head.i == token.i:
        return None
    places = place_nouns()["places"]
    if token.dep_ in MODIFIES:
        return head if span.start <= head.i < span.end or head.lower_ in places else None
    if token.dep_ in ("conj", "appos"):
        return head
    if token.dep_ == "pobj" and head.lower_ == "of" and head.head.lower_ in places:
        return head.head
    return None
