"""Who does the second deed of "A shelled X and B bombed Y", where the parse joined B to X."""

from __future__ import annotations

import pytest
from tests.claims.telling import first_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("Hamas fighters fired rockets at Tel Aviv and Israel responded with air strikes.", "air_strike", "Israel"),
        ("Rebels shelled Homs and the army bombed Idlib.", "bombing", "army"),
        ("The army shelled Daraya and a helicopter dropped barrel bombs on it.", "air_strike", "helicopter"),
        ("The army bombed Homs and killed nine people.", "bombing", "army"),
        ("Jets hit Homs and Idlib and killed nine.", "air_strike", "Jets"),
    ],
)
def test_each_deed_has_its_doer(annotator: Annotator, text: str, event: str, doer: str) -> None:
    claim = first_told(annotator, text, event)
    assert [who.mention.quote.removeprefix("the ").removeprefix("a ") for who in claim.initiators] == [doer]
    assert not claim.attribution


def test_what_is_struck_takes_nothing(annotator: Annotator) -> None:
    text = "Hayat Tahrir al-Sham attacked army positions reportedly recapturing Saraqib."
    claim = first_told(annotator, text, "territory_gained")
    assert [who.name for who in claim.initiators] == ["Hayat Tahrir al-Sham"]


def test_with_whom_one_strikes_is_not_struck(annotator: Annotator) -> None:
    text = "The rebels launched a counter-attack involving suicide bombers in Saraqib."
    claim = first_told(annotator, text, "armed_clash")
    assert [who.name for who in claim.initiators] == ["rebels"] and not claim.targets


@pytest.mark.parametrize("quality", ["besieged", "occupied", "war-torn", "mineral-rich", "rebel-held"])
def test_a_quality_stands_between_preposition_and_place(annotator: Annotator, quality: str) -> None:
    claim = first_told(annotator, f"Shells hit a bus in {quality} Oleshkyr.", "shelling")
    assert [place.name for place in claim.places] == ["Oleshkyr"]
