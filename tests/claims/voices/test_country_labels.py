"""A country before a colon is the scene, unless what follows lies elsewhere."""

from __future__ import annotations

import pytest

from contested.claims.voices.country_labels import without_scenes
from contested.model.annotations import Attribution, PlaceMention
from contested.model.mention import Mention


def labelled(text: str, country: str, behind: str | None, code: str) -> list[Attribution]:
    """What is left of the attribution to the label of a text; ``code``: the country of the place behind it."""
    label, colon = Mention.of(text, 0, len(country)), text.index(":")
    told = Attribution(
        (label,), (Mention.of(text, colon, colon + 1),), (Mention.of(text, colon + 2, len(text)),), country
    )
    places = [PlaceMention(label, country, kind="country", country="SO")]
    if behind is not None:
        at = text.index(behind)
        places.append(PlaceMention(Mention.of(text, at, at + len(behind)), behind, kind="city", country=code))
    return without_scenes([told], places)


@pytest.mark.parametrize(
    ("text", "behind", "code", "speaks"),
    [
        ("Somalia: bomb hits convoy in Baidoa", "Baidoa", "SO", False),
        ("Somalia: two dead in an attack", None, "", False),
        ("Somalia: truce broken three times in Jijiga", "Jijiga", "ET", True),
    ],
)
def test_a_country_that_is_the_scene_tells_nothing(text: str, behind: str | None, code: str, speaks: bool) -> None:
    assert bool(labelled(text, "Somalia", behind, code)) is speaks
