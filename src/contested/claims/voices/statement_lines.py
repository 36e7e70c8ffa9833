"""Lines that open a statement without quotation marks: "X said:", and behind them somebody says "I" or "we"."""

from __future__ import annotations

import re

ENDS_LINE = re.compile(r"[^.\n\"“]{0,40}:[ \t]*\n\s*(?=[^\s\"“‘'])")
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b")
HEARD = 700  # characters in which a statement says "I" or "we"


def statement_start(text: str, cue: int) -> int | None:
    """Where the statement begins that the line of a verb of telling at a character opens; None where it opens none."""
    end = ENDS_LINE.match(text, cue)
    heard = end is not None and FIRST_PERSON.search(text, end.end(), end.end() + HEARD) is not None
    return end.end() if end is not None and heard else None
