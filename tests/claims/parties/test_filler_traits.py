"""Where one who may fill a role stands, in numbers that no name's length changes."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.context import Context, Event
from contested.claims.parties.filler_traits import TRAITS
from contested.claims.who import fillers_of
from contested.model.report import Report, report_id


def traits(annotator: Annotator, text: str, trigger: str) -> dict[str, dict[str, float]]:
    doc = annotator.annotate(Report(report_id(text), "r", text))
    start = text.index(trigger)
    span = doc.char_span(start, start + len(trigger))
    assert span is not None
    event = Event("shelling", span)
    ((fillers, _),) = fillers_of([event], Context(doc, Report(report_id(text), "r", text), annotations_of(doc), []))
    return {f.participant.mention.quote: dict(zip(TRAITS, f.traits, strict=True)) for f in fillers if f.traits}


def test_each_in_the_sentence_has_all_traits(annotator: Annotator) -> None:
    told = traits(annotator, "Rebels shelled a school in Korvat on Sunday.", "shelled")
    assert told["school"]["as patient"] > 0
    assert told["Rebels"]["as agent"] > 0


@pytest.mark.parametrize("name", ["Hezbollah", "Free Syrian Army"])
def test_the_length_of_a_name_is_no_trait(annotator: Annotator, name: str) -> None:
    told = traits(annotator, f"{name} shelled a school in Korvat on Sunday.", "shelled")
    assert told[name]["words"] == 0
