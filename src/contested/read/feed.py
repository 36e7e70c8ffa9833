"""An RSS or Atom feed: every entry with a text of its own is a report; linked pages are fetched only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from contested.model.errors import ReadError
from contested.model.report import Report, Skip
from contested.read.compose import Draft, compose
from contested.read.dates import iso_day
from contested.read.decode import checked
from contested.read.markup import text_of
from contested.read.options import ReadOptions

Fetch = Callable[[str], Draft]


def read_feed(raw: bytes, origin: str, options: ReadOptions, fetch: Fetch | None = None) -> Iterator[Report | Skip]:
    """The reports of a feed, in its order; ``fetch`` brings a linked page; raises ReadError where it is no feed."""
    import feedparser

    try:
        parsed = feedparser.parse(BytesIO(raw))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise ReadError(origin, f"is a broken feed ({str(error)[:80]})", "fetch it again") from error
    if not parsed.get("version") and not parsed.entries:
        raise ReadError(origin, "is no RSS or Atom feed", "give the feed's own address or file")
    if not parsed.entries:
        raise ReadError(origin, "is a feed without entries", "try again when something has been published")
    publisher = parsed.feed.get("title")
    for number, entry in enumerate(parsed.entries, 1):
        where = f"{origin}:{number}"
        try:
            draft = draft_of_entry(entry, where, publisher)
            if fetch is not None and draft.url:
                page = fetch(draft.url)
                draft = replace(page, ref=draft.ref, published=draft.published or page.published)
            if not draft.body:
                raise ReadError(where, "has no text of its own", "let the linked pages be fetched with --follow-links")
            yield compose(replace(draft, body=checked(draft.body, where, options.max_text), origin=origin), options)
        except ReadError as error:
            yield Skip(error.subject, error.problem, error.remedy)


def draft_of_entry(entry: Any, where: str, publisher: str | None) -> Draft:  # noqa: ANN401 (feedparser has no types)
    """The draft of one entry; its body is empty where the feed gives no text."""
    contents = [content.get("value") or "" for content in entry.get("content") or []]
    body = text_of(max([*contents, entry.get("summary") or ""], key=len))
    title = " ".join(text_of(entry.get("title") or "").split()) or None
    if title and body.startswith(title + "\n"):
        body = body[len(title) :].lstrip("\n")
    day = entry.get("published") or entry.get("updated")
    source = (entry.get("source") or {}).get("title")
    return Draft(
        ref=str(entry.get("id") or entry.get("link") or where),
        body=body,
        title=title,
        publisher=source or publisher,
        author=entry.get("author") or None,
        published=iso_day(day) or day_of(entry.get("published_parsed") or entry.get("updated_parsed")),
        url=entry.get("link") or None,
    )


def day_of(parsed: Any) -> str | None:  # noqa: ANN401 (feedparser has no types)
    """The ISO day of a parsed time."""
    return f"{parsed.tm_year:04d}-{parsed.tm_mon:02d}-{parsed.tm_mday:02d}" if parsed else None
