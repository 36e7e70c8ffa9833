"""What a sentence's opening clause tells is its speaker's; the main clause is the author's."""

from __future__ import annotations

import pytest
from tests.claims.telling import first_told

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
