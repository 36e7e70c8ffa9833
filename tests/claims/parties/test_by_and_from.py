"""Whom "by", "from", a possessive or a headline's comma add to the doers, and what a passive tells as struck."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("The attack was claimed by the Islamic State's Sahel Province.", "responsibility", ["Islamic State"]),
        ("The bombing was blamed on al-Shabaab by Somali officials.", "bombing", ["al-Shabaab"]),
        ("The ambush has been attributed to ADF rebels.", "ambush", ["ADF rebels"]),
        ("Ten civilians were killed by the Syrian army and security forces in Homs.", "casualties",
         ["Syrian army", "Syrian security forces"]),
        ("Seven people were shot dead by soldiers and allied militiamen in Bamenda.", "execution",
         ["soldiers", "allied militiamen"]),
        ("The raid drew condemnation from Egypt and Jordan.", "condemnation", ["Egypt", "Jordan"]),
        ("Russia's killing of 50 villagers in Hroza angered Kyiv.", "casualties", ["Russia"]),
        ("Sudan: RSF shelling kills 12 in El Fasher", "shelling", ["RSF"]),
        ("Pakistan, India trade fire in Kashmir", "armed_clash", ["Pakistan", "India"]),
        ("Ethiopian army, Fano militia clash near Debre Tabor", "armed_clash", ["Ethiopian army", "Fano militia"]),
    ],
)  # fmt: skip
def test_all_who_did_it(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).initiators] == doers


@pytest.mark.parametrize(
    ("text", "event", "hit"),
    [
        ("Federal forces retook Lalibela from Tigrayan forces.", "territory_gained", ["Tigrayan forces"]),
        ("The store was hit by two bombs and at least two people were killed.", "bombing", ["store", "people"]),
        ("A hospital was hit by shelling in Kharkiv.", "shelling", ["hospital"]),
        ("Government forces used toxic gas to attack civilians in Saraqib.", "chemical_attack", ["civilians"]),
        ("Gunmen stormed the National Penitentiary in Port-au-Prince.", "attack", ["National Penitentiary"]),
        ("Two vehicles were destroyed in clashes near Homs.", "armed_clash", []),
    ],
)
def test_all_who_were_struck(annotator: Annotator, text: str, event: str, hit: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).targets] == hit
