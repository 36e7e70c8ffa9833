"""Acronyms that a text spells out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.claims.words.acronyms import initials, spelt_out, stands_for


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Harlow Relief Association (HRA) opened a clinic.", {"HRA": "Harlow Relief Association"}),
        ("The Council for the Protection of Rivers (CPR) met.", {"CPR": "Council for the Protection of Rivers"}),
        (
            "The Organisation of the Islands and the Lakes (OIL) met.",
            {"OIL": "Organisation of the Islands and the Lakes"},
        ),
        ("The Norland Coastal Command (NORCOCOM) met.", {"NORCOCOM": "Norland Coastal Command"}),
        ("A clinic in Harlow (HRA) opened.", {}),
        ("A clinic in Harlow (NORCOCOM) opened.", {}),
        ("(HRA) opened.", {}),
    ],
)
def test_names_before_brackets(text: str, found: dict[str, str]) -> None:
    assert spelt_out(text) == found


def test_initials_leave_small_words_out() -> None:
    assert initials("Northern Watch for Human Rights") == "NWHR"


@pytest.mark.parametrize(
    ("short", "name", "same"),
    [
        ("MoH", "Ministry of Health in Harlow", True),
        ("MoD", "Ministry of Health in Harlow", False),
        ("NWHR", "Northern Watch for Human Rights", True),
        ("NW", "Northern Watch for Human Rights", False),
    ],
)
def test_which_acronyms_stand_for_a_name(short: str, name: str, same: bool) -> None:
    assert stands_for(short, name) == same


@given(st.text(alphabet="AB (). ofthe", max_size=60))
def test_what_is_found_stands_in_the_text(text: str) -> None:
    joined = " ".join(text.split())
    assert all(name in joined and f"{short}" in text for short, name in spelt_out(text).items())
