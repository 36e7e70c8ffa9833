from __future__ import annotations

import pytest

from contested.read.compose import Draft, compose
from contested.read.options import ReadOptions

NEWS = "Army enters village\n\nThe army entered the village on Sunday, residents said. Nobody was hurt."


@pytest.mark.parametrize(
    ("tail", "publisher", "republisher"),
    [
        ("Articles by: Blue River Watch", "Blue River Watch", None),
        ("This article was originally published by Blue River Watch.", "Blue River Watch", None),
        ("First published in The Valley Times.", "Valley Times", None),
        ("Republished from Blue River Watch", "Blue River Watch", None),
        ("(Source: Blue River Watch)", "Blue River Watch", None),
        ("--Reuters", "Reuters", None),
        (
            "Articles by: Blue River Watch\n\nDelta Review grants permission to cross-post its articles.",
            "Blue River Watch",
            "Delta Review",
        ),
        (
            "The Centre grants permission to cross-post Delta Review articles on other sites.",
            None,
            "Delta Review",
        ),
        ("The video was first published by Al Jazeera on Sunday.", None, None),
        ("The list was republished from an Iraqi site.", None, None),
        ("Source: Agencies", None, None),
        ("Source: City of Lindale", None, None),
        ("Source: Valley Times", "Valley Times", None),
    ],
)
def test_the_page_tells_who_wrote_and_who_carries(tail: str, publisher: str | None, republisher: str | None) -> None:
    report = compose(Draft("r", f"{NEWS}\n\n{tail}"), ReadOptions())
    assert (report.publisher, report.republisher) == (publisher, republisher)


def test_a_site_that_carries_another_outlet_is_the_republisher() -> None:
    draft = Draft("r", f"{NEWS}\n\nOriginally published by Blue River Watch.", publisher="Delta Review")
    report = compose(draft, ReadOptions())
    assert (report.publisher, report.republisher) == ("Blue River Watch", "Delta Review")


def test_the_callers_word_wins() -> None:
    report = compose(Draft("r", f"{NEWS}\n\nArticles by: Blue River Watch"), ReadOptions(publisher="Delta Review"))
    assert report.publisher == "Delta Review"


def test_an_agency_in_the_dateline_is_the_publisher_of_a_text_that_names_no_other() -> None:
    body = "BEIRUT, Feb 1 (Reuters) - The army entered the village."
    assert compose(Draft("r", body), ReadOptions()).publisher == "Reuters"
    assert compose(Draft("r", body, publisher="Delta Review"), ReadOptions()).publisher == "Delta Review"


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"{NEWS}\n\nBy Jane Doe\n\nMore.", "Jane Doe"),
        (f"Posted on August 12, 2016 by Jane Doe {NEWS}", "Jane Doe"),
        (f"{NEWS} Reporting by Jane Doe; Editing by John Roe", "Jane Doe"),
        ("The village was taken by Colonel Jane Doe on Sunday.", None),
    ],
)
def test_a_byline_names_the_author(text: str, author: str | None) -> None:
    assert compose(Draft("r", text), ReadOptions()).author == author
