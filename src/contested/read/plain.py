"""Plain text: a file is one report; a header block at its top may tell what is known of it.

    Publisher: Northern Wire
    Published: 2020-02-02
    URL: https://northernwire.example/2020/02/02/villages

    Army enters three villages

    HAMA, Feb 1 – …

Header lines are fields, no news: they are no part of the report's text. Fields: Title, Publisher (or Outlet),
Republisher, Author, Published (or Date), URL, Language, Ref. Front matter between lines of three dashes is read too.
"""

from __future__ import annotations

import re

from contested.read.compose import Draft

FIELDS = {
    "title": "title",
    "publisher": "publisher",
    "outlet": "publisher",
    "republisher": "republisher",
    "author": "author",
    "published": "published",
    "date": "published",
    "url": "url",
    "language": "language",
    "ref": "ref",
}
LINE = r"(?:{names})[ \t]*:[^\n]*\n".replace("{names}", "|".join(FIELDS))
HEADER = re.compile(
    rf"\s*(?:---[ \t]*\n(?P<fenced>(?:{LINE})+)---[ \t]*\n|(?P<bare>(?:{LINE})+)[ \t]*\n)", re.IGNORECASE
)


def split_header(text: str) -> tuple[dict[str, str], str]:
    """The fields of the header block, empty where there is none, and the text after it."""
    found = HEADER.match(text)
    if found is None:
        return {}, text
    lines = (found["fenced"] or found["bare"]).splitlines()
    pairs = (line.split(":", 1) for line in lines)
    fields = {FIELDS[name.strip().lower()]: value.strip().strip("\"'") for name, value in pairs}
    return {name: value for name, value in fields.items() if value}, text[found.end() :].lstrip("\n")


def draft_of_text(text: str, ref: str, origin: str, url: str | None = None) -> Draft:
    """The draft of one plain text."""
    fields, body = split_header(text)
    return Draft(**{"ref": ref, "url": url, "origin": origin, **fields, "body": body})  # type: ignore[arg-type]
