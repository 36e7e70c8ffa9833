from __future__ import annotations

import pytest

from contested.model.mention import Mention
from contested.read.compose import Draft, compose
from contested.read.headline import find_headline, site_suffix
from contested.read.options import ReadOptions


@pytest.mark.parametrize(
    "line",
    [
        "Army enters three villages",
        "Video: Bombers Fail",
        "What next for Saraqib?",
        "13 soldiers killed.",
    ],
)
def test_a_first_line_before_a_blank_line_is_the_headline(line: str) -> None:
    found = find_headline(f"{line}\n\nThe army said so on Sunday.")
    assert found is not None
    assert found.quote == line


def test_a_line_with_the_day_may_stand_before_it() -> None:
    report = compose(
        Draft("r", "Sunday, 2 February 2020, 18:20\n\nArmy enters village\n\nThe army came."), ReadOptions()
    )
    assert report.headline is not None
    assert report.headline.quote == "Army enters village"
    assert report.anchor == "2020-02-02"


@pytest.mark.parametrize(
    "text",
    [
        "Army enters three villages\nThe army said so on Sunday.",
        "Army enters three villages",
        "The army said on Sunday that it entered three villages. Residents had left. Nobody was hurt.\n\nMore.",
        "The army said on Sunday that its soldiers entered three villages in the south of the province after a night "
        "of artillery fire.\n\nMore.",
        "*\n\nThe army said so.",
        "",
    ],
)
def test_a_paragraph_of_the_body_is_not(text: str) -> None:
    assert find_headline(text) is None


@pytest.mark.parametrize(
    ("title", "publisher", "suffix"),
    [
        ("Army enters village - Al Wadi TV Website Archive", None, " - Al Wadi TV Website Archive"),
        ("Army enters village | Valley Times", None, " | Valley Times"),
        ("Army enters village - Region - World - Delta Online", None, " - Region - World - Delta Online"),
        ("Army enters village - Wadi", "Wadi", " - Wadi"),
        ("Army enters village – residents", None, None),
        ("Army - village in ruins", "Wadi", None),
        ("Syria – Idlib", None, None),
    ],
)
def test_an_outlet_after_the_title_is_told_from_its_words(
    title: str, publisher: str | None, suffix: str | None
) -> None:
    found = site_suffix(title, Mention.of(title, 0, len(title)), publisher)
    assert (found.quote if found else None) == suffix
