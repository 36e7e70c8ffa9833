"""Spans hold their first character and not their end; they overlap where they share one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from contested.model.mention import Mention

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Mention(min(ends), max(ends), ""))


def test_a_span_holds_its_first_character_and_not_its_end() -> None:
    span = Mention.of("Shells hit A", 7, 10)
    assert span.quote == "hit"
    assert [offset for offset in range(12) if span.holds(offset)] == [7, 8, 9]


@given(SPANS, SPANS)
def test_two_spans_overlap_where_both_hold_a_character(first: Mention, second: Mention) -> None:
    shared = any(first.holds(offset) and second.holds(offset) for offset in range(41))
    assert shared == (first.overlaps(second) and first.start < first.end and second.start < second.end)
