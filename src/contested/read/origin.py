"""Who wrote a report and who carries it, as the page itself tells: "Articles by: …", "originally published by …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contested.model.report import Dateline
from contested.read.headline import OUTLET, fold
from contested.read.lexicon import load_lexicon
from contested.read.options import ReadOptions

if TYPE_CHECKING:
    from contested.read.compose import Draft

NAME = r"[A-Z][\w&'’-]*(?:[ .](?:of|the|for|and|on|al|[A-Z0-9&][\w&'’-]*)){0,5}"
THIS = r"[Tt]his (?:article|story|post|report|piece|text)"
PUBLISHER = (
    re.compile(rf"\bArticles? by\s*:\s*(?P<name>{NAME})"),
    re.compile(
        rf"(?:\b{THIS} (?:was |is |has been )?|(?:^|\n|[.!?)] )\(?)(?i:originally |first )(?:published|appeared)"
        rf"(?: \w+ \d{{1,2}},? \d{{4}})? (?:on|in|by|at)(?: the website of)? (?:[Tt]he )?(?P<name>{NAME})"
    ),
    re.compile(
        rf"(?:\b{THIS} (?:was |is |has been )|(?:^|\n|[.!?)] )\(?)[Rr]e-?published "
        rf"(?:from|with (?:the )?permission (?:from|of)) (?:[Tt]he )?(?P<name>{NAME})"
    ),
    re.compile(rf"\b[Tt]he original source of this article is (?P<name>{NAME})"),
)
SOURCE = re.compile(
    rf"(?:^|[\n(.!?\"”] ?)(?:Source|Via)\s*:\s*(?P<name>{NAME})(?=\s*(?:(?P<closed>\))|[\n.]|$|\s(?:Twitter|Facebook)))"
)
GRANT = r"grants? permission to (?:cross-?post|re-?publish|reprint|repost|reproduce)"
REPUBLISHER = (
    re.compile(rf"{GRANT} (?:original )?(?P<name>{NAME}?) (?:articles?|stories|reports?|content)"),
    re.compile(rf"(?P<name>{NAME}) {GRANT}"),
    re.compile(rf"\b{THIS} (?:was |is |has been )[Rr]e-?published (?:by|on) (?P<name>{NAME})"),
)
AUTHOR = (
    re.compile(r"^(?:By|BY) (?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,3})\s*$", re.MULTILINE),
    re.compile(r"\bPosted on [A-Z][a-z]+ \d{1,2},? \d{4} by (?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)?)"),
    re.compile(r"\b(?:Reporting|Written) by (?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){1,2})"),
    re.compile(r"^Author\s*:\s*(?P<name>[A-Z][\w'’. -]{2,50})$", re.MULTILINE),
)
ZONE = 3000
NOBODY = frozenset(("agencies", "news agencies", "agency", "own sources", "internet", "twitter", "facebook", "media"))


@dataclass(frozen=True, slots=True)
class Origin:
    """Publisher (whose words they are), republisher (who carries them) and author."""

    publisher: str | None
    republisher: str | None
    author: str | None


def find_origin(text: str, body: int, draft: Draft, options: ReadOptions, dateline: Dateline | None) -> Origin:
    """Who speaks; a caller's word wins, then what the page says of its own making, then its fields, then a credit."""
    tail = max(body, len(text) - ZONE)
    says = "publish" in text or "article" in text.lower()
    told = first_name(PUBLISHER, text, tail) if says else None
    carrier = draft.republisher or (first_name(REPUBLISHER, text, tail) if says or "permission" in text else None)
    publisher = options.publisher or told or draft.publisher
    if publisher is None:
        publisher = credited(text, tail) or (dateline.agency if dateline else None)
    if not options.publisher and told and draft.publisher and fold(told) != fold(draft.publisher):
        carrier = carrier or draft.publisher
    if carrier and publisher and fold(carrier) == fold(publisher):
        carrier = None
    return Origin(publisher, carrier, draft.author or first_name(AUTHOR, text, 0))


def first_name(patterns: tuple[re.Pattern[str], ...], text: str, start: int) -> str | None:
    """The name that the first matching pattern captures."""
    found = next((m for p in patterns if (m := p.search(text, start))), None)
    return found["name"].strip() if found else None


def is_outlet(name: str) -> bool:
    """Whether a name is that of an agency, or sounds like a newspaper's or station's; a chart has a source as well."""
    return name in load_lexicon("agencies")["agencies"] or OUTLET.search(name) is not None


def credited(text: str, tail: int) -> str | None:
    """The outlet of a closing "Source: …" or "--Reuters"."""
    found = SOURCE.search(text, tail)
    name = found["name"].strip() if found else ""
    if found and name.lower() not in NOBODY and (found["closed"] or is_outlet(name)):
        return name
    end = text.rstrip()
    for agency in load_lexicon("agencies")["agencies"]:
        if (
            end.endswith(agency)
            and agency.lower() not in NOBODY
            and re.search(r"(?:--?|[–—])\s?$", end[: -len(agency)])
        ):
            return str(agency)
    return None
