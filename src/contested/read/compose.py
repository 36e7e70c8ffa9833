"""A page's parts become one Report: headline, dateline, boilerplate and origin, all spans counted in the whole text."""

from __future__ import annotations

from dataclasses import dataclass

from contested.model.mention import Mention
from contested.model.report import Boilerplate, Report, report_id
from contested.read.boilerplate import find_boilerplate
from contested.read.dateline import find_dateline, skip_space, titled
from contested.read.dates import iso_day
from contested.read.headline import find_headline, site_suffix
from contested.read.language import detect_language, language_code
from contested.read.options import ReadOptions
from contested.read.origin import find_origin


@dataclass(frozen=True, slots=True)
class Draft:
    """What an input tells before its text is understood; ``published`` in any form that names a day."""

    ref: str
    body: str
    title: str | None = None
    publisher: str | None = None
    republisher: str | None = None
    author: str | None = None
    published: object = None
    url: str | None = None
    language: str | None = None
    origin: str = ""


def compose(draft: Draft, options: ReadOptions) -> Report:
    """The Report of a draft; what the caller's options tell wins over the page, the page's fields over its words."""
    text = f"{draft.title}\n\n{draft.body}" if draft.title else draft.body
    headline = Mention.of(text, 0, len(draft.title)) if draft.title else find_headline(text)
    body = skip_space(text, headline.end if headline else 0)
    published = iso_day(options.published) or iso_day(draft.published, options.date_order)
    known = options.publisher or draft.publisher
    suffix = site_suffix(text, headline, known) if headline else None
    if headline and suffix:
        headline = Mention.of(text, headline.start, suffix.start)
    before = find_dateline(text[: headline.start], 0, None, published) if headline and headline.start else None
    dateline = before or find_dateline(text, body, headline.quote if headline else None, published)
    if dateline is None and headline is not None and published is None:
        dateline = titled(text, headline)
    head = max(body, dateline.mention.end) if dateline else body
    origin = find_origin(text, body, draft, options, dateline)
    marked = find_boilerplate(text, body, head, (origin.author or "",))
    site = (Boilerplate("navigation", suffix),) if suffix else ()
    return Report(
        id=report_id(text),
        ref=draft.ref or report_id(text),
        text=text,
        title=draft.title or (headline.quote if headline else None),
        headline=headline,
        publisher=origin.publisher,
        republisher=origin.republisher,
        author=origin.author,
        published=published,
        url=options.url or draft.url,
        language=language_code(options.language) or language_code(draft.language) or detect_language(text[body:]),
        dateline=dateline,
        boilerplate=site + marked,
        origin=draft.origin,
    )
