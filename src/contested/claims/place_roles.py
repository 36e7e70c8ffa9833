"""What a place does in its sentence: holds the event, is its object, or only describes somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from contested.claims.context import Context
from contested.model.annotations import PlaceMention

Role = Literal["locative", "object", "subject", "modifier", "descriptor", "other"]
NOUN_OF_PLACE = frozenset(
    "city town village district neighbourhood neighborhood area areas suburb suburbs countryside province provinces governorate region part parts outskirts "
    "side center centre quarter camp airport airbase base hospital road highway crossing border north south east west edge front frontline axis district districts "
    "neighborhoods neighbourhoods towns villages cities vicinity surroundings territory surrounding square market school mosque bakery checkpoint street port dam bridge zone half "
    "northeast northwest southeast southwest coast desert entrance capital stronghold bastion enclave".split()
)
MODIFIES = frozenset({"compound", "nmod", "amod", "poss", "nn"})
LOCATIVE = frozenset(
    "in at near around inside outside across throughout within along over through by nearby surrounding between toward towards into onto to on against from via off amid beside behind beyond".split()
)


PEOPLE_NOUNS = frozenset(
    "governor residents resident people citizens president minister ministry director head government mayor source sources activist activists man men "
    "family families native king leader ruler regime army envoy ambassador spokesman refugees friends allies ally soldiers fighters rebels".split()
)
POSITIONED = frozenset("positioned stationed based deployed operating entrenched headquartered located holed".split())
SAYING = frozenset("said says say told tell reported reports added announced confirmed claimed".split())
DATELINE = re.compile(r",?(?: [A-Z][a-z]+)?(?: ?[-–—]{1,2} | \([A-Z][\w. /]+\))")
CONTAINS = re.compile(r"(?:,? in |, | of | \(|,? [a-z]+ of |,? in the )(?:the )?(?:[a-z-]+ ){0,3}")


@dataclass(slots=True, eq=False)
class Placed:
    """A place of a sentence: its mention, its head token, its role, the token it hangs on, and the preposition that ties it."""

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
        found = place(mention, span, doc)
        found.first, found.last = span.start, span.end
        found.describes = "dateline" if is_dateline(span, context) else described(span, doc) or spoken_by(found)
        placed.setdefault(span[0].sent.start, []).append(found)
    for here in placed.values():
        nest(here, doc)
    return placed


def nest(here: list[Placed], doc: Doc) -> None:
    """Mark which place the next one contains ("Rastan in Homs province", "Idlib, Syria"; backwards "Syria's Idlib")."""
    for left, right in zip(here, here[1:], strict=False):
        gap = doc.text[left.mention.mention.end : right.mention.mention.start].lower()
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
    return opens and DATELINE.match(context.doc.text, span.end_char) is not None


def spoken_by(placed: Placed) -> str:
    """Whether the place only tells where a speaker, or a party that acts from afar, is."""
    anchor = placed.anchor
    if placed.role not in ("locative", "object"):
        return ""
    if anchor.lower_ in POSITIONED:
        return "positioned"
    if anchor.lower_ in PEOPLE_NOUNS:
        return "speaker" if anchor.dep_ == "nsubj" and anchor.head.lower_ in SAYING else "person"
    return "speaker" if anchor.lower_ in SAYING and placed.prep in ("in", "at", "from") else ""


def described(span: Span, doc: Doc) -> str:
    """What the words round the mention make of it: somebody's origin or seat, an actor's name, an adjective."""
    before = doc[span.start - 1].lower_ if span.start else ""
    two = doc[span.start - 2].lower_ if span.start > 1 else ""
    after = doc[span.end] if span.end < len(doc) else None
    if after is not None and after.lower_ == "-" and span.end + 1 < len(doc):
        return f"hyphen-{'based' if doc[span.end + 1].lower_ == 'based' else 'other'}"
    if before in ("of", "from", "in") and two in PEOPLE_NOUNS:
        return "person"
    if before in ("in", "at") and two in (
        "based",
        "told",
        "said",
        "reporters",
        "sources",
        "source",
        "correspondent",
        "activist",
        "activists",
    ):
        return "speaker"
    if after is not None and after.is_title and not after.is_sent_start and after.lower_ not in NOUN_OF_PLACE:
        return "name"
    if after is not None and after.pos_ in ("NOUN", "PROPN") and after.lower_ not in NOUN_OF_PLACE:
        return "noun"
    return ""


def place(mention: PlaceMention, span: Span, doc: Doc) -> Placed:
    """The role of one mention."""
    token = top_of(span)
    while True:
        head = token.head
        if token.dep_ in MODIFIES and head.i != token.i:
            if head.i < span.end and head.i >= span.start:
                token = head
                continue
            if head.lower_ in NOUN_OF_PLACE:
                token = head
                continue
            return Placed(mention, token, "modifier", head)
        if token.dep_ in ("conj", "appos") and head.i != token.i:
            token = head
            continue
        if token.dep_ == "pobj":
            prep = head
            above = prep.head
            if prep.lower_ == "of" and above.lower_ in NOUN_OF_PLACE:
                token = above
                continue
            if prep.lower_ == "of":
                return Placed(mention, token, "object", above, "of")
            role: Role = "locative" if prep.lower_ in LOCATIVE else "other"
            return Placed(mention, token, role, above, prep.lower_)
        break
    if token.dep_ in ("dobj", "nsubjpass", "attr", "oprd", "npadvmod"):
        return Placed(mention, token, "object", token.head)
    if token.dep_ in ("nsubj",):
        return Placed(mention, token, "subject", token.head)
    return Placed(mention, token, "other", token.head)


def top_of(span: Span) -> Token:
    """The head token of a mention."""
    return span.root
