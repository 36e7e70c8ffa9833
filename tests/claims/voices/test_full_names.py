"""Speakers bear the name that the text gives in full, whatever their words where they speak."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told, last_teller

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Defence Minister Anna Marlow visited Homs. Minister Marlow said that two soldiers were killed in Saraqib.",
            "Minister Anna Marlow",
        ),
        (
            "General Anna Marlow visited Homs on Tuesday. Gen. Marlow said two soldiers were killed in Saraqib.",
            "Gen. Anna Marlow",
        ),
        (
            "the northern people's liberation front (nplf) fought on. the nplf said two soldiers were killed in homs.",
            "northern people's liberation front",
        ),
        (
            "President of the Republic John Marlow flew to Homs. The president said two were killed in Saraqib.",
            "President of the Republic John Marlow",
        ),
        ("President Cole and the foreign minister met. He said two were killed in Homs.", "President Cole"),
        ("The secretary and Abadi discussed the war. He said two were killed in Homs.", "secretary"),
    ],
)
def test_who_speaks_has_a_whole_name(annotator: Annotator, text: str, source: str) -> None:
    assert last_teller(annotator, text) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('The "Northern Front" said that it blew up a jeep in Saraqib.', "Northern Front"),
        ('The pro-government "Harlow Today" newspaper said rebels killed two in Homs.', "Harlow Today newspaper"),
        ('Rebels killed two in Homs, the "Harlow Today" website reported.', "Harlow Today website"),
    ],
)
def test_marks_around_a_name_are_no_part_of_it(annotator: Annotator, text: str, source: str) -> None:
    assert last_teller(annotator, text) == source


def test_concern_that_something_happened_tells_it(annotator: Annotator) -> None:
    claim = all_told(annotator, "The minister expressed concern that the army had shelled Saraqib.")[-1]
    assert (claim.event, claim.attribution[-1].name) == ("shelling", "minister")


def test_the_author_who_says_we_is_not_who_was_cited_before(annotator: Annotator) -> None:
    text = "According to the prosecutor, three people were killed in Homs. We urge that the army leave Saraqib."
    assert not all_told(annotator, text)[-1].attribution
