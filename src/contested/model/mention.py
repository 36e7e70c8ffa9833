"""Mention: a span of a report's text with its words; every value that came from text carries one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Code points ``start`` (inclusive) to ``end`` (exclusive) of a report's text, and the words there."""

    start: int
    end: int
    quote: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Mention:
        """The mention of ``text[start:end]``; raises ValueError where that is no span of the text."""
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span {start}:{end} lies outside a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def holds(self, offset: int) -> bool:
        """Whether the character at an offset stands inside this span."""
        return self.start <= offset < self.end

    def overlaps(self, other: Mention) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Mention) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end
