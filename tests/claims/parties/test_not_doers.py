"""Who only seems to have done it, or to have been struck, by another deed or word of the same sentence."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("A student detained by the regime opened fire on students.", "attack", ["student"]),
        ("Five attackers were shot dead by police while one blew himself up.", "suicide_bombing", []),
        ("The campaign launched by Turkish forces hit a base, killing 20.", "attack", ["Turkish forces"]),
        ("Clashes erupted on the border between Armenia and Azerbaijan, killing two soldiers.", "armed_clash", []),
        ("Adam Marlow, commander of Hezbollah's rocket force, was killed in a strike on Tyre.", "air_strike", []),
        ("The protest was crushed by security forces in Hama.", "protest", []),
        ("The seizure of the tanker was denounced by Japan.", "territory_gained", []),
        (
            "Nine were killed in air raids on the Homs region that is controlled by the Islamic State group.",
            "air_strike",
            [],
        ),
        (
            "The Menagh base was controlled by the Islamic State group which seized it in May 2013.",
            "territory_gained",
            ["Islamic State group"],
        ),
        ("The attack between the neighbourhoods of Sakhur and Sheikh Khodr caused damage.", "attack", []),
        ("Police prevented a suicide attack in Lahore.", "suicide_bombing", []),
        ("UN condemns Sudan village attack that killed more than 100.", "attack", []),
        ("Ukrainian forces had lost up to 2,000 servicemen in Avdiivka.", "casualties", []),
        ("Niger's army said it had killed 21 terrorists in retaliation for the ambush.", "ambush", []),
        ("Police said the attack was retaliation for the killing of two fighters by vigilantes.", "attack", []),
        ("In response to a raid by rebels, the army shelled the town.", "shelling", ["army"]),
        ("Extremists have bombed two towns since Sinn Fein was expelled from peace talks on Feb. 20.", "talks", []),
        ("Soldiers found the bodies of nine men abducted from Mocoa.", "abduction", []),
        (
            "The minister may withdraw troops in exchange for guarantees that Israel would not be attacked.",
            "attack",
            [],
        ),
        ("France supports a military strike against Norland.", "air_strike", []),
        ("Lawmakers backed the strikes in a vote on Tuesday.", "air_strike", []),
        ("Rebels fear an imminent assault on the town.", "attack", []),
    ],
)
def test_who_did_something_else(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).initiators] == doers


@pytest.mark.parametrize(
    ("text", "event", "hit"),
    [
        ("Villagers found 11 bodies near Beni.", "casualties", []),
        ("MSF said its hospital in Goma had received 160 wounded, 25 of whom died.", "casualties", []),
        ("The IDF named nine of those killed.", "casualties", []),
        ("Following American airstrikes, Kurdish Peshmerga take a border crossing at Rabia.", "air_strike", []),
        ("The town was attacked twice with heavy artillery.", "shelling", []),
        ("Protesters attacked the embassies of Rwanda, France and Belgium in Kinshasa.", "attack",
         ["embassies of Rwanda"]),
        ("UN condemns Sudan village attack that killed more than 100.", "condemnation", []),
        ("Police said the attack was retaliation for the killing of two fighters by vigilantes.", "attack", []),
        ("The Malian army lost 40 soldiers in the ambush.", "ambush", ["Malian soldiers"]),
    ],
)  # fmt: skip
def test_who_was_not_struck(annotator: Annotator, text: str, event: str, hit: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).targets] == hit


def test_who_tells_was_not_killed(annotator: Annotator) -> None:
    text = "Rami Marlow said two medics were dead. Activists said he was killed in an air raid on Homs."
    assert not first_told(annotator, text, "air_strike").targets


def test_a_quality_is_nobody_besides_whom_it_describes(annotator: Annotator) -> None:
    claim = first_told(annotator, "Militants executed 50 captive Syrian troops in Raqqa.", "execution")
    assert [who.name for who in claim.targets] == ["Syrian troops"]


def test_in_whose_hands_a_place_is(annotator: Annotator) -> None:
    claim = first_told(annotator, "The district of Waer in Homs remained in rebel hands.", "control")
    assert [who.name for who in claim.initiators] == ["rebels"]
