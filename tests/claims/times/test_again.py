"""Days told by other days, days of sayings, days of captions: what they mean for the events beside them."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.context import Context, Event
from contested.claims.times.again import named_again, up_to_day
from contested.claims.times.story import Dating
from contested.claims.times.use import time_uses
from contested.claims.words.tree import tree_of
from contested.model.mention import Mention
from contested.model.report import Boilerplate, Report, report_id

FRIDAY = "2016-08-12"


def context_of(annotator: Annotator, text: str, caption: str = "") -> Context:
    """The context of a text published on a Friday, with its caption marked."""
    at = text.find(caption)
    marked = (Boilerplate("caption", Mention(at, at + len(caption), caption)),) if caption else ()
    report = Report(report_id(text), "test", text, published=FRIDAY, boilerplate=marked)
    doc = annotator.annotate(report)
    return Context(doc, report, annotations_of(doc))


def again(annotator: Annotator, text: str) -> list[tuple[str, str]]:
    """The days that are named again."""
    context = context_of(annotator, text)
    return [(a.time.start, a.time.end) for a in named_again(time_uses(context), tree_of(context.doc))]


@pytest.mark.parametrize(
    "words", ["Later on the day", "That night", "In the same period", "Later that same day", "Early in the evening"]
)
def test_days_named_again_are_those_told_last(annotator: Annotator, words: str) -> None:
    text = f"Rockets hit the port on Tuesday. {words}, gunmen raided a depot."
    assert again(annotator, text) == [("2016-08-09", "2016-08-09")]


@pytest.mark.parametrize(
    "text",
    [
        "That night, gunmen raided a depot.",
        "Rockets hit the port on Tuesday. The day after the talks gunmen raided a depot.",
        "Rockets hit the port on Tuesday. One day gunmen raided a depot.",
    ],
)
def test_no_days_are_named_again(annotator: Annotator, text: str) -> None:
    assert again(annotator, text) == []


def test_a_length_ends_with_the_day_of_its_sentence(annotator: Annotator) -> None:
    context = context_of(annotator, "The hill was taken on Tuesday after two days of fighting.")
    found = {kind: t.period for kind, t in up_to_day(context, time_uses(context), tree_of(context.doc))}
    assert {kind: (p.start, p.end) for kind, p in found.items() if p is not None} == {
        "to_day": ("2016-08-07", "2016-08-09"),
        "within_days": ("2016-08-08", "2016-08-09"),
    }


def dating_of(annotator: Annotator, text: str, triggers: dict[str, str], caption: str = "") -> Dating:
    """The report's events with the times they may have."""
    context = context_of(annotator, text, caption)
    events = []
    for words, code in triggers.items():
        span = context.doc.char_span(text.index(words), text.index(words) + len(words), alignment_mode="expand")
        assert span is not None
        events.append(Event(code, span))
    return Dating(events, context)


def test_the_day_of_a_saying_is_no_raids_day(annotator: Annotator) -> None:
    text = "Gunmen raided a depot, a guard said on Wednesday."
    assert not dating_of(annotator, text, {"raided": "attack"}).own[0]


def test_the_day_of_a_saying_may_be_a_demands_day(annotator: Annotator) -> None:
    text = "The envoy said on Wednesday that the road must be opened."
    assert ("2016-08-10", "2016-08-10") in dating_of(annotator, text, {"must": "demand"}).own[0]


def test_events_of_captions_are_known(annotator: Annotator) -> None:
    caption = "A burnt depot after gunmen raided it on Monday."
    text = f"{caption} Rockets hit the port on Tuesday."
    dating = dating_of(annotator, text, {"raided": "attack", "hit": "shelling"}, caption)
    assert dating.captioned == {0}
