"""Who did it to whom where a wording of its own tells, and whom such a wording excludes."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told, who_told


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("A civilian was killed by SDF fire in the village of Hazwan.", "casualties", ["SDF"], ["civilian"]),
        ("Gunmen suspected to be bandits killed a farmer.", "casualties", ["Gunmen"], ["farmer"]),
        ("Unidentified gunmen believed to be herders invaded the community and killed six persons.", "casualties",
         ["Unidentified gunmen"], ["persons"]),
        ("President Petro ordered an end of the truce with the EMC after it attacked a community.", "attack",
         ["EMC"], ["community"]),
        ("A missile which the Houthis fired towards Israel was intercepted.", "interception", [], ["missile"]),
        ("Russia launched 28 drones, of which 22 were shot down.", "interception", [], ["drones"]),
        ("Al-Qaeda militants were driven out of Zinjibar by an Emirati-backed force.", "territory_gained",
         ["Emirati-backed force"], ["Al-Qaeda militants"]),
        ("In the Kursk direction, the aggressor launched 6 assaults.", "attack", ["aggressor"], []),
        ("Ukraine used the mall as a human shield, the ministry said.", "abduction", ["Ukraine"], ["mall"]),
        ("The militants used villagers as human shields.", "abduction", ["militants"], ["villagers"]),
        ("The town was recaptured by the Syrian army from Hayat Tahrir al-Sham.", "territory_gained",
         ["Syrian army"], ["Hayat Tahrir al-Sham"]),
        ("The army said 12 tanks were captured or destroyed in clashes with militants.", "seizure", [], ["tanks"]),
        ("The parliament rejected Kabul's allegations that Pakistani jets bombed the town.", "accusation",
         ["Kabul"], ["Pakistani jets"]),
        ("The bandits, who arrived on motorcycles, set ablaze 30 houses.", "destruction", ["bandits"], ["houses"]),
        ("Azerbaijan and Armenia accused each other of shelling border positions.", "shelling",
         ["Azerbaijan", "Armenia"], ["border positions"]),
        ("Five crew members were abducted by pirates off Puntland.", "abduction", ["pirates"], ["crew members"]),
        ("23 police officers were killed this month; 5 in an attack in Bannu.", "attack", [], []),
        ("Washington and Tehran held talks in Muscat.", "talks", ["Washington", "Tehran"], []),
        ("Kyiv and Moscow exchanged prisoners on Tuesday.", "release", ["Kyiv", "Moscow"], ["prisoners"]),
    ],
)  # fmt: skip
def test_what_a_wording_tells(annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]) -> None:
    told = first_told(annotator, text, event)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == hit


@pytest.mark.parametrize(
    ("text", "event", "doers", "struck"),
    [
        ("The rebels were pushed out of Qusayr on Monday.", "territory_gained", [], ["rebels"]),
        ("The rebels have been driven out of Hama by the army.", "territory_gained", ["army"], ["rebels"]),
        ("The bombing is a breach of the ceasefire agreed in Geneva.", "agreement", [], []),
        ("The anti-Hezbollah raid killed nine.", "attack", [], ["Hezbollah"]),
    ],
)
def test_who_loses_and_who_is_meant(
    annotator: Annotator, text: str, event: str, doers: list[str], struck: list[str]
) -> None:
    assert who_told(annotator, text, event) == (doers, struck)


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Residents staged a demonstration calling for the release of prisoners in Homs.", "demand", ["Residents"]),
        ("In Homs the army targeted rebel strongholds.", "control", ["rebels"]),
        ("Nine men of the Northern Front were killed and two of their vehicles were destroyed.", "destruction", []),
        ("The Norland army operated against the rebels inflicting heavy losses upon them.", "casualties", ["army"]),
    ],
)
def test_whose_demand_and_whose_ground(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    found = [who.name for who in first_told(annotator, text, event).initiators]
    assert len(found) == len(doers)
    assert all(doer in name for doer, name in zip(doers, found, strict=True))
