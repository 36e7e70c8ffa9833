"""The day that an event's own sentence tells, where commas are lost or the time hangs on something else."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told, first_told

from contested.annotate.pipeline import Annotator

TODAY = "2020-02-04"  # a Tuesday


def days(annotator: Annotator, text: str, event: str) -> tuple[str, str | None] | None:
    """First and last day of the first claim of a code."""
    time = first_told(annotator, text, event).time
    return (time.start, time.end) if time is not None else None


@pytest.mark.parametrize(
    "text",
    [
        "Rebels launched a counterattack to retake Norwick on Monday morning Watch chief Anna Marlow said.",
        "Rebels launched a counterattack on Monday state media said.",
        "The Harlow newspaper which is close to the army reported heavy clashes in the town on Monday.",
    ],
)
def test_day_before_a_speaker_without_comma(annotator: Annotator, text: str) -> None:
    assert days(annotator, text, "armed_clash") == ("2020-02-03", "2020-02-03")


def test_day_of_what_is_owned_up_to(annotator: Annotator) -> None:
    text = "On Sunday the rebel group claimed responsibility for Mondays attack in which nine people were shot dead."
    assert days(annotator, text, "responsibility") == ("2020-02-02", "2020-02-02")


def test_day_of_a_vote_dates_no_raid(annotator: Annotator) -> None:
    text = "Rebels shelled a rally in support of the president in a disputed February 20 vote killing nine people."
    assert days(annotator, text, "shelling") is None


@pytest.mark.parametrize(
    ("text", "event", "start"),
    [
        (
            "Norwick has been divided between rebel control in the east and army control in the west since mid-2018.",
            "control",
            "2018",
        ),
        ("The rebels have laid a siege on Norwick since early 2019.", "siege", "2019"),
        ("The town has been held by rebels over the past two years.", "control", "2018"),
    ],
)
def test_states_last_since_their_day(annotator: Annotator, text: str, event: str, start: str) -> None:
    found = days(annotator, text, event)
    assert found is not None and found[0].startswith(start) and found[1] == TODAY


def test_night_told_with_its_day(annotator: Annotator) -> None:
    text = "The air force conducted 60 strikes on Norwick on Sunday and during the night."
    assert days(annotator, text, "air_strike") == ("2020-02-02", "2020-02-03")


def test_day_of_a_gathering_struck(annotator: Annotator) -> None:
    text = "Mortar fire hit a tent where villagers had gathered in Norwick late on Monday and wounded nine people."
    assert days(annotator, text, "shelling") == ("2020-02-03", "2020-02-03")


def test_dateline_behind_a_standfirst_dates_nothing(annotator: Annotator) -> None:
    text = (
        "A double attack in Norwick has claimed the lives of 18 people, a local channel reported.\n\n"
        "HARLOW February 3 (Norland News) - A double attack in the town of Norwick has claimed the lives of 18 people."
    )
    assert {claim.time for claim in all_told(annotator, text)} == {None}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Founded in October, the alliance seized a base in Norwick.", "territory_gained"),
        ("Formed last year the alliance has seized territory from the rebels.", "territory_gained"),
        ("They have been shelling Norwick in a weeks-long offensive.", "shelling"),
        ("Nine hundred people had died in custody, the Watch said in a report issued in December.", "casualties"),
    ],
)
def test_when_a_party_or_a_report_came_about_dates_no_act(annotator: Annotator, text: str, event: str) -> None:
    assert days(annotator, text, event) is None


def test_attacks_summed_up_are_not_that_of_the_day(annotator: Annotator) -> None:
    text = "A bomb killed 18 people in Norwick on Tuesday, the latest in a series of blasts in the city."
    told = [claim for claim in all_told(annotator, text) if claim.event == "bombing"]
    assert [claim.trigger.quote for claim in told] == ["bomb", "blasts"]
    assert [effect.low for claim in told for effect in claim.effects] == [18]
    assert told[0].time is not None and told[0].time.start == TODAY


@pytest.mark.parametrize(
    ("text", "event", "first", "last"),
    [
        (
            "The rebels are still reeling from last months loss of Norwick.",
            "territory_lost",
            "2020-01-01",
            "2020-01-31",
        ),
        ("Shells have killed nine civilians since the end of January.", "shelling", "2020-01-31", TODAY),
        (
            "Gas was used in Norwick in 2013. Later that year the sides agreed to destroy their gas.",
            "agreement",
            "2013-01-01",
            "2013-12-31",
        ),
        ("The army announced a ceasefire starting on Thursday.", "agreement", "2020-02-06", "2020-02-06"),
    ],
)
def test_days_by_their_words(annotator: Annotator, text: str, event: str, first: str, last: str) -> None:
    assert days(annotator, text, event) == (first, last)


def test_the_deadliest_attack_since_is_that_of_the_day(annotator: Annotator) -> None:
    text = (
        "A bomb killed 44 people in Norwick on Tuesday. It was the largest attack to hit the city since the war began."
    )
    assert days(annotator, text, "attack") == (TODAY, TODAY)
