"""Places that only tell whose or which something is, on texts made for the purpose."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..test_where import where


@pytest.mark.parametrize(
    ("text", "code", "trigger", "names"),
    [
        ("Azov fighters attacked positions near Toretsk.", "attack", "attacked", ["Toretsk"]),
        ("Donetsk separatists shelled Avdiivka.", "shelling", "shelled", ["Avdiivka"]),
        ("Homs rebels shelled a checkpoint.", "shelling", "shelled", ["Homs"]),
    ],
)
def test_a_forces_name_is_a_place_only_where_nothing_else_is(
    annotator: Annotator, text: str, code: str, trigger: str, names: list[str]
) -> None:
    assert where(annotator, text, (code, trigger)) == [names]


@pytest.mark.parametrize(
    ("text", "trigger", "names"),
    [
        ("Ahmad Saleh, a resident of Idlib, was killed in Aleppo.", "killed", ["Aleppo"]),
        ("The victim, who hails from the town of Anadan, was killed in Aleppo.", "killed", ["Aleppo"]),
        ("A soldier from Texas was killed in Homs.", "killed", ["Homs"]),
        ("A strike on a car near Homs killed a commander from the Rashidieh camp.", "killed", ["Homs"]),
        ("A resident of Homs was killed by a sniper.", "killed", ["Homs"]),
    ],
)
def test_a_home_is_no_second_place(annotator: Annotator, text: str, trigger: str, names: list[str]) -> None:
    assert where(annotator, text, ("casualties", trigger)) == [names]


@pytest.mark.parametrize(
    ("text", "code", "trigger", "names"),
    [
        ("Violating the Jeddah Declaration, troops shelled Omdurman.", "shelling", "shelled", ["Omdurman"]),
        ("The Minsk agreements ended the fighting in Debaltseve.", "armed_clash", "fighting", ["Debaltseve"]),
        ("According to Amnesty International in London, six men died in Homs.", "casualties", "died", ["Homs"]),
        ("In a speech in Moscow, he said his men had taken a village.", "territory_gained", "taken", []),
        ("Jets stopped a plane flying from Moscow to Damascus over Homs.", "interception", "stopped", ["Homs"]),
        ("A bus travelling from Bamako to Gao hit a mine near Ansongo.", "ied", "hit", ["Ansongo"]),
        ("Thousands fled to Chad after fighters attacked El Geneina.", "attack", "attacked", ["El Geneina"]),
        ("Many fled to Chad after the massacre.", "attack_on_civilians", "massacre", []),
        (
            "They raided a house in Atmeh, in northern Syria, near the border with Turkey.",
            "attack",
            "raided",
            ["Atmeh", "northern Syria"],
        ),
        ("The minister, who was in Washington, condemned the attack.", "attack", "attack", []),
        ("The junta expelled troops and turned to Russia.", "territory_gained", "expelled", []),
        (
            "Gangs burned homes in Artibonite department, some 90 km north of Goma.",
            "destruction",
            "burned",
            ["Artibonite department"],
        ),
        ("Shells fell in Rastan and Talbiseh, located north of Homs.", "shelling", "fell", ["Rastan", "Talbiseh"]),
        ("A judge was shot in Idlib province, whose capital is Idlib.", "casualties", "shot", ["Idlib province"]),
        ("A strike hit Marawara district, bordering Pakistan.", "air_strike", "strike", ["Marawara district"]),
        ("A second U.S. strike hit the compound.", "air_strike", "strike", []),
        ("Israel was willing to withdraw from Rafah.", "withdrawal", "withdraw", ["Rafah"]),
        ("Israel's offensive was its second in a year.", "attack", "offensive", []),
        ("Speaking in Geneva, he said a strike on Talbiseh killed two.", "air_strike", "strike", ["Talbiseh"]),
        ("Karim Saleh, a native of Idlib, died in 2015.", "casualties", "died", []),
        ("Families fled Rutshuru for Goma.", "displacement", "fled", ["Rutshuru"]),
        ("Residents in Homs said warplanes struck Talbiseh.", "air_strike", "struck", ["Talbiseh"]),
        ("Three men died in Talbiseh, said a doctor at a hospital in Homs.", "casualties", "died", ["Talbiseh"]),
        ("Residents in Homs said shells fell on their street.", "shelling", "fell", ["Homs"]),
        ("Injured men were taken to hospitals in Maiduguri after a blast in Gwoza.", "bombing", "blast", ["Gwoza"]),
        ("Men died in raids in Aleppo, a second in Homs.", "air_strike", "raids", ["Aleppo", "Homs"]),
        ("Police arrested ten men in Nairobi over an attack in Lamu.", "attack", "attack", ["Lamu"]),
        (
            "Six men were hurt in clashes in Rastan, Homs province, near the border with Lebanon.",
            "armed_clash",
            "clashes",
            ["Rastan", "Homs province"],
        ),
        ("Gunmen attacked Diallassagou and two nearby villages.", "attack", "attacked", ["Diallassagou"]),
        ("Troops began Operation Olive Branch in Afrin.", "armed_clash", "Operation", ["Afrin"]),
    ],
)
def test_deals_speeches_and_journeys_are_elsewhere(
    annotator: Annotator, text: str, code: str, trigger: str, names: list[str]
) -> None:
    assert where(annotator, text, (code, trigger)) == [names]


def test_what_another_verb_takes_is_not_taken_by_the_first(annotator: Annotator) -> None:
    text = "Rebels captured Talbiseh in June and have since surrounded Rastan."
    events = (("territory_gained", "captured"), ("siege", "surrounded"))
    assert where(annotator, text, *events) == [["Talbiseh"], ["Rastan"]]
