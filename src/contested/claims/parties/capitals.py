"""Capitals that stand for governments: "Paris and Berlin condemned it", "Kyiv and Moscow exchanged prisoners"."""

from __future__ import annotations

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.parties.by_and_from import VOICED, party_of
from contested.claims.parties.told_doers import also_by, parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.kin import kids

CODES = VOICED | {"talks", "agreement", "release", "denial", "aid", "deployment", "withdrawal"}
LANDS = frozenset({"city", "capital", "country"})
FAR = 5  # steps from an event up to the verb of its subject


def all_capitals(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; both of two governments that a subject joins act where one of them does."""
    subject = subject_above(event.head)
    if event.code not in CODES or subject is None or not parts.initiators:
        return parts
    nouns = [subject, *(noun for noun in subject.conjuncts if noun.i < event.head.i)]
    governments = [
        noun for noun in nouns
        if any(who.kind == "government" and who.mention.quote == noun.text for who in parties_in([noun], context))
    ]  # fmt: skip
    acting = any(who.mention.holds(noun.idx) for who in parts.initiators for noun in governments)
    places = [p.mention for p in context.annotations.places if p.kind in LANDS]
    joined = [noun for noun in nouns if noun.tag_ == "NNP" and noun not in governments]
    if not acting or not joined or not all(any(p.holds(noun.idx) for p in places) for noun in joined):
        return parts
    more = [party_of(noun, context) for noun in joined]
    new = [who for who in more if not any(who.mention.overlaps(known.mention) for known in parts.initiators)]
    return also_by(parts, new)


def subject_above(token: Token) -> Token | None:
    """The noun that is the subject of the verb that an event is, or hangs on: "are alone in warning"."""
    for _ in range(FAR):
        own = [kid for kid in kids(token) if kid.dep_ == "nsubj" and kid.i < token.i]
        if own:
            return own[-1]
        if token.dep_ not in ("pcomp", "prep", "acomp", "dobj", "xcomp", "advcl") or token.head.i == token.i:
            return None
        token = token.head
    return None
