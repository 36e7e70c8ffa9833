"""Weapons and platforms as the means of an event."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.report import Report, report_id


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Government helicopters dropped barrel bombs on the town of Darkush on Monday.", "barrel bombs"),
        ("Rebels shelled the airport with mortars on Monday.", "mortars"),
    ],
)
def test_means_of_an_attack(annotator: Annotator, text: str, means: str) -> None:
    report = Report(report_id(text), "r", text)
    doc = annotator.annotate(report)
    (claim,) = claims_of(doc, report, annotations_of(doc))
    assert means in [instrument.mention.quote for instrument in claim.instruments]


@pytest.mark.parametrize(
    ("text", "no_means"),
    [
        ("Both sides shelled the radar base at Qastal on Monday.", "radar"),
        ("Over 150 soldiers were killed and no fewer than 15 armoured vehicles destroyed on the fronts.", "armoured"),
    ],
)
def test_what_was_hit_is_no_means(annotator: Annotator, text: str, no_means: str) -> None:
    report = Report(report_id(text), "r", text)
    doc = annotator.annotate(report)
    told = [i.name for c in claims_of(doc, report, annotations_of(doc)) for i in c.instruments]
    assert not [name for name in told if no_means in name]


def test_seized_weapons_are_no_means(annotator: Annotator) -> None:
    text = "Soldiers seized rockets and mortars in a house near the town."
    report = Report(report_id(text), "r", text)
    doc = annotator.annotate(report)
    assert [c.instruments for c in claims_of(doc, report, annotations_of(doc)) if c.event == "seizure"] == [()]
