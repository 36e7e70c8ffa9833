"""Where paragraphs begin: behind blank lines, or behind every line of a text whose lines are whole sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

BLANK = re.compile(r"\n\s*\n")
LINE_END = re.compile(r"\n[ \t]*(?=\S)")
WHOLE = re.compile(r"(?:[.!?…:][\"”’)\]]*|\n)[ \t]*\Z")
LEAST = 3  # fewer breaks are a headline's and a byline's, no paragraphs
MOSTLY = 0.8  # of the lines; those that are only as wide as a page end anywhere


def paragraph_breaks(text: str) -> Sequence[re.Match[str]]:
    """The white space between paragraphs; none where a text is one block."""
    blank = list(BLANK.finditer(text))
    if len(blank) >= LEAST:
        return blank
    ends = list(LINE_END.finditer(text))
    whole = sum(WHOLE.search(text, max(0, end.start() - 4), end.start()) is not None for end in ends)
    return ends if len(ends) >= LEAST and whole >= MOSTLY * len(ends) else []
