"""Times carried over: a headline takes its body's, a detail that of the story it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from contested.claims.context import Context, Event
from contested.claims.event_link import belongs, link_traits
from contested.claims.event_view import in_headline, parted
from contested.claims.time_lender import Told
from contested.claims.time_own import is_strict
from contested.model.claim import ClaimTime

REACH, NEXT = 8, 2
STORY_DAYS = 14


def carried(events: Sequence[Event], own: Sequence[ClaimTime | None], context: Context) -> list[ClaimTime | None]:
    """The own times, and for events without one the time that carries over, or None."""
    numbers = {sentence.start: number for number, sentence in enumerate(context.doc.sents)}
    where = [numbers[event.sentence.start] for event in events]
    heads = [in_headline(event, context) for event in events]
    anchor, title = context.report.anchor, context.report.headline.end if context.report.headline else 0
    lenders = [
        Told(i, where[i], event.code, time, is_recent(time, anchor), event.trigger.start_char >= title, event.head.lower_)
        for i, (event, time) in enumerate(zip(events, own, strict=True))
        if time is not None and not is_strict(event)
    ]
    result = list(own)
    days = len({told.time.start for told in lenders if told.recent})
    for i, event in enumerate(events):
        if own[i] is None and not (is_strict(event) and not heads[i]):
            lender = headline_lender(event, lenders) if heads[i] else story_lender(event, i, where[i], lenders)
            if lender is not None and belongs(link_traits(event, where[i], heads[i], lender, days)):
                result[i] = lender.time
    return result


def is_recent(time: ClaimTime, anchor: str | None) -> bool:
    """Whether a time is one of the days the report is about; without an anchor any day is."""
    if time.precision not in ("day", "days") or (anchor is not None and time.start.startswith("XXXX")):
        return False
    if anchor is None:
        return True
    return 0 <= (date.fromisoformat(anchor[:10]) - date.fromisoformat(time.start)).days <= STORY_DAYS


def headline_lender(event: Event, lenders: Sequence[Told]) -> Told | None:
    """The first dated event of the body of the same code, else the first one."""
    body = [told for told in lenders if told.in_body and told.recent]
    return next((told for told in body if told.code == event.code), body[0] if body else None)


def story_lender(event: Event, index: int, sentence: int, lenders: Sequence[Told]) -> Told | None:
    """The nearest dated event before in the same story, else one of the same code after it."""
    before = [t for t in lenders if t.sentence <= sentence and t.index != index and sentence - t.sentence <= REACH]
    old = [told for told in before if told.code == event.code and 0 < sentence - told.sentence <= NEXT]
    after_other = parted(event.head, event.head.sent.root)
    story = [told for told in before if told.recent and not (after_other and told.sentence == sentence)]
    same = [told for told in story if told.code == event.code]
    if old and not old[-1].recent and before[-1] is old[-1]:
        return old[-1]
    if same or (story and not after_other):
        return (same or story)[-1]
    after = [told for told in lenders if 0 < told.sentence - sentence <= NEXT and told.recent]
    return old[-1] if old else next((told for told in after if told.code == event.code), None)
