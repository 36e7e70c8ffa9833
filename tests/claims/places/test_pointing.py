"""Nouns that point back at a place the report named, on texts made for the purpose."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..test_where import where


@pytest.mark.parametrize(
    ("text", "code", "trigger", "names"),
    [
        (
            "Guests at the Zalfana Hotel were asleep. Nobody kept watch. Gunmen stormed the hotel.",
            "attack",
            "stormed",
            ["Zalfana Hotel"],
        ),
        (
            "Guards man Zalfana bridge and Qarzum airport. Nobody slept. Guns were fired at the bridge.",
            "shelling",
            "fired",
            ["Zalfana bridge"],
        ),
        ("Kabul was calm for a month. Nobody knows why. Then rockets hit the capital.", "shelling", "hit", ["Kabul"]),
        ("Kabul and London were calm. Nobody knows why. Then rockets hit the capital.", "shelling", "hit", []),
        ("Guards man Zalfana bridge. Nobody slept. Guns were fired at a bridge.", "shelling", "fired", []),
        ("Guards man Zalfana bridge. Nobody slept. Guns were fired at the new bridge.", "shelling", "fired", []),
    ],
)
def test_a_bare_noun_under_the_event_means_the_place_so_called(
    annotator: Annotator, text: str, code: str, trigger: str, names: list[str]
) -> None:
    assert where(annotator, text, (code, trigger)) == [names]


def test_a_town_is_meant_where_the_event_before_took_place(annotator: Annotator) -> None:
    text = "Rebels captured Saraqib on Monday. They lost two tanks. On Friday soldiers stormed the town."
    assert where(annotator, text, ("territory_gained", "captured"), ("attack", "stormed")) == [["Saraqib"], ["Saraqib"]]
