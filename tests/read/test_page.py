from __future__ import annotations

import pytest

from contested.model.errors import ReadError
from contested.read.compose import compose
from contested.read.options import ReadOptions
from contested.read.page import draft_of_page


def test_a_page_gives_article_and_metadata(page: str) -> None:
    report = compose(draft_of_page(page, "a", "a.html"), ReadOptions())
    assert report.title == "Army enters three villages"
    assert (report.publisher, report.author, report.published) == ("Valley Times", "Jane Doe", "2020-02-01")
    title, *paragraphs = report.text.split("\n\n")
    assert title == report.title
    assert [p.split()[0] for p in paragraphs] == ["Government", "Residents"]


def test_no_date_is_invented(page: str) -> None:
    bare = page.replace('content="2020-02-01T09:00:00+02:00"', 'content=""')
    assert draft_of_page(bare, "a", "a.html").published is None


@pytest.mark.parametrize("html", ["<html><body><nav>Home</nav></body></html>", "<html></html>", "<p>Short.</p>"])
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(ReadError, match=r"article text|HTML page"):
        draft_of_page(html, "a", "a.html")
