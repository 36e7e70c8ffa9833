"""Markup inside a feed's entry becomes text, a blank line between its blocks."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    "p div br li ul ol h1 h2 h3 h4 h5 h6 blockquote tr table section article figure figcaption pre".split()
)
SILENT = frozenset(("script", "style", "noscript", "iframe"))


class TextOfMarkup(HTMLParser):
    """Collects character data; a block's start or end is a line end."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.parts.append(re.sub(r"[ \t\r\n]+", " ", data))


def text_of(markup: str) -> str:
    """The words of a piece of HTML, paragraphs apart; text without markup stays as it is."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    parser = TextOfMarkup()
    parser.feed(markup)
    parser.close()
    return re.sub(r" *\n[ \n]*", "\n\n", "".join(parser.parts)).strip()
