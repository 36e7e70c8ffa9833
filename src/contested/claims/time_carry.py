"""Times carried over: a headline takes its body's, a detail that of the story it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from contested.claims.context import Context, Event
from contested.claims.event_link import across_paragraphs, is_detail, link_traits, weight_of
from contested.claims.event_view import clause_of, in_headline, is_under_modal, parted
from contested.claims.time_lender import Link, Told
from contested.claims.time_own import is_strict
from contested.model.claim import ClaimTime
from contested.model.report import Report

REACH, NEXT = 8, 2
STORY_DAYS = 20
STORIES = 4
CERTAIN = 99.0


def carried(events: Sequence[Event], own: Sequence[ClaimTime | None], context: Context) -> list[ClaimTime | None]:
    """The own times, and for events without one the time that carries over, or None."""
    numbers = {sentence.start: number for number, sentence in enumerate(context.doc.sents)}
    where = [numbers[event.sentence.start] for event in events]
    heads = [in_headline(event, context) for event in events]
    lenders = [
        told_of(i, where[i], event, time, context.report)
        for i, (event, time) in enumerate(zip(events, own, strict=True))
        if time is not None and not is_strict(event)
    ]
    result, text = list(own), context.report.text
    days = len({told.time.start for told in lenders if told.recent})
    for i, event in enumerate(events):
        if own[i] is not None or (is_strict(event) and not heads[i]):
            continue
        found = headline_lenders(event, lenders, days) if heads[i] else story_lenders(event, i, where[i], lenders)
        weighed = [
            (weight_of(link_traits(event, where[i], Link(kind, heads[i], days), told)), told)
            for kind, told in found
            if heads[i] or may_lend(event, told, text)
        ]
        weighed += [(CERTAIN, told) for told in lenders if not heads[i] and is_detail(event, where[i], told, text)]
        best = max(weighed, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] > 0:
            result[i] = best[1].time
    return result


def told_of(index: int, sentence: int, event: Event, time: ClaimTime, report: Report) -> Told:
    """An event with a time of its own, as a lender."""
    title, offset = report.headline.end if report.headline else 0, event.trigger.start_char
    recent = is_recent(time, report.anchor)
    return Told(index, sentence, event.code, time, recent, offset >= title, event.head.lower_, offset)


def is_recent(time: ClaimTime, anchor: str | None) -> bool:
    """Whether a time is one of the days the report is about; without an anchor any day is."""
    if time.precision not in ("day", "days") or (anchor is not None and time.start.startswith("XXXX")):
        return False
    if anchor is None:
        return True
    return 0 <= (date.fromisoformat(anchor[:10]) - date.fromisoformat(time.start)).days <= STORY_DAYS


def may_lend(event: Event, lender: Told, text: str) -> bool:
    """Whether the pair is worth weighing: nothing that is only aimed at, nothing of another paragraph."""
    return not (is_under_modal(clause_of(event.head)) or across_paragraphs(event, lender, text))


def headline_lenders(event: Event, lenders: Sequence[Told], days: int) -> list[tuple[str, Told]]:
    """Who may date a headline, in a story of few days: the body's first dated event of its code, the first of all."""
    body = [told for told in lenders if told.in_body and told.recent and days <= STORIES]
    same = [told for told in body if told.code == event.code]
    return distinct([("same", told) for told in same[:1]] + [("first", told) for told in body[:1]])


def story_lenders(event: Event, index: int, sentence: int, lenders: Sequence[Told]) -> list[tuple[str, Told]]:
    """Who may date an event of the body, by why: the nearest before, of its code, an older one just told, one after."""
    before = [t for t in lenders if t.sentence <= sentence and t.index != index and sentence - t.sentence <= REACH]
    if parted(event.head, event.head.sent.root):
        before = [told for told in before if told.sentence != sentence]
    story = [told for told in before if told.recent]
    same = [told for told in story if told.code == event.code]
    old = [told for told in before if not told.recent and sentence - told.sentence <= NEXT]
    after = [told for told in lenders if 0 < told.sentence - sentence <= NEXT and told.recent]
    alike = [told for told in lenders if told.code == event.code and told.recent and told.index != index]
    return distinct(
        [("same", told) for told in same[-1:]]
        + [("nearest", told) for told in story[-1:]]
        + [("first", told) for told in story[:1]]
        + [("old", told) for told in old[-1:]]
        + [("after", told) for told in after[:1]]
        + [("alike", told) for told in alike[:1]]
        + [("anywhere", told) for told in lenders if told.recent][:1]
    )


def distinct(found: Sequence[tuple[str, Told]]) -> list[tuple[str, Told]]:
    """The first of those that lend the same days."""
    seen: dict[tuple[str, str], tuple[str, Told]] = {}
    for kind, told in found:
        seen.setdefault((told.time.start, told.time.end), (kind, told))
    return list(seen.values())
