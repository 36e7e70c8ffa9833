"""Who does what a finite verb tells is its subject, and who is only named in a phrase beside the deed did not do it."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Radio Norwick, which is run by rebels, denied the town had fallen.", "denial", ["Radio Norwick"]),
        ("Anna Marlow, who met troops of a Cuba-sized state, urged calm.", "demand", ["Anna Marlow"]),
        ("Moscow, which named both groups as rebel organisations, urged calm.", "demand", ["Moscow"]),
        ("Radio Norwick denied the airport had been lost and urged people to stay.", "demand", ["Radio Norwick"]),
        ("Government forces backed by Hezbollah seized the hill.", "territory_gained", ["Government forces"]),
        ("ISIL has held the town for a year, and the Iraqis have cleared half of it.", "territory_gained", ["Iraqis"]),
        (
            "An army spokeswoman said the ministry looked into it and accused Hezbollah.",
            "accusation",
            ["army spokeswoman"],
        ),
        ("Jets destroyed nine tanks captured near Afrin.", "seizure", []),
        ("Adam Marlow joined the hunt for two men abducted in an ambush.", "abduction", []),
        ("Adam Marlow joined the hunt for two men abducted in an ambush.", "ambush", []),
        ("Eight people have been arrested and charged with terrorism.", "accusation", []),
        ("Claims by a website that the army shelled a clinic were rejected.", "denial", []),
        ("The authorities attributed the murder to the drug mafias.", "attack_on_civilians", ["drug mafias"]),
        ("Civilians face shelling by militias like Hezbollah.", "shelling", ["militias", "Hezbollah"]),
        ("A gunman in an army uniform opened fire on worshippers.", "attack", ["gunman"]),
        ("Nine were hurt, including three members of the police, in an attack on a shop.", "attack", []),
        ("The offensive was designed to thwart any attempt by Hezbollah to return.", "armed_clash", []),
        ("The aircraft was hit by fire while supplying troops of a unit.", "attack", []),
        ("The patrol came under fire from rebels near Afrin.", "attack", ["rebels"]),
        ("The gunmen joined a brigade that killed three of them.", "casualties", ["brigade"]),
        ("The group's gunmen set fire to a shop and caused damage.", "destruction", ["gunmen", "gunmen"]),
        ("The army pursued insurgents who fled Afrin.", "withdrawal", ["insurgents"]),
        ("The troops fought off several raids and six car bombs.", "ied", []),
        ("The gunmen kidnapped 12 miners and later freed three of them.", "release", ["gunmen"]),
        ("Police fired tear gas at students who threw stones.", "riot", ["Police", "students"]),
        ("The ministry sent marines, who clashed with rebels near Afrin.", "armed_clash", ["marines"]),
        ("Police shot a student dead in Afrin, sparking riots in the city.", "riot", []),
        ("The bishop condemned the murder of a priest and called on the police to act.", "attack_on_civilians", []),
        ("The pipeline was blown up by guerrillas, who demanded talks.", "demand", ["guerrillas"]),
        ("Moscow and Ankara agreed to withdraw troops.", "withdrawal", ["Moscow", "Ankara"]),
        ("Students clashed with police.", "armed_clash", ["Students"]),
        ("The general threatened to attack unless the rebels withdrew.", "attack", ["general"]),
        ("The rebels were forced to withdraw from Afrin by heavy shelling.", "shelling", []),
        ("Police arrested the suspected mastermind of the bombing.", "bombing", []),
        ("Students burned cars and threw stones at police in Afrin.", "riot", ["Students"]),
        ("The president, whose convoy was attacked, blamed the opposition.", "attack", []),
        ("The judge had received death threats.", "threat", []),
        ("The town, home to 3,000 people and besieged by the YPG, was bombed.", "bombing", []),
    ],
)
def test_who_does_it(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    told = [claim for claim in all_told(annotator, text) if claim.event == event]
    assert [who.name for claim in told for who in claim.initiators] == doers
    assert told


def test_who_smashes_a_door_is_not_killed(annotator: Annotator) -> None:
    told = all_told(annotator, "Three masked men smashed down the front door with an axe.")
    assert [(effect.kind, effect.low) for claim in told for effect in claim.effects] == [("destroyed", 1)]


def test_who_was_killed_killed_nobody(annotator: Annotator) -> None:
    told = all_told(annotator, "12 people killed the ministry said.")
    assert not any(claim.initiators for claim in told)


def test_the_beginning_of_a_word_is_not_struck(annotator: Annotator) -> None:
    told = all_told(annotator, "Norland supported the re-taking of the town by Iraqi forces.")
    assert not any(who.name == "re" for claim in told for who in claim.targets)


def test_all_of_a_list_is_struck(annotator: Annotator) -> None:
    told = all_told(annotator, "The coalition carried out 12 air strikes, hitting a weapons store and two vehicles.")
    assert [who.name for claim in told for who in claim.targets] == ["weapons store", "vehicles"]


def test_who_leads_a_raid_does_not_suffer_it(annotator: Annotator) -> None:
    told = all_told(annotator, "Anwar Dib, a rebel commander who led the assault on Afrin, was assassinated.")
    assault = next(claim for claim in told if claim.event != "execution")
    assert not {who.name for who in assault.initiators} & {who.name for who in assault.targets}


def test_what_answers_an_attack_is_no_part_of_it(annotator: Annotator) -> None:
    told = all_told(annotator, "Villagers killed two rebels in retaliation for the attack.")
    killed = next(claim for claim in told if claim.event == "casualties")
    assert [who.name for who in killed.initiators] == ["Villagers"]


def test_a_convoy_that_enters_a_town_takes_no_ground(annotator: Annotator) -> None:
    told = all_told(annotator, "A UN convoy entered the town. Rebels entered the town.")
    assert [claim.event for claim in told] == ["arrival", "territory_gained"]
