"""Attributions by where they stand: who tells what is at an offset, found without looking at all of a long text."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from spacy.tokens import Doc

from contested.claims.voices.tails import closing_sources
from contested.model.annotations import Attribution
from contested.model.mention import Mention

STANDING = "contested.attributions_standing"
STRETCH = 512  # characters
Numbers = dict[int, list[int]]


@dataclass(frozen=True, slots=True)
class Standing:
    """The attributions of a text, and the numbers of those with content, or a cue, in each stretch of it."""

    all: Sequence[Attribution]
    content: Numbers
    cues: Numbers
    sources: Numbers
    closing: Sequence[tuple[Mention, str]]

    @classmethod
    def of(cls, attributions: Sequence[Attribution]) -> Standing:
        """Sort the attributions into stretches."""
        content, cues = by_stretch(a.content for a in attributions), by_stretch(a.cue for a in attributions)
        closing = sorted(closing_sources(attributions), key=lambda one: one[0].start)
        return cls(attributions, content, cues, by_stretch(a.source for a in attributions), closing)

    def telling(self, offset: int) -> list[Attribution]:
        """The attributions whose content holds the character at an offset, in their order."""
        near = (self.all[n] for n in self.content.get(offset // STRETCH, ()))
        return [a for a in near if any(c.holds(offset) for c in a.content)]

    def naming(self, offset: int) -> list[tuple[Attribution, Mention]]:
        """The attributions whose speaker's words hold the character at an offset, with those words."""
        near = (self.all[n] for n in self.sources.get(offset // STRETCH, ()))
        return [(a, m) for a in near for m in a.source if m.holds(offset)]

    def closers(self, start: int, end: int) -> Sequence[tuple[Mention, str]]:
        """Who closes a sentence by "X said", with words that begin at most a stretch before an interval or in it."""
        low = bisect_left(self.closing, start - STRETCH, key=lambda one: one[0].start)
        return self.closing[low : bisect_left(self.closing, end, key=lambda one: one[0].start)]

    def cued(self, start: int, end: int) -> list[Attribution]:
        """The attributions with a cue within or around an interval of characters, in their order."""
        stretches = range(start // STRETCH, max(start, end - 1) // STRETCH + 1)
        near = sorted({n for stretch in stretches for n in self.cues.get(stretch, ())})
        return [a for a in map(self.all.__getitem__, near) if any(m.start < end and start < m.end for m in a.cue)]


def by_stretch(spans: Iterable[Iterable[Mention]]) -> Numbers:
    """The numbers of those that have a span in each stretch."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for n, mentions in enumerate(spans):
        for stretch in sorted({k for m in mentions for k in range(m.start // STRETCH, m.end // STRETCH + 1)}):
            found[stretch].append(n)
    return dict(found)


def standing(doc: Doc, attributions: Sequence[Attribution]) -> Standing:
    """The attributions of a Doc by where they stand, kept with it."""
    known = cast("Standing | None", doc.user_data.get(STANDING))
    if known is None or known.all is not attributions:
        known = doc.user_data[STANDING] = Standing.of(attributions)
    return known
