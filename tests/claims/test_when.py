"""When: which time dates an event, which dates only a saying, what carries over, and what stays unknown."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.context import Context, Event
from contested.claims.times.choice import choice_weights
from contested.claims.times.lengths import lasting
from contested.claims.times.words import when_words
from contested.claims.when import answer
from contested.model.claim import ClaimTime
from contested.model.codes import event_codes
from contested.model.report import Report, report_id

FRIDAY = "2016-08-12"


def dates(
    annotator: Annotator, text: str, triggers: dict[str, str], published: str | None = FRIDAY
) -> list[tuple[str, str] | None]:
    """First and last day of the events that the words in ``triggers`` name, in text order."""
    return [(t.start, t.end) if t else None for t in claimed(annotator, text, triggers, published)]


def claimed(annotator: Annotator, text: str, triggers: dict[str, str], published: str | None) -> list[ClaimTime | None]:
    """The times of the events that the words in ``triggers`` name, in text order."""
    report = Report(report_id(text), "test", text, published=published)
    doc = annotator.annotate(report)
    events = []
    for words, code in triggers.items():
        start = text.index(words)
        span = doc.char_span(start, start + len(words), alignment_mode="expand")
        assert span is not None
        events.append(Event(code, span))
    events.sort(key=lambda event: event.trigger.start)
    return answer(events, Context(doc, report, annotations_of(doc)))


@pytest.mark.parametrize(
    ("text", "trigger", "code", "days"),
    [
        ("Warplanes struck the market on Wednesday.", "struck", "air_strike", ("2016-08-10", "2016-08-10")),
        ("On Wednesday, warplanes struck the market.", "struck", "air_strike", ("2016-08-10", "2016-08-10")),
        ("Ten people died in an air strike on Tuesday.", "air strike", "air_strike", ("2016-08-09", "2016-08-09")),
        ("Shelling on Monday killed ten people.", "Shelling", "shelling", ("2016-08-08", "2016-08-08")),
        ("The army seized the town in July.", "seized", "territory_gained", ("2016-07-01", "2016-07-31")),
        ("Clashes broke out in the past two days.", "Clashes", "armed_clash", ("2016-08-10", "2016-08-12")),
        ("The town has been shelled since August 3.", "shelled", "shelling", ("2016-08-03", "2016-08-12")),
        ("The town has been shelled since mid-July.", "shelled", "shelling", ("2016-07-15", "2016-08-12")),
        ("Fighters clashed on January 31 and February 1.", "clashed", "armed_clash", ("2016-01-31", "2016-02-01")),
        ("Fighters clashed on February 1 and 2.", "clashed", "armed_clash", ("2016-02-01", "2016-02-02")),
        ("Troops shelled the village this month.", "shelled", "shelling", ("2016-08-01", "2016-08-12")),
        ("The shelling of Monday was the heaviest in two years.", "shelling", "shelling", ("2016-08-08", "2016-08-08")),
        (
            "Two weeks earlier, on 3 July, troops took the town.",
            "took",
            "territory_gained",
            ("2016-07-03", "2016-07-03"),
        ),
        ("Raids began Saturday and continued Sunday.", "Raids", "air_strike", ("2016-08-06", "2016-08-07")),
    ],
)
def test_own_time(annotator: Annotator, text: str, trigger: str, code: str, days: tuple[str, str]) -> None:
    assert dates(annotator, text, {trigger: code}) == [days]


@pytest.mark.parametrize(
    ("text", "trigger", "code"),
    [
        ("Warplanes struck the market, a medic said on Wednesday.", "struck", "air_strike"),
        ("A medic told reporters on Wednesday that warplanes struck the market.", "struck", "air_strike"),
        ("The town is controlled by the militia.", "controlled", "control"),
        ("The army denied the report.", "denied", "denial"),
        ("Shells killed four people in the town: a woman born in 1983 and her son.", "killed", "casualties"),
        ("Troops shelled the village.", "shelled", "shelling"),
        ("It was the heaviest shelling in over a year.", "shelling", "shelling"),
        ("It was the first shelling of the town in at least two years.", "shelling", "shelling"),
        ("It was the deadliest attack to hit the port since the war began in March 2011.", "attack", "attack"),
    ],
)
def test_no_time(annotator: Annotator, text: str, trigger: str, code: str) -> None:
    assert dates(annotator, text, {trigger: code}) == [None]


def test_fronted_time_reaches_through_the_saying(annotator: Annotator) -> None:
    text = "On August 3, the ministry reported that six soldiers were killed in a shelling of the post."
    assert dates(annotator, text, {"shelling": "shelling"}) == [("2016-08-03", "2016-08-03")]


def test_since_the_war_began(annotator: Annotator) -> None:
    text = "More than 200,000 people have been killed since the war began in March 2011."
    assert dates(annotator, text, {"killed": "casualties", "war": "armed_clash"}) == [
        ("2011-03-01", FRIDAY),
        ("2011-03-01", "2011-03-31"),
    ]


def test_a_day_after(annotator: Annotator) -> None:
    text = "Troops shelled the suburb on Thursday, a day after rebels attacked the airport."
    assert dates(annotator, text, {"shelled": "shelling", "attacked": "attack"}) == [
        ("2016-08-11", "2016-08-11"),
        ("2016-08-10", "2016-08-10"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (
            "A week after a raid killed 40 people in Pauktaw, the junta bombed the town again on Thursday.",
            {"killed": "casualties", "bombed": "air_strike"},
            ["2016-08-04", "2016-08-11"],
        ),
        ("The attack came three days after the truce collapsed on Monday.", {"attack": "attack"}, ["2016-08-11"]),
        (
            "Two days after the ambush, on Thursday, soldiers burned houses in the village.",
            {"ambush": "ambush", "burned": "destruction"},
            ["2016-08-09", "2016-08-11"],
        ),
    ],
)
def test_what_came_first_and_what_came_so_much_later(
    annotator: Annotator, text: str, words: dict[str, str], days: list[str]
) -> None:
    assert dates(annotator, text, words) == [(day, day) for day in days]


def test_each_part_between_semicolons_has_its_own_day(annotator: Annotator) -> None:
    text = "A drone hit a bus in Kherson on Tuesday, injuring six; on Wednesday, shelling killed a woman there."
    assert dates(annotator, text, {"hit": "air_strike", "shelling": "shelling"}) == [
        ("2016-08-09", "2016-08-09"),
        ("2016-08-10", "2016-08-10"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three teachers were buried on Monday after gunmen killed them in Kaya.", {"killed": "casualties"}),
        (
            "The death toll from the strike on the market rose to 16 on Sunday, the mayor said.",
            {"strike": "air_strike"},
        ),
        ("On Monday a court sentenced four men for the killing of a mayor.", {"killing": "casualties"}),
        ("The army corrected on Friday its account of the raid that killed four.", {"raid": "attack"}),
    ],
)
def test_what_came_of_an_event_does_not_date_it(annotator: Annotator, text: str, words: dict[str, str]) -> None:
    assert dates(annotator, text, words) == [None]


def test_a_burial_under_rubble_is_the_event(annotator: Annotator) -> None:
    text = "Nine people were buried under rubble on Monday when a missile hit the block."
    assert dates(annotator, text, {"hit": "missile_attack"}) == [("2016-08-08", "2016-08-08")]


def test_a_state_takes_no_time_from_its_sentence(annotator: Annotator) -> None:
    text = "Warplanes bombed the rebel-held district on Wednesday."
    assert dates(annotator, text, {"bombed": "air_strike", "held": "control"}) == [("2016-08-10", "2016-08-10"), None]


def test_a_plan_is_not_dated_by_its_announcement(annotator: Annotator) -> None:
    text = "On Tuesday, troops entered the city. A new post will soon be established there."
    assert dates(annotator, text, {"entered": "deployment", "established": "base_established"})[1] is None


def test_casualties_carry_the_time_of_their_attack(annotator: Annotator) -> None:
    text = "A car bomb exploded at the market on Tuesday. At least ten people were killed in the blast."
    assert dates(annotator, text, {"bomb": "ied", "killed": "casualties"}) == [("2016-08-09", "2016-08-09")] * 2


def test_a_headline_takes_the_time_of_its_body(annotator: Annotator) -> None:
    title = "Air strike kills ten at market"
    text = f"{title}\n\nTen people were killed in an air strike on a market on Wednesday."
    report = Report(report_id(text), "test", text, title=title, published=FRIDAY)
    doc = annotator.annotate(report)
    heads = [doc.char_span(at, at + 10, alignment_mode="expand") for at in (0, text.index("air strike"))]
    events = [Event("air_strike", span) for span in heads if span is not None]
    found = answer(events, Context(doc, report, annotations_of(doc)))
    assert found[1] is not None and found[1].start == "2016-08-10"


@pytest.mark.parametrize("published", [FRIDAY, None])
def test_without_a_year_it_stays_open(annotator: Annotator, published: str | None) -> None:
    text = "On January 31, troops seized two villages."
    year = "2016" if published else "XXXX"
    assert dates(annotator, text, {"seized": "territory_gained"}, published) == [(f"{year}-01-31", f"{year}-01-31")]


def test_party_names_do_not_matter(annotator: Annotator) -> None:
    frames = "{} forces shelled a village on Tuesday. Later, {} forces captured it."
    one, other = (
        dates(annotator, frames.format(a, b), {"shelled": "shelling", "captured": "territory_gained"})
        for a, b in (("Turkish", "Syrian"), ("Syrian", "Turkish"))
    )
    assert one == other


def test_the_length_of_a_name_does_not_matter(annotator: Annotator) -> None:
    text = "On Tuesday, fighters of {} shelled a village. Ten people were killed when {} hit a market there."
    one, other = (
        dates(annotator, text.format(name, name), {"shelled": "shelling", "hit": "shelling"})
        for name in ("ISIL", "the Free Syrian Army")
    )
    assert one == other == [("2016-08-09", "2016-08-09")] * 2


def test_lexicon_and_weights() -> None:
    words = when_words()
    assert not words.standing & words.spoken
    assert set(event_codes()) <= set(words.group)
    tables = [table for step in choice_weights().values() for table in step.values()]
    assert {"own", "story"} == set(choice_weights()) and tables
    assert all(abs(weight) < 10 for table in tables for weight in table.values())


@settings(max_examples=15)
@given(day=st.sampled_from(["Monday", "Tuesday", "Thursday", "yesterday", "last week", "February 3"]))
def test_mentions_are_the_words_of_the_report(annotator: Annotator, day: str) -> None:
    text = f"Troops shelled the village {day if day[0].islower() else 'on ' + day}."
    (time,) = claimed(annotator, text, {"shelled": "shelling"}, FRIDAY)
    assert time is not None and time.mention is not None
    assert text[time.mention.start : time.mention.end] == time.mention.quote == day
    assert time.start <= time.end


@pytest.mark.parametrize(
    ("text", "trigger", "code", "days"),
    [
        ("The monitor counted ten dead after Tuesday's assault on the mill.", "assault", "attack", "2016-08-09"),
        ("The two sides spoke before Monday's shelling of the mill.", "shelling", "shelling", "2016-08-08"),
        ("The bomb exploded soon after Friday prayers in the village.", "exploded", "bombing", "2016-08-12"),
    ],
)
def test_a_day_before_a_noun_dates_the_noun_whatever_comes_after_it(
    annotator: Annotator, text: str, trigger: str, code: str, days: str
) -> None:
    assert dates(annotator, text, {trigger: code}) == [(days, days)]


def test_until_a_day_dates_nothing(annotator: Annotator) -> None:
    assert dates(annotator, "The fighters held out until Friday morning.", {"held out": "armed_clash"}) == [None]


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Shelling went on for the tenth day in a row.", [("2016-08-03", "2016-08-12")]),
        ("Fighting continued for a second day.", [("2016-08-11", "2016-08-12")]),
        ("It was the third consecutive day of raids.", [("2016-08-10", "2016-08-12")]),
        ("The raid came on Wednesday, the fifth day of the push.", [("2016-08-06", "2016-08-10")]),
        ("The two-week-old battle for the mill goes on.", [("2016-07-29", "2016-08-12")]),
        ("A two-week-old baby and a three-month-old girl lived.", []),
        ("On the second day they met; the second day was calm.", []),
    ],
)
def test_ordinals_and_ages_tell_lengths(annotator: Annotator, text: str, lengths: list[tuple[str, str]]) -> None:
    report = Report(report_id(text), "test", text, published=FRIDAY)
    doc = annotator.annotate(report)
    found = [time.period for time in lasting(Context(doc, report, annotations_of(doc)))]
    assert [(period.start, period.end) for period in found if period is not None] == lengths


def test_without_a_day_of_the_report_no_length_is_counted(annotator: Annotator) -> None:
    text = "Fighting continued for a second day."
    report = Report(report_id(text), "test", text)
    doc = annotator.annotate(report)
    assert lasting(Context(doc, report, annotations_of(doc))) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ten people were killed in the past month.", ("2016-07-12", "2016-08-12")),
        ("Ten people were killed during the night.", ("2016-08-11", "2016-08-12")),
        ("Ten people have been killed since late last week.", ("2016-08-05", "2016-08-12")),
    ],
)
def test_spans_that_end_with_the_report(annotator: Annotator, text: str, days: tuple[str, str]) -> None:
    assert dates(annotator, text, {"killed": "casualties"}) == [days]


def test_two_days_side_by_side_may_be_one_time(annotator: Annotator) -> None:
    text = "Shells hit the village on Tuesday and on Wednesday."
    assert dates(annotator, text, {"hit": "shelling"}) == [("2016-08-09", "2016-08-10")]


def test_a_date_in_an_events_own_sentence_is_not_overruled_by_the_story(annotator: Annotator) -> None:
    text = "Raids killed nine people in Douma on Wednesday. The toll of the strike of 3 August has risen to 30."
    found = dates(annotator, text, {"Raids": "air_strike", "strike": "air_strike"})
    assert found == [("2016-08-10", "2016-08-10"), ("2016-08-03", "2016-08-03")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Overnight into Sunday, jets struck a school.", ("2016-08-06", "2016-08-07")),
        ("During the night of Saturday to Sunday, jets struck a school.", ("2016-08-06", "2016-08-07")),
        ("Overnight from Saturday to Sunday, jets struck a school.", ("2016-08-06", "2016-08-07")),
        ("Overnight on August 9, jets struck a school.", ("2016-08-09", "2016-08-09")),
        ("Overnight, jets struck a school.", ("2016-08-11", "2016-08-12")),
    ],
)
def test_a_night_is_told_by_its_days(annotator: Annotator, text: str, days: tuple[str, str]) -> None:
    assert dates(annotator, text, {"struck": "air_strike"}) == [days]


@pytest.mark.parametrize(
    ("text", "trigger", "code"),
    [
        ("Elections are due in December, and militants threatened voters.", "threatened", "threat"),
        ("As of 10 August, sixty people had been killed.", "killed", "casualties"),
    ],
)
def test_days_to_come_and_days_counted_to_are_no_days_of_an_event(
    annotator: Annotator, text: str, trigger: str, code: str
) -> None:
    assert dates(annotator, text, {trigger: code}) == [None]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Guards killed 30 people between December 2015 and February 2016.", ("2015-12-01", "2016-02-29")),
        ("Guards killed 30 people from January to March 2015.", ("2015-01-01", "2015-03-31")),
        ("Guards killed 30 people between 2011 and 2014.", ("2011-01-01", "2014-12-31")),
    ],
)
def test_months_and_years_between(annotator: Annotator, text: str, days: tuple[str, str]) -> None:
    assert dates(annotator, text, {"killed": "casualties"}) == [days]


def test_what_came_days_before_is_not_of_the_same_day(annotator: Annotator) -> None:
    text = "Gunmen attacked a mill on Monday. The raid came days after 40 people were killed in a market."
    told = dates(annotator, text, {"attacked": "attack", "raid": "attack", "killed": "casualties"})
    assert told == [("2016-08-08", "2016-08-08"), ("2016-08-08", "2016-08-08"), None]


def test_reports_of_an_event_do_not_take_its_day(annotator: Annotator) -> None:
    text = "The team is alarmed by reports of airstrikes in Rakhine State, which killed 23 civilians, on Tuesday."
    assert dates(annotator, text, {"airstrikes": "air_strike"}) == [("2016-08-09", "2016-08-09")]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (
            "Three days of intense fighting in the hills ended on Wednesday.",
            {"fighting": "armed_clash"},
            ("2016-08-07", "2016-08-10"),
        ),
        ("It is the second day of an offensive by the army.", {"offensive": "armed_clash"}, ("2016-08-11", FRIDAY)),
        ("Tuesday was the fifth day of clashes in Harlow.", {"clashes": "armed_clash"}, ("2016-08-05", "2016-08-09")),
        (
            "The ministry vowed on Wednesday, on the third day of a major offensive, to go on.",
            {"offensive": "armed_clash"},
            ("2016-08-08", "2016-08-10"),
        ),
        (
            "After a nearly three-week siege rebels took the base on August 6.",
            {"siege": "siege"},
            ("2016-07-16", "2016-08-06"),
        ),
    ],
)
def test_an_event_whose_length_is_told_lasted_so_long(
    annotator: Annotator, text: str, words: dict[str, str], days: tuple[str, str]
) -> None:
    assert dates(annotator, text, words) == [days]
