"""What a sentence's opening clause tells is its speaker's; the main clause is the author's."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told, first_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "event", "source"),
    [
        ("Although the army said it struck a depot, the shells killed 12 civilians in Homs.", "casualties", None),
        ("Although the army said it struck a depot, the shells killed 12 civilians in Homs.", "attack", "army"),
        ("While the government says it has pulled back its troops, shelling killed nine in Homs.", "shelling", None),
        ("Even as the ministry said the town was calm, jets bombed its market.", "air_strike", None),
        ("As the army announced that it had seized the town, rebels shelled its outskirts.", "shelling", None),
        ("While Russia claims its campaign is aimed at the rebels it has bombed civilian areas.", "bombing", None),
    ],
)
def test_the_main_clause_is_the_authors(annotator: Annotator, text: str, event: str, source: str | None) -> None:
    claim = first_told(annotator, text, event)
    assert [voice.name for voice in claim.attribution] == ([source] if source else [])


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
    assert all_told(annotator, text)[-1].attribution[-1].name == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Jets killed nine civilians in Homs Anna Marlow spokeswoman for the group said on Monday.", "Anna Marlow"),
        ("Jets killed nine in ten known raids Rory Kendal coordinator of the opposition NNC wrote.", "Rory Kendal"),
        ("Another activist group the Coordination Committees said nine were killed.", "Coordination Committees"),
    ],
)
def test_names_and_what_describes_them_part_where_commas_are_lost(annotator: Annotator, text: str, source: str) -> None:
    assert all_told(annotator, text)[-1].attribution[-1].name == source
