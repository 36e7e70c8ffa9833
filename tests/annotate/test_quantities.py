"""Counts in figures and words, their bounds, and numbers that count nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.annotate.number_words import number_lexicon, read_number
from contested.annotate.pipeline import Annotator
from contested.annotate.quantities import find_quantities
from contested.model.annotations import TimeMention
from contested.model.mention import Mention

ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
ONES += "seventeen eighteen nineteen".split()
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
Bounds = tuple[int | None, int | None]


def spell(number: int, link: bool) -> list[str]:
    """A number from 0 to 9999 in words; ``link`` puts "and" after hundreds."""
    if number < 20:
        return [ONES[number]]
    if number < 100:
        return [TENS[number // 10], *(["-", ONES[number % 10]] if number % 10 else [])]
    size, name = (100, "hundred") if number < 1000 else (1000, "thousand")
    rest = spell(number % size, link) if number % size else []
    linked = ["and"] if rest and link and number % size < 100 else []
    return [*spell(number // size, link), name, *linked, *rest]


def found(annotator: Annotator, text: str) -> list[tuple[str, int | None, int | None]]:
    """The quantities of a text: words and bounds."""
    mentions = find_quantities(annotator.nlp(text), [])
    assert all(text[m.mention.start : m.mention.end] == m.mention.quote for m in mentions)
    return [(m.mention.quote, m.quantity.low, m.quantity.high) for m in mentions]


@pytest.mark.parametrize("link", [False, True])
def test_every_number_below_ten_thousand_reads_back(link: bool) -> None:
    for number in range(10_000):
        words = spell(number, link)
        assert read_number(words, 0) == (number, len(words)), words


@given(st.integers(1, 5_000_000))
def test_figures_read_back_with_and_without_separators(number: int) -> None:
    assert read_number([str(number), "men"], 0) == (number, 1)
    assert read_number([f"{number:,}", "men"], 0) == (number, 1)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("at least 17", 17, None),
        ("no fewer than 9", 9, None),
        ("more than 280,000", 280_001, None),
        ("well over 1000", 1001, None),
        ("over a dozen", 13, None),
        ("up to 33", None, 33),
        ("as many as 1,300", None, 1300),
        ("fewer than 10", None, 9),
        ("about 40", 40, 40),
        ("nearly a hundred", 100, 100),
        ("some 70", 70, 70),
        ("between 30 and 35", 30, 35),
        ("from 10 to 12", 10, 12),
        ("30-35", 30, 35),
        ("30–35", 30, 35),
        ("two or three", 2, 3),
        ("a dozen", 12, 12),
        ("a pair of", 2, 2),
        ("dozens", 24, None),
        ("scores", 40, None),
        ("tens", 20, None),
        ("hundreds", 200, None),
        ("hundreds of thousands", 200_000, None),
        ("several", 3, None),
        ("a number of", 2, None),
        ("twenty-five", 25, 25),
        ("a hundred and fifty", 150, 150),
        ("half a million", 500_000, 500_000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("no", 0, 0),
        ("both", 2, 2),
        ("17 or more", 17, None),
    ],
)
def test_wordings_give_their_interval(annotator: Annotator, words: str, low: int | None, high: int | None) -> None:
    assert found(annotator, f"The mayor counted {words} soldiers near the mill.") == [(words, low, high)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("More than half of the 20 hostages walked home.", (11, 20)),
        ("Most of the 30 dead were farmers.", (16, 30)),
        ("Half of the 12 trucks burned.", (6, 6)),
    ],
)
def test_a_share_of_a_told_number_is_resolved(annotator: Annotator, text: str, bounds: Bounds) -> None:
    assert [row[1:] for row in found(annotator, text)] == [bounds]


@pytest.mark.parametrize(
    "text",
    [
        "A T-72 tank and a 122mm gun stood there.",
        "Resolution 2254 was adopted.",
        "Division 30 withdrew.",
        "The boy aged 10 slept.",
        "A 5-year-old boy slept.",
        "The mill is 12 km north.",
        "It took 3 hours and 20 minutes.",
        "Prices rose 5% or $5 million.",
        "It began on August 22 2013 and ended on 17 August.",
        "In 2014 the mill closed.",
        "No one came and it is no longer there.",
        "They met on 26-01-2016.",
        "Adam Marlow, 26, was killed.",
        "The brothers, aged 9 and 11, were killed.",
        "The body of Adam Marlow, 26, was returned to his family.",
    ],
)
def test_measures_dates_names_and_money_count_nothing(annotator: Annotator, text: str) -> None:
    assert found(annotator, text) == []


def test_numbers_inside_times_count_nothing_but_counts_that_outgrow_them_do(annotator: Annotator) -> None:
    text = "In 24 days more than a quarter of a million people left."
    times = [TimeMention(Mention.of(text, 11, 30), None)]
    assert [(m.quantity.low, m.quantity.high) for m in find_quantities(annotator.nlp(text), times)] == [(250_001, None)]


def test_the_day_of_a_dateline_and_a_count_are_no_range(annotator: Annotator) -> None:
    text = "ANKARA, Feb. 3 – Six soldiers died."
    times = [TimeMention(Mention.of(text, 8, 14), None)]
    assert [(m.quantity.low, m.quantity.high) for m in find_quantities(annotator.nlp(text), times)] == [(6, 6)]


@settings(max_examples=30)
@given(st.lists(st.sampled_from("at least over 30 35 and to between from a dozen of the hundred - half no".split())))
def test_any_order_of_words_gives_ordered_spans_and_intervals(annotator: Annotator, words: list[str]) -> None:
    text = " ".join(words)
    mentions = find_quantities(annotator.nlp.make_doc(text), [])
    assert all(text[m.mention.start : m.mention.end] == m.mention.quote for m in mentions)
    ends = [edge for m in mentions for edge in (m.mention.start, m.mention.end)]
    assert ends == sorted(ends)


def test_the_lexicon_is_lower_case_and_its_numbers_are_counts() -> None:
    lexicon = number_lexicon()
    for table in (lexicon.fixed, lexicon.vague, lexicon.before, lexicon.after):
        assert all(word == word.lower() for rows in table.values() for phrase, _ in rows for word in phrase)
    values = [value for table in (lexicon.fixed, lexicon.vague) for rows in table.values() for _, value in rows]
    assert all(isinstance(value, int) and value >= 0 for value in values)
