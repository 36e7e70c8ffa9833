"""Mentions by where they stand: those at an offset of a text, found without looking at all of a long one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from contested.model.mention import Mention

LONGEST = 400  # characters; no mention of a party, place or count is longer


class Mentioned(Protocol):
    """Something that a text mentions."""

    @property
    def mention(self) -> Mention:
        """Where it is mentioned."""
        ...


M = TypeVar("M", bound=Mentioned)


def overlapping(those: Sequence[M], other: Mention) -> Iterator[M]:
    """Those, which lie in text order, that share a character with a mention."""
    low = bisect_left(those, other.start - LONGEST, key=_start)
    for n in range(low, len(those)):
        if those[n].mention.start >= other.end:
            return
        if those[n].mention.overlaps(other):
            yield those[n]


def holding(those: Sequence[M], offset: int) -> Iterator[M]:
    """Those, which lie in text order, whose mention holds the character at an offset."""
    return overlapping(those, Mention(offset, offset + 1, ""))


def _start(one: Mentioned) -> int:
    return one.mention.start
