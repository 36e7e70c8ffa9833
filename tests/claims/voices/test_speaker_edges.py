"""Names of speakers are whole, and end where what describes them begins."""

from __future__ import annotations

import pytest
from tests.claims.telling import last_teller

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The Committee to Protect Reporters said two were killed in Homs.", "Committee to Protect Reporters"),
        ("Two were killed in Homs, the Committee to Protect Reporters said.", "Committee to Protect Reporters"),
        ("Air strikes killed 20 near Homs Norland Live Network (NLN) reported.", "Norland Live Network"),
        (
            "Raids killed 44, Norlands state-run news agency reported. Shells killed nine, the SONA news agency said.",
            "SONA news agency",
        ),
    ],
)
def test_names_are_whole(annotator: Annotator, text: str, source: str) -> None:
    assert last_teller(annotator, text) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jets killed nine civilians in Homs Anna Marlow spokeswoman for the group said on Monday.", "Anna Marlow"),
        ("Jets killed nine in ten known raids Rory Kendal coordinator of the opposition NNC wrote.", "Rory Kendal"),
        ("Another activist group the Coordination Committees said nine were killed.", "Coordination Committees"),
    ],
)
def test_names_and_what_describes_them_part_where_commas_are_lost(annotator: Annotator, text: str, source: str) -> None:
    assert last_teller(annotator, text) == source
