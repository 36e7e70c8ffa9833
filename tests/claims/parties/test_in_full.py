"""Participants go by the names that the text gives in full; the words they are mentioned by stay."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import all_told, first_told


@pytest.mark.parametrize(
    ("text", "event", "doer"),
    [
        ("The Harlow Defence Front (HDF) met envoys. On Monday HDF attacked a barracks in Goma.", "attack",
         "Harlow Defence Front (HDF)"),
        ("The Revolutionary Armed Forces of Colombia, or FARC, spoke. FARC attacked a barracks.", "attack",
         "Revolutionary Armed Forces of Colombia (FARC)"),
        ("Iraqi Security Forces reached Mosul. After seizing the hospital, the ISF fought off raiders.", "armed_clash",
         "Iraqi Security Forces"),
        ("Anna Marlow, the minister, was appalled. Minister Marlow condemned the attack.", "condemnation",
         "Minister Anna Marlow"),
        ("Anna Marlow, a special envoy of the council, met rebel commander Emile Sauvy on Monday in Mulindi.", "talks",
         "Anna Marlow"),
        ("Viv Ansanm, the alliance of gangs that controls most of Port-au-Prince, spoke.", "control", "Viv Ansanm"),
        ("Relief workers said militiamen known as the Interahamwe killed 500 people near Butare.", "casualties",
         "Interahamwe"),
        ("Egypt's prime minister, Hany Marlow, denounced the raid.", "condemnation", "Hany Marlow"),
        ("The Taliban gave no comment. On Sunday the insurgents killed six officers in Ghazni.", "casualties",
         "Taliban"),
    ],
)  # fmt: skip
def test_names_in_full(annotator: Annotator, text: str, event: str, doer: str) -> None:
    assert [who.name for who in first_told(annotator, text, event).initiators] == [doer]


def test_the_words_of_the_mention_stay(annotator: Annotator) -> None:
    text = "The Taliban gave no comment. On Sunday the insurgents killed six officers in Ghazni."
    (who,) = first_told(annotator, text, "casualties").initiators
    assert (who.mention.quote, text[who.mention.start : who.mention.end], who.actor) == (
        "insurgents", "insurgents", "taliban",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban and Boko Haram gave no comment. On Sunday the insurgents killed six officers in Ghazni.",
        "Islamic State gave no comment. On Sunday the rebels killed six officers in Aleppo.",
        "The Taliban gave no comment. On Sunday rebels killed six officers in Ghazni.",
    ],
)
def test_rebels_of_several_groups_or_of_a_side_stay_rebels(annotator: Annotator, text: str) -> None:
    told = next(c for c in all_told(annotator, text) if c.event == "casualties")
    assert told.initiators[0].name in {"rebels", "insurgents"}
