"""Rule: a pattern of words and what they mean, with the pieces that many patterns share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from contested.annotate.time_clock import Spot
from contested.annotate.time_values import Reading
from contested.annotate.time_words import GAP, JOIN

Match = re.Match[str]
Handler = Callable[[Match, Spot], Reading | None]
PART = (
    rf"(?:(?:the{GAP})?(?:(?:very|early|latter){GAP})?(?:end|beginning|start|middle|rest|close|dawn|first half|"
    rf"second half|latter half|early part|latter part){GAP}of{GAP}(?:the{GAP})?)?"
)
MOD = rf"(?:(?:early|earlier|late|later|mid)(?:{GAP}in)?{JOIN})?"
PREPOSITIONS = frozenset(
    "in since of last by until till early this next from to through during mid late between and before after for "
    "around throughout".split()
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means."""

    pattern: re.Pattern[str]
    read: Handler

    @classmethod
    def of(cls, pattern: str, read: Handler) -> Rule:
        """The rule of a pattern that ends at a word's end."""
        return cls(re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE), read)
