"""Stretches of days: up to a day, from weekday to weekday, a bulletin's own, since something dated elsewhere."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.mention import Mention
from contested.model.report import Report, report_id

from ..telling import all_told


def days_of(annotator: Annotator, text: str, code: str) -> tuple[str, str] | None:
    """The days of the last claim of a code, told on Tuesday, 4 February 2020."""
    time = [claim for claim in all_told(annotator, text) if claim.event == code][-1].time
    return (time.start, time.end) if time else None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("In the week to 1 February, 45 people were killed in the valley.", ("2020-01-25", "2020-02-01")),
        ("In the two weeks ending 1 February, 45 people were killed.", ("2020-01-18", "2020-02-01")),
        ("In the 24 hours to midday on 1 February, 45 people were killed.", ("2020-01-31", "2020-02-01")),
        ("Between Thursday and Monday, 45 people were killed in the valley.", ("2020-01-30", "2020-02-03")),
        ("Between Monday and Wednesday, 45 people were killed in the valley.", ("2020-01-27", "2020-01-29")),
        ("Six people were killed between Friday night and the early hours of Sunday.", ("2020-01-31", "2020-02-02")),
        ("More than 40,000 people have been killed in the past decade.", ("2010-02-04", "2020-02-04")),
    ],
)
def test_from_a_day_to_another(annotator: Annotator, text: str, days: tuple[str, str]) -> None:
    assert days_of(annotator, text, "casualties") == days


@pytest.mark.parametrize(
    ("text", "code", "days"),
    [
        (
            "The rebels launched their offensive on 2 January. Some 300 civilians have died since the offensive began.",
            "casualties",
            ("2020-01-02", "2020-02-04"),
        ),
        (
            "The coup took place on 6 March 2018. Since the coup, the junta has killed 4,000 civilians.",
            "casualties",
            ("2018-03-06", "2020-02-04"),
        ),
        (
            "The fighting began on 2 January. More than 900 people have since died.",
            "casualties",
            ("2020-01-02", "2020-02-04"),
        ),
        ("The fighting began on 2 January. The army has since shelled the camp.", "shelling", None),
    ],
)
def test_since_something_dated_elsewhere(
    annotator: Annotator, text: str, code: str, days: tuple[str, str] | None
) -> None:
    assert days_of(annotator, text, code) == days


@pytest.mark.parametrize(
    "words", ["During the week under review", "In the reporting period", "Over the past week", "In the reporting week"]
)
def test_a_bulletin_reviews_the_days_of_its_headline(annotator: Annotator, words: str) -> None:
    title = "Weekly note, 26 January - 1 February"
    text = f"{title}\n\n{words}, militiamen killed 14 villagers in the valley."
    report = Report(report_id(text), "r", text, published="2020-02-04", headline=Mention(0, len(title), title))
    doc = annotator.annotate(report)
    [claim] = claims_of(doc, report, annotations_of(doc))
    assert claim.time is not None
    assert (claim.time.start, claim.time.end) == ("2020-01-26", "2020-02-01")
