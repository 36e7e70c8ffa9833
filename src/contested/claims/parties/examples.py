"""Parties named as examples of others take part, too: "militias like the Silver Shield", "groups including A and B"."""

from __future__ import annotations

from collections.abc import Iterator

from contested.claims.context import Context, Event
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.told_doers import parties_in
from contested.claims.parties.who_by_rule import Parts
from contested.claims.words.kin import kids
from contested.model.actor import Participant

LEADING = frozenset({"like", "including"})
CODES = frozenset({"demand", "warning", "accusation", "condemnation", "denial", "support", "casualties"})


def with_examples(parts: Parts, event: Event, context: Context) -> Parts:
    """The participants with the armed parties by name that the words behind a doer tell to be some of it."""
    if event.code in CODES:
        return parts
    known = [who.mention for who in (*parts.initiators, *parts.targets)]
    named = (one for who in parts.initiators for one in examples_of(who, context))
    more = (one for one in named if not any(one.mention.overlaps(m) for m in known))
    return parts.but(initiators=(*parts.initiators, *more))


def examples_of(who: Participant, context: Context) -> Iterator[Participant]:
    """The armed parties behind "like", "such as" or "including" after a plural for parties."""
    span = context.span(who.mention)
    if span is None or span.root.tag_ not in ("NNS", "NNPS"):
        return
    for prep in kids(span.root):
        such = prep.lower_ == "as" and prep.i and prep.nbor(-1).lower_ == "such"
        if prep.i > span.root.i and (prep.lower_ in LEADING or such):
            nouns = [one for noun in kids(prep) if noun.dep_ == "pobj" for one in (noun, *noun.conjuncts)]
            names = (noun for noun in nouns if noun.tag_ in ("NNP", "NNPS"))
            yield from (
                named for named in parties_in(names, context) if named.actor is not None and named.kind in ARMED
            )
