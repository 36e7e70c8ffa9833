"""Parses put right in which who tells it was lost: statements read out, inverted confirmations, reports that tell."""

from __future__ import annotations

import pytest
from tests.claims.telling import first_told

from contested.annotate.pipeline import Annotator

READ = '"We took full control of Norwick," '


def teller(annotator: Annotator, text: str, event: str) -> str | None:
    """Who tells the first claim of a code, None where the author does."""
    told = first_told(annotator, text, event).attribution
    return told[-1].name if told else None


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        (READ + "a statement by the Harlow Front read.", "territory_gained", "Harlow Front"),
        (READ + "the group's statement read.", "territory_gained", "group's statement"),
        ("Soldiers read a book while shells hit the camp.", "shelling", None),
    ],
)
def test_a_statement_reads(annotator: Annotator, text: str, event: str, name: str | None) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        (
            "A Norland carrier was destroyed in the attacks, confirmed Interior Ministry spokesman Anton Marlow, "
            "wounding three troops.",
            "attack",
            "Interior Ministry spokesman Anton Marlow",
        ),
        ("The Watch concluded in a report that rebels shelled Saraqib.", "shelling", "Watch"),
        ("Harlow TV's correspondent reporting from Tora said that two air strikes hit the town.", "air_strike",
         "Harlow TV's correspondent"),
        ("A military source told SANA that units of the army killed scores of rebels in Jobar adding that shells hit "
         "Zamalka.", "shelling", "military source"),
    ],
)  # fmt: skip
def test_who_tells_is_found_again(annotator: Annotator, text: str, event: str, name: str) -> None:
    assert teller(annotator, text, event) == name
