"""Which events of one report are one event told again."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.context import Context, Event
from contested.claims.same_event import clusters_of, same_events, weights
from contested.model.report import Report, report_id

RETOLD = (
    "Rocket fire on a bakery in Tal Rasha killed 14 people on Tuesday, medics said. "
    "The council had met on Monday to talk about bread and prices. "
    "Witnesses said the rocket fire on the bakery in Tal Rasha killed 14 people who stood in line. "
    "Elsewhere, gunmen shelled the port of Wadi Hamra and nobody was hurt."
)


def asked(annotator: Annotator, text: str, triggers: list[tuple[str, str]]) -> tuple[list[Event], Context]:
    """The events at the words given, each searched behind the one before, and their context."""
    report = Report(report_id(text), "test", text, published="2016-08-12")
    doc = annotator.annotate(report)
    events, at = [], 0
    for words, code in triggers:
        at = text.index(words, at)
        span = doc.char_span(at, at + len(words), alignment_mode="expand")
        assert span is not None
        events.append(Event(code, span))
        at += len(words)
    return events, Context(doc, report, annotations_of(doc))


def test_an_event_told_again_joins_its_first_telling(annotator: Annotator) -> None:
    events, context = asked(
        annotator, RETOLD, [("Rocket fire", "shelling"), ("rocket fire", "shelling"), ("shelled", "shelling")]
    )
    same = same_events(events, context)
    assert same.of(0, 1) > same.of(0, 2)
    assert same.of(0, 1) == same.of(1, 0)
    assert list(clusters_of(events, context)) == [0, 0, 2]


def test_events_of_other_families_stay_apart(annotator: Annotator) -> None:
    events, context = asked(annotator, RETOLD, [("Rocket fire", "shelling"), ("met", "talks")])
    assert list(clusters_of(events, context)) == [0, 1]
    assert same_events(events, context).of(0, 1) == 0


def test_clusters_are_numbered_by_their_first_event(annotator: Annotator) -> None:
    events, context = asked(
        annotator,
        RETOLD * 3,
        [(w, "shelling") for w in ("Rocket fire", "rocket fire", "shelled") for _ in range(1)] * 3,
    )
    clusters = clusters_of(events, context)
    assert all(number <= i and clusters[number] == number for i, number in enumerate(clusters))


def test_the_answer_is_kept_until_other_events_are_asked_for(annotator: Annotator) -> None:
    events, context = asked(annotator, RETOLD, [("Rocket fire", "shelling"), ("rocket fire", "shelling")])
    assert same_events(events, context) is same_events(events, context)
    assert len(same_events(events[:1], context).clusters) == 1


@pytest.mark.parametrize("events", [[], None])
def test_no_events_no_clusters(annotator: Annotator, events: list[Event] | None) -> None:
    _, context = asked(annotator, RETOLD, [])
    assert list(clusters_of(events or [], context)) == []


def test_weights_name_nobody() -> None:
    asked_for = {word.lower() for name in weights().weights for word in name.replace("=", " ").split()}
    assert asked_for.isdisjoint({"syria", "syrian", "rebels", "regime", "terrorists", "army", "russian", "aleppo"})
