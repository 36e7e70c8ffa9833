"""Times of an event's own: which of the sentence's times governs it, by the parse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from contested.claims.context import Event
from contested.claims.event_view import clause_of, is_ahead, parted, upward
from contested.claims.time_use import VERBS, TimeUse, when_words
from contested.model.claim import ClaimTime

FAR = 99
ENOUGH, AHEAD, LAST = 4, 1, 6
SHARING = frozenset("conj advcl xcomp prep pcomp dep appos parataxis ROOT".split())


def own_times(events: Sequence[Event], uses: Mapping[int, list[TimeUse]], anchor: str | None) -> list[ClaimTime | None]:
    """The time each event's own sentence gives it, or None."""
    heads = {event.head.i for event in events}
    return [own_time(event, uses.get(event.sentence.start, []), heads, anchor) for event in events]


def own_time(event: Event, uses: Sequence[TimeUse], heads: set[int], anchor: str | None) -> ClaimTime | None:
    """The time that lies nearest to the event in the parse, if near enough for its kind."""
    ranked = sorted(((cost(event, use, heads), abs(use.span.start - event.head.i), n) for n, use in enumerate(uses)))
    if not ranked or ranked[0][0] > LAST or (ranked[0][0] > ENOUGH and not is_loose(event, uses[ranked[0][2]], heads)):
        return None
    use = uses[ranked[0][2]]
    if is_strict(event) and not is_its_own(event, use, heads):
        return None
    if is_ahead(event.head) and not (ranked[0][0] <= AHEAD and anchor is not None and use.period.end > anchor[:10]):
        return None
    if opens_clause(use) and event.head.i > use.span.end:
        return use.claimed(itself=True)
    return use.claimed(itself=use.since is not None)


def is_loose(event: Event, use: TimeUse, heads: set[int]) -> bool:
    """Whether a time behind the event may be its own though the parse does not show it: no other event between."""
    low, high = event.head.i, use.span.start
    return low < high and use.period.precision in ("day", "days") and not any(low < head < high for head in heads)


def opens_clause(use: TimeUse) -> bool:
    """Whether a time is told by what happened then: "since early 2011 when protests …"."""
    doc, end = use.span.doc, use.span.end
    return end < len(doc) and (
        doc[end].lower_ == "when" or (doc[end].is_punct and doc[end : end + 2][-1].lower_ == "when")
    )


def is_strict(event: Event) -> bool:
    """Whether only a time of its very own dates the event: a state, a stance, a speech act."""
    words = when_words()
    return event.code in words.spoken or event.code in words.standing


def is_its_own(event: Event, use: TimeUse, heads: set[int]) -> bool:
    """Whether a time hangs on the event's own word, with no other event between."""
    trigger, low, high = event.trigger, *sorted((event.head.i, use.span.start))
    if event.head.dep_ in ("amod", "compound", "nmod") or any(low < head < high for head in heads):
        return False
    if trigger.start <= use.governor.i < trigger.end:
        return True
    return event.head.tag_.startswith(VERBS) and clause_of(use.governor).i == event.head.i


def cost(event: Event, use: TimeUse, heads: set[int]) -> int:
    """How far a time lies from an event: 0 its own modifier, 1 its clause, more through other clauses."""
    trigger = event.trigger
    if (use.is_speech and not use.is_fronted) or (use.since is not None and trigger.start_char < use.since):
        return FAR
    for token in upward(use.governor):
        if trigger.start <= token.i < trigger.end:
            return 0
        if token.i in heads or token.tag_.startswith(VERBS):
            break
    mine, its = clause_of(event.head), clause_of(use.governor)
    if mine.i == its.i:
        return 1 if not parted(event.head, mine) else FAR
    if its.dep_ in ("acl", "relcl") and trigger.start <= its.head.i < trigger.end:
        return 1
    if parted(event.head, its) or parted(use.governor, mine):
        return FAR
    above = links(mine, its)
    if above is not None:
        return 2 if set(above) <= SHARING else 3 if use.is_fronted else LAST
    below = links(its, mine)
    if below is not None:
        return 2 if set(below) <= {"conj"} else 3 if set(below) <= SHARING else LAST
    return 3 if use.is_fronted else LAST


def links(low: Token, high: Token) -> list[str] | None:
    """The dependency labels of the clauses from ``low`` up to ``high``; None where ``high`` is no ancestor."""
    labels = []
    token = low
    while token.i != high.i:
        if token.head.i == token.i:
            return None
        if token.tag_.startswith(VERBS) or token.dep_ in ("relcl", "acl", "ccomp", "advcl"):
            labels.append(token.dep_)
        token = token.head
    return labels
