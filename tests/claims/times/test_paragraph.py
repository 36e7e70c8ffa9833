"""Paragraphs as scenes: an undated event goes on with its paragraph's date."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.claim import Claim
from contested.model.report import Report, report_id

PARTS = (
    "War Diary of the North",
    "On January 5, the army captured the village of Tal Amoud. {}",
    "Rebels shelled the airport.",
    "Nothing else was reported from the front.",
)


def claims(annotator: Annotator, parts: tuple[str, ...]) -> list[Claim]:
    text = "\n\n".join(parts)
    report = Report(report_id(text), "r", text, published="2021-01-07")
    doc = annotator.annotate(report)
    return claims_of(doc, report, annotations_of(doc))


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("At least nine militants were killed in the clashes.", "2021-01-05"),
        ("Militants may attack the village.", None),
    ],
)
def test_the_scene_goes_on(annotator: Annotator, sentence: str, start: str | None) -> None:
    parts = (PARTS[0], PARTS[1].format(sentence), *PARTS[2:])
    found = [c for c in claims(annotator, parts) if sentence in c.evidence.quote]
    assert [c.time.start if c.time else None for c in found] == [start]


def test_another_paragraph_is_another_scene(annotator: Annotator) -> None:
    parts = (PARTS[0], PARTS[1].format("It was quiet."), *PARTS[2:])
    (shelling,) = [c for c in claims(annotator, parts) if c.event == "shelling"]
    assert shelling.time is None or shelling.time.start != "2021-01-05" or shelling.time.mention is not None


CHRONICLE = (
    "On 3 January 2021, the army shelled Ormek. Two men were killed.",
    "On 4 January, settlers set fire to three cars near Tal Amoud. A boy was injured.",
    "As reported on 5 January, a mine went off under a convoy.",
    "6 January 2021: Clashes near Tal Amoud, 11 dead (as per local media).",
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_no_day_of_a_chronicle_is_lent_to_another(annotator: Annotator, gap: str) -> None:
    text = gap.join(CHRONICLE)
    report = Report(report_id(text), "r", text, published="2021-01-07")
    doc = annotator.annotate(report)
    days = {c.evidence.quote.split()[0]: c.time and c.time.start for c in claims_of(doc, report, annotations_of(doc))}
    assert days == {
        "On": "2021-01-04", "Two": "2021-01-03", "A": "2021-01-04", "As": None, "6": "2021-01-06",
    }  # fmt: skip
