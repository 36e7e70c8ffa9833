"""A web page: trafilatura finds the article and what the page says of itself; paragraphs stay apart."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from functools import cache

from contested.model.errors import ReadError
from contested.read.compose import Draft
from contested.read.dates import iso_day
from contested.read.page_tables import tables_as_lines

SHORTEST = 80
BLANK = re.compile(r"\s*\n\s*")


@cache
def extractor() -> Callable[..., object]:
    """Trafilatura's extraction; what it warns of becomes a Skip, so it need not be printed as well."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura.bare_extraction


def draft_of_page(html: str, ref: str, origin: str, url: str | None = None) -> Draft:
    """The draft of one page; raises ReadError where it holds no article."""
    from trafilatura.settings import Document

    found = extractor()(
        html,
        url=url,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if not isinstance(found, Document):
        raise ReadError(origin, "is no HTML page", "give the article's own page, or its text as a .txt file")
    body = BLANK.sub("\n\n", tables_as_lines((found.text or "").strip()))
    if len(body) < SHORTEST:
        raise ReadError(origin, "holds no article text", "save the article's own page, or its text as a .txt file")
    title = " ".join(found.title.split()) if found.title else None
    if title and body.startswith(title + "\n"):
        body = body[len(title) :].lstrip("\n")
    return Draft(
        ref=ref,
        body=body,
        title=title,
        publisher=found.sitename or None,
        author=found.author or None,
        published=iso_day(found.date),
        url=url or found.url or None,
        origin=origin,
    )
