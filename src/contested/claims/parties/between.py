"""Those whom "between" or "among" joins clash or meet as equals: "clashes among marchers, villagers and the police"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.by_and_from import list_of, party_of
from contested.claims.parties.told_doers import named_outside, parties_in
from contested.claims.parties.unknown_doers import may_be_people, phrase_of
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.kin import kids
from contested.model.actor import Participant

MUTUAL = frozenset({"armed_clash", "riot", "talks", "agreement"})
JOINING = frozenset({"between", "among", "amongst"})
HAPPENING = frozenset(
    "broke break breaks broken erupted erupt started occurred took flared resumed began begun continued continue "
    "happened raged".split()
)
PHRASE = ("NN", "JJ", "DT", "CD", "VBN", "POS", "HYPH", "PRP$", ",", "CC")
LINKS = frozenset({",", "and", "&"})


def between_them(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; all of those whom "between" joins act, and none of them is acted on."""
    prep = next(preps_of(event), None) if event.code in MUTUAL else None
    if prep is None:
        return parts
    nouns = nouns_behind(prep)
    lands = [place.mention for place in context.annotations.places if place.kind == "country"]
    sides: list[Participant] = []
    for noun in nouns:
        if next(parties_in([noun], context), None) is not None or may_be_people(noun, context):
            sides.append(phrase_of(noun, context))
        elif any(land.holds(noun.idx) for land in lands):
            sides.append(party_of(noun, context))
    if len(nouns) < 2 or len(sides) < len(nouns):
        return parts
    known, last = [who.mention for who in sides], nouns[-1].idx
    met = event.code in ("talks", "agreement")  # others may have brokered it
    others = (who for who in parts.initiators if not any(who.mention.overlaps(name) for name in known))
    sides += (who for who in others if prep.idx < who.mention.start and (met or who.mention.start < last))
    sides.sort(key=lambda who: who.mention.start)
    hit = named_outside(parts.targets, [who.mention for who in sides])
    return parts.but(initiators=tuple(sides), targets=hit)


def preps_of(event: Event) -> Iterator[Token]:
    """The "between" that hangs on an event, or on the verb that only says that it happened."""
    head = event.head
    above = [head, head.head] if head.dep_ == "nsubj" and head.head.lower_ in HAPPENING else [head]
    for token in above:
        yield from (kid for kid in kids(token) if kid.lower_ in JOINING and kid.i > head.i)


def nouns_behind(prep: Token) -> list[Token]:
    """The heads of the phrases behind "between", by the parse, else by tags where it lost one of them."""
    first = next((kid for kid in kids(prep) if kid.dep_ == "pobj"), None)
    if first is None:
        return []
    parsed = [noun for noun in list_of(first) if noun.i > prep.i]
    listed = [*by_tags(prep)]
    return listed if len(listed) > len(parsed) else parsed


def by_tags(prep: Token) -> Iterator[Token]:
    """The last noun of each phrase of the list that follows, as far as nouns and their qualities go."""
    last = None
    for token in prep.doc[prep.i + 1 : prep.sent.end]:
        if not token.tag_.startswith(PHRASE):
            break
        if token.lower_ in LINKS and last is not None:
            yield last
            last = None
        elif token.tag_[:2] == "NN":
            last = token
    if last is not None:
        yield last
