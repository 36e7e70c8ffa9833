"""Counts set against each other in one sentence: a claim for each, with its own speaker."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.report import Report, report_id

Told = list[tuple[str | None, int | None, int | None]]


def counts(annotator: Annotator, text: str) -> Told:
    """The innermost speaker and the bounds of every count of the dead, in text order."""
    report = Report(report_id(text), "r", text, published="2024-03-14")
    doc = annotator.annotate(report)
    return [
        (claim.attribution[-1].name if claim.attribution else None, effect.low, effect.high)
        for claim in claims_of(doc, report, annotations_of(doc))
        for effect in claim.effects
        if effect.kind == "killed"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministry reported six dead, while activists said 30 people were killed.",
            [("ministry", 6, 6), ("activists", 30, 30)],
        ),
        (
            "The ministry reported six dead while activists reported 30 dead.",
            [("ministry", 6, 6), ("activists", 30, 30)],
        ),
        (
            "The governor had earlier reported a toll of eight, while the Harlow Observatory gave a death toll of 12.",
            [("governor", 8, 8), ("Harlow Observatory", 12, 12)],
        ),
        (
            "According to the ministry, six people died, whereas local sources spoke of 150 dead.",
            [("ministry", 6, 6), ("local sources", 150, 150)],
        ),
    ],
)
def test_each_of_two_counts_is_its_speakers(annotator: Annotator, text: str, expected: Told) -> None:
    assert counts(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The president said 30 to 35 were killed, the ministry six, and unnamed sources 150.",
            [("president", 30, 35), ("ministry", 6, 6), ("unnamed sources", 150, 150)],
        ),
        (
            "The Observatory gave a toll of 12 dead, state media nine.",
            [("Observatory", 12, 12), ("state media", 9, 9)],
        ),
        (
            "Burundi put its dead at 30, while the militants claimed 173.",
            [("Burundi", 30, 30), ("militants", 173, 173)],
        ),
        ("One source said five were killed, another said seven.", [("source", 5, 5), ("another source", 7, 7)]),
        (
            "Officials put the death toll at 12; the rebels at 40.",
            [("Officials", 12, 12), ("rebels", 40, 40)],
        ),
        (
            "According to local sources 150 people were killed, according to the ministry only six.",
            [("local sources", 150, 150), ("ministry", 6, 6)],
        ),
    ],
)
def test_a_speaker_may_stand_beside_a_number_alone(annotator: Annotator, text: str, expected: Told) -> None:
    assert counts(annotator, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said shells killed nine people in Norwick, the sixth attack in 10 days.",
        "Police said 12 people were killed on Monday, the army in 2015.",
        "Medics said three were killed and the army 20 metres away.",
        "The army said nine were killed, 12 of them children.",
    ],
)
def test_other_numbers_have_no_speaker(annotator: Annotator, text: str) -> None:
    assert len(counts(annotator, text)) == 1


def test_no_toll_given_is_no_count(annotator: Annotator) -> None:
    text = "The spokesman said the raid was crushed although he gave no casualty toll."
    assert counts(annotator, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The commission documented at least 118 summary executions by M23 in Kishishe.", [("commission", 118, None)]),
        ("The group recorded numerous executions by M23 in Kishishe.", []),
        ("The army said a captain embraced martyrdom in Aleppo.", [("army", 1, 1)]),
    ],
)
def test_slayings_count_the_slain(annotator: Annotator, text: str, expected: Told) -> None:
    assert counts(annotator, text) == expected
