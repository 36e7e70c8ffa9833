"""Whom a protest is against: "anti-government protests", "an uprising against Norland's rule"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from contested.claims.context import Context, Event
from contested.claims.surroundings import load_nouns
from contested.claims.told_doers import parties_in
from contested.claims.who_by_rule import Parts
from contested.model.actor import Participant
from contested.model.mention import Mention

PROTESTS = frozenset({"protest", "riot"})
NEAR = 5  # tokens before a protest in which "anti-" stands


def protested(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants; whom a protest's own words tell that it is against is its target, where nobody else is."""
    if event.code not in PROTESTS or parts.targets:
        return parts
    named = anti(event, context) or next(against(event.head, context), None)
    if named is None or any(who.mention.overlaps(named.mention) for who in parts.initiators):
        return parts
    return replace(parts, targets=(named,))


def anti(event: Event, context: Context) -> Participant | None:
    """The party behind "anti-" right before a protest."""
    doc, start = context.doc, event.trigger.start
    for i in range(max(event.trigger.sent.start, start - NEAR), start - 1):
        if doc[i].lower_ != "anti" or doc[i + 1].text not in ("-", "–") or i + 2 >= start:
            continue
        token = doc[i + 2]
        known = next(parties_in([token], context), None)
        if known is not None or token.lower_ not in load_nouns()["party"]:
            return known
        return Participant(token.text, None, "government", Mention(token.idx, token.idx + len(token), token.text))
    return None


def against(protest: Token, context: Context) -> Iterator[Participant]:
    """The parties behind "against" that hang on a protest: "protests against the rule of X"."""
    for prep in protest.children:
        if prep.lower_ == "against":
            yield from parties_in(prep.subtree, context)
