from __future__ import annotations

import pytest

from contested.read.compose import compose
from contested.read.options import ReadOptions
from contested.read.plain import draft_of_text, split_header

NEWS = "Army enters village\n\nThe army entered the village on Sunday, residents said.\n"


def test_a_header_block_gives_fields_and_is_no_text() -> None:
    text = f"Publisher: Valley Times\nPublished: 2 February 2020\nURL: https://valley.example/a\n\n{NEWS}"
    report = compose(draft_of_text(text, "a", "a.txt"), ReadOptions())
    assert report.text == NEWS
    assert (report.publisher, report.published, report.url) == (
        "Valley Times",
        "2020-02-02",
        "https://valley.example/a",
    )
    assert report.headline is not None
    assert report.headline.quote == "Army enters village"


def test_front_matter_between_dashes_is_a_header_too() -> None:
    fields, body = split_header(f'---\ntitle: "Army enters village"\ndate: 2020-02-02\n---\n\n{NEWS}')
    assert fields == {"title": "Army enters village", "published": "2020-02-02"}
    assert body == NEWS


def test_a_title_in_the_header_stands_before_the_text() -> None:
    report = compose(
        draft_of_text("Title: Village taken\nOutlet: Valley Times\n\nThe army came.", "a", ""), ReadOptions()
    )
    assert report.text == "Village taken\n\nThe army came."
    assert report.title == "Village taken"


@pytest.mark.parametrize(
    "text",
    [
        NEWS,
        "Publisher: Valley Times\nThe army entered the village.\n",
        "Damascus: The army entered the village.\n\nMore.",
        "Published in Aleppo: a list of the dead\n\nMore.",
    ],
)
def test_a_text_without_a_whole_header_stays_as_it_is(text: str) -> None:
    assert split_header(text) == ({}, text)
