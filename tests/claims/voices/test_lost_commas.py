"""Who says so where scraping lost the commas around the speaker."""

from __future__ import annotations

import pytest
from tests.claims.telling import first_told

from contested.annotate.pipeline import Annotator

RAID = "Jets bombed a market in the town of Norwick on Tuesday killing at least nine people"


def inner(annotator: Annotator, text: str, event: str) -> str | None:
    """The innermost voice of the first claim of a code, in lower case."""
    chain = first_told(annotator, text, event).attribution
    return chain[-1].name.lower() if chain and chain[-1].name else None


@pytest.mark.parametrize(
    "tail",
    [
        " as rebels pressed an offensive nearby",
        " and warned of a humanitarian disaster",
        " in what would be the deadliest attack this month",
        "",
    ],
)
@pytest.mark.parametrize("said", ["told the Gazette on Sunday", "have said", "told reporters by telephone"])
def test_speaker_behind_what_is_told_whatever_follows(annotator: Annotator, said: str, tail: str) -> None:
    name = inner(annotator, f"{RAID} local activists {said}{tail}.", "air_strike")
    assert name == "local activists"


@pytest.mark.parametrize("who", ["a hospital director", "the army", "Governor Anna Marlow", "state media"])
@pytest.mark.parametrize("verb", ["said", "says"])
def test_speaker_behind_the_verb(annotator: Annotator, verb: str, who: str) -> None:
    text = f"{RAID} {verb} {who} as rebels pressed an offensive nearby."
    assert inner(annotator, text, "air_strike") == who.removeprefix("the ").removeprefix("a ").lower()


def test_what_activists_say_is_no_speaker(annotator: Annotator) -> None:
    text = "Dozens were killed in an air raid on Norwick activists say government forces are to blame."
    assert inner(annotator, text, "air_strike") != "government forces"


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("According to a resident the bombardment hit two hospitals.", "shelling", "resident"),
        ("According to the rebels Islamic State militants executed 20 soldiers.", "execution", "rebels"),
        ("According to the U.N. fierce fighting raged on Friday near Norwick.", "armed_clash", "u.n."),
        (
            "The bombardment hit two hospitals which are run by the charity according to a resident as rebels won.",
            "shelling",
            "resident",
        ),
        (
            "A helicopter was shot down and its crew died according to the army in what would be the first such loss.",
            "interception",
            "army",
        ),
    ],
)
def test_whom_according_to_names(annotator: Annotator, text: str, event: str, name: str) -> None:
    found = inner(annotator, text, event)
    assert found is not None and name in found


def test_who_publishes_a_statement_says_it(annotator: Annotator) -> None:
    text = "Norland Radio published a statement saying rebels had seized the hill."
    assert inner(annotator, text, "territory_gained") == "norland radio"
