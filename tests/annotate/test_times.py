"""Time expressions: what is found, what it is worth, and that nothing is invented."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.annotate.time_words import parse_words, time_words
from contested.annotate.times import find_times
from contested.model.annotations import TimeMention
from contested.model.errors import PackError

NLP = spacy.blank("en")
FRIDAY = "2016-08-12"
PHRASES = [
    "on 31 January",
    "January 31st",
    "7 December 2014",
    "Feb. 3",
    "2016-05-05",
    "on February 1 and 2",
    "between 3 and 5 March",
    "on Wednesday",
    "last Friday",
    "next Monday",
    "yesterday",
    "last night",
    "two days ago",
    "in the past two days",
    "this month",
    "in February",
    "early 2013",
    "the 1990s",
    "for three hours",
    "every week",
    "at 10 p.m. on Friday",
    "now",
]


def times(text: str, anchor: str | None = FRIDAY) -> list[TimeMention]:
    """The times found in a text."""
    return find_times(NLP.make_doc(text), anchor)


def told(text: str, anchor: str | None = FRIDAY) -> list[tuple[str, str, str | None]]:
    """Words, value and days of the times found."""
    return [(t.mention.quote, t.value, t.period.edtf if t.period else None) for t in times(text, anchor)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They left on 31 January.", "31 January", "2016-01-31"),
        ("They left on January 31st.", "January 31st", "2016-01-31"),
        ("Dated 05-05-2016 by the desk", "05-05-2016", "2016-05-05"),
        ("Dated 23.04.2015 by the desk", "23.04.2015", "2015-04-23"),
        ("It fell on 7 December 2014 at last.", "7 December 2014", "2014-12-07"),
        ("It fell on Feb. 3 at last.", "Feb. 3", "2016-02-03"),
        ("It fell on the 5th of May, they said.", "the 5th of May", "2016-05-05"),
        ("On Friday August 5 the convoy came.", "Friday August 5", "2016-08-05"),
        ("Sun 10 Jul 2016 Ten dead", "Sun 10 Jul 2016", "2016-07-10"),
        ("Shots were heard on Wednesday.", "Wednesday", "2016-08-10"),
        ("Shots were heard Wednesday night.", "Wednesday night", "2016-08-10TNI"),
        ("It began last Friday.", "last Friday", "2016-08-05"),
        ("The talks will resume on Monday.", "Monday", "2016-08-15"),
        ("The bridge must be open by Monday.", "Monday", "2016-08-15"),
        ("At least 57 had died by Monday.", "Monday", "2016-08-08"),
        ("They were to leave by Monday.", "Monday", "2016-08-15"),
        ("By Monday all but one of the villages had been lost.", "Monday", "2016-08-08"),
        ("The talks resume next Monday.", "next Monday", "2016-08-15"),
        ("It rained yesterday.", "yesterday", "2016-08-11"),
        ("It rained at first and continued until Wednesday.", "Wednesday", "2016-08-10"),
        ("Shells fell last night.", "last night", "2016-08-11TNI"),
        ("It happened in February.", "February", "2016-02"),
        ("It happened in November.", "November", "2015-11"),
        ("It happened last year.", "last year", "2015"),
        ("It began in 2012.", "2012", "2012"),
        ("It began in the 1990s.", "the 1990s", "199"),
        ("It ended last summer.", "last summer", "2015-SU"),
        ("Sales fell in the third quarter of 2015.", "the third quarter of 2015", "2015-Q3"),
        ("They talked for three hours.", "three hours", "PT3H"),
        ("After a five-year war they met.", "five-year", "P5Y"),
        ("They meet every two weeks.", "every two weeks", "P2W"),
        ("They now hold the hill.", "now", "PRESENT_REF"),
        ("They recently took the hill.", "recently", "PAST_REF"),
        ("It came at 10 p.m. on Friday.", "10 p.m. on Friday", "2016-08-12T22:00"),
        ("Posted at 14:30 GMT by staff", "14:30 GMT", "2016-08-12T14:30"),
    ],
)
def test_value(text: str, words: str, value: str) -> None:
    assert [(t.mention.quote, t.value) for t in times(text)] == [(words, value)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On February 1 and 2 they dug in.", "2016-02-01/2016-02-02"),
        ("Between 3 and 5 March they dug in.", "2016-03-03/2016-03-05"),
        ("The truce of 3-5 May held.", "2016-05-03/2016-05-05"),
        ("Between the 5th and the 7th of March they dug in.", "2016-03-05/2016-03-07"),
        ("On 2, 3 and 4 March they dug in.", "2016-03-02/2016-03-04"),
        ("In the past two days they dug in.", "2016-08-10/2016-08-12"),
        ("In early July they dug in.", "2016-07-01/2016-07-10"),
        ("In the first week of July they dug in.", "2016-07-01/2016-07-07"),
        ("At the end of last year they dug in.", "2015-12-01/2015-12-31"),
        ("In early 2013 they dug in.", "2013-01-01/2013-04-30"),
        ("Over the weekend they dug in.", "2016-08-06/2016-08-07"),
        ("Last week they dug in.", "2016-08-01/2016-08-07"),
        ("The overnight raids went on.", "2016-08-11/2016-08-12"),
        ("It ran from 2011-2014 in all.", "2011-01-01/2014-12-31"),
        ("In the second half of 2013 they dug in.", "2013-07-01/2013-12-31"),
        ("In the first half of July they dug in.", "2016-07-01/2016-07-15"),
        ("Over the past day they dug in.", "2016-08-11/2016-08-12"),
        ("In the first days of July they dug in.", "2016-07-01/2016-07-10"),
        ("In the last few days of July 2015 they dug in.", "2015-07-21/2015-07-31"),
        ("They dug in two weeks ago.", "2016-07-29"),
        ("They dug in less than two weeks ago.", "2016-07-29/2016-08-12"),
        ("They had dug in the night before.", "2016-08-11"),
        ("The previous evening they dug in.", "2016-08-11"),
        ("on friday night they dug in.", "2016-08-12"),
        ("they dug in in early july.", "2016-07-01/2016-07-10"),
        ("on 3 may they dug in.", "2016-05-03"),
        ("they dug in on 20 january.", "2016-01-20"),
    ],
)
def test_days(text: str, days: str) -> None:
    assert [t.period.edtf if t.period else None for t in times(text)] == [days]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on the town and sat down.",
        "the men may 3 march 5 km in the sun, dec or second in command",
        "Over 2000 fighters and 1500 civilians were counted.",
        "The commander is 35 years old.",
        "The second column took the M5 highway, guarded by F-16 jets.",
        "Fire fell on 24 villages; the toll rose to 1,912.",
        "They sell four tons a week.",
    ],
)
def test_no_time(text: str) -> None:
    assert times(text) == []


def test_a_number_after_a_month_may_count() -> None:
    assert told("In March 20 people died.") == [("March", "2016-03", "2016-03-01/2016-03-31")]


def test_since_looks_back_whatever_the_sentence_expects() -> None:
    text = "If confirmed it would be the worst flood since the March 9 storm."
    assert [time.value for time in find_times(NLP(text), FRIDAY)] == ["2016-03-09"]


def test_lost_apostrophe_is_no_set() -> None:
    assert told("The toll of Tuesdays attack rose.") == [("Tuesdays", "2016-08-09", "2016-08-09")]
    assert told("They meet on Tuesdays.") == [("Tuesdays", "XXXX-WXX-2", None)]


def test_year_carries_from_a_full_date_not_from_the_war() -> None:
    text = "Since March 2011 many died. On August 5 the town fell."
    assert told(text)[1][1] == "2016-08-05"
    text = "On 21 August 2013 gas was used. On August 26 the team came."
    assert told(text)[1][1] == "2013-08-26"


def test_ambiguous_numerals_take_the_day_nearer_to_the_anchor() -> None:
    assert told("Filed 08/07/2016 by staff")[0][1] in ("2016-08-07", "2016-07-08")
    assert told("Filed 08/07/2016 by staff")[0][1] == "2016-08-07"
    assert told("Filed 08/07/2016 by staff", None)[0][2] == "2016-01-01/2016-12-31"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On January 31, shots were heard.", "XXXX-01-31"),
        ("On February 1 and 2, shots were heard.", "XXXX-02-01/XXXX-02-02"),
        ("In February shots were heard.", "XXXX-02-01/XXXX-02-29"),
        ("On Wednesday shots were heard.", None),
        ("Yesterday shots were heard.", None),
        ("Last week shots were heard.", None),
        ("On 3 May 2014 shots were heard.", "2014-05-03"),
    ],
)
def test_nothing_is_invented_without_an_anchor(text: str, days: str | None) -> None:
    (mention,) = times(text, None)
    assert (mention.period.edtf if mention.period else None) == days


def test_lexicon_says_what_it_must() -> None:
    words = time_words()
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))
    with pytest.raises(PackError, match="months"):
        parse_words({})


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6), st.dates(date(1950, 1, 1), date(2040, 1, 1)))
def test_spans_match_and_periods_run_forwards(phrases: list[str], anchor: date) -> None:
    text = "They fought " + ", then ".join(phrases) + "."
    found = times(text, anchor.isoformat())
    assert all(text[t.mention.start : t.mention.end] == t.mention.quote for t in found)
    assert all(a.mention.end <= b.mention.start for a, b in pairwise(found))
    for mention in found:
        assert mention.value
        if mention.period is not None and not mention.period.is_open:
            assert mention.period.start <= mention.period.end


@settings(max_examples=100)
@given(
    st.sampled_from(["on Wednesday", "last Friday", "yesterday", "two days ago", "last week", "the weekend"]),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
)
def test_a_week_later_means_a_week_later(phrase: str, anchor: date) -> None:
    text = f"They fought {phrase}."
    one, other = (times(text, day.isoformat())[0].period for day in (anchor, anchor + timedelta(days=7)))
    assert one is not None and other is not None
    first, second = one.first(), other.first()
    assert first is not None and second is not None and second - first == timedelta(days=7)


@settings(max_examples=60)
@given(st.sampled_from(PHRASES[:4] + PHRASES[5:7]))
def test_open_years_stay_open(phrase: str) -> None:
    for mention in times(f"They fought {phrase}.", None):
        if mention.period is not None and "20" not in mention.mention.quote:
            assert mention.period.is_open


@settings(max_examples=100)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    doc = NLP.make_doc(text)
    assert all(doc.text[t.mention.start : t.mention.end] == t.mention.quote for t in find_times(doc, FRIDAY))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Seven were killed on May 13.", "2023-05-13"),
        ("The talks, due on May 3, were postponed.", "2024-05-03"),
        ("The vote on April 20 is the first since the war.", "2024-04-20"),
    ],
)
def test_what_happened_in_a_month_ahead_was_last_year(text: str, value: str) -> None:
    assert [mention.value for mention in times(text, "2024-03-14")][:1] == [value]


def test_a_night_of_two_days() -> None:
    [mention] = times("Shells fell on the night of 12/13 January.", "2024-03-14")
    assert mention.period is not None
    assert (mention.period.start, mention.period.end) == ("2024-01-12", "2024-01-13")


@pytest.mark.parametrize(
    "text",
    [
        "The following day they dug in.",
        "They dug in on the same day.",
        "The next day it fell.",
        "The next morning it fell.",
    ],
)
def test_a_day_told_by_another_stays_open_where_none_is_named(text: str) -> None:
    assert [t.period for t in times(text)] == [None]


def test_a_day_told_by_another_counts_from_it() -> None:
    days = [t.value for t in times("On Tuesday they dug in. The following day they left, and on the same day it fell.")]
    assert days == ["2016-08-09", "2016-08-10", "2016-08-10"]


def test_a_part_of_a_day_told_by_another_counts_from_it() -> None:
    days = [t.value for t in times("On Tuesday they dug in. The next morning they left a camp hit the night before.")]
    assert days == ["2016-08-09", "2016-08-10TMO", "2016-08-09TNI"]


def test_what_came_before_something_told_is_no_day() -> None:
    assert times("They left the night before the raid.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks due on May 3 will be held there.", "2017-05-03"),
        ("Talks were due on May 3.", "2016-05-03"),
        ("It fell on May 3.", "2016-05-03"),
    ],
)
def test_what_is_due_lies_ahead(text: str, value: str) -> None:
    assert [t.value for t in times(text)] == [value]


def test_until_goes_with_the_day_before_it() -> None:
    assert [t.value for t in times("It was shelled from Friday until Sunday.", "2016-08-11")] == [
        "2016-08-05",
        "2016-08-07",
    ]


def test_days_before_that_stand_alone_count_from_the_day_told_last() -> None:
    told = times("On Tuesday they left. Two days before, they had dug in.")
    assert [t.value for t in told] == ["2016-08-09", "2016-08-07"]
