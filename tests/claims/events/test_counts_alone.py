"""Counted harm that no trigger names opens an event; harm by no arms, or told in passing, opens none."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.report import Report, report_id

Told = list[tuple[str, list[tuple[str, int | None, int | None]]]]


def told(annotator: Annotator, text: str) -> Told:
    """The claims of a text: code, and kind and bounds of each effect."""
    report = Report(report_id(text), "r", text)
    doc = annotator.annotate(report)
    claims = claims_of(doc, report, annotations_of(doc))
    return [(claim.event, [(e.kind, e.low, e.high) for e in claim.effects]) for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The garrison lost 90 personnel, 9 tanks and 7 drones on Sunday.",
            [("casualties", [("killed", 90, 90), ("destroyed", 9, 9), ("destroyed", 7, 7)])],
        ),
        (
            "Gunmen torched a court in Norwick and freed 300 inmates from a prison.",
            [("destruction", [("destroyed", 1, 1)]), ("release", [("released", 300, 300)])],
        ),
        (
            "Two trucks were destroyed and seven weapons seized.",
            [("destruction", [("destroyed", 2, 2)]), ("seizure", [("captured", 7, 7)])],
        ),
        (
            "At least nine guards were killed, and 4 motorbikes were seized.",
            [("casualties", [("killed", 9, None)]), ("seizure", [("captured", 4, 4)])],
        ),
        ("Killed: 3; injured: 7.", [("casualties", [("killed", 3, 3), ("injured", 7, 7)])]),
        ("Fatalities: 4.", [("casualties", [("killed", 4, 4)])]),
        (
            "Six villagers were burned alive and 40 houses were torched in Harlow.",
            [("execution", [("killed", 6, 6)]), ("destruction", [("destroyed", 40, 40)])],
        ),
        (
            "Since the attack on 7 October, more than 31,000 people have been killed in Norwick.",
            [("attack", []), ("casualties", [("killed", 31001, None)])],
        ),
        (
            "At least 53 people have been killed since rival factions began clashing on Monday.",
            [("casualties", [("killed", 53, None)]), ("armed_clash", [])],
        ),
        (
            "23 officers were killed on Tuesday; five of them died in an attack on a truck.",
            [("casualties", [("killed", 23, 23)]), ("attack", [("killed", 5, 5)])],
        ),
        (
            "An official put the number of dead at 102, saying 34 bodies had been taken to Harlow.",
            [("casualties", [("killed", 102, 102)])],
        ),
        (
            "The sides swapped 190 prisoners of war on Friday.",
            [("release", [("released", 190, 190)])],
        ),
        ("The rebels handed over 26 prisoners to the mediators.", [("release", [("released", 26, 26)])]),
        ("A prisoner exchange took place on Friday.", [("release", [])]),
        ("Norland sank a Harlowan landing ship on Friday.", [("destruction", [("destroyed", 1, 1)])]),
        (
            "Total combat losses of the enemy over the past day: about 1,180 personnel, 6 tanks, 22 armoured vehicles.",
            [("casualties", [("killed", 1180, 1180), ("destroyed", 6, 6), ("destroyed", 22, 22)])],
        ),
        (
            "The enemy's losses over the past day were 900 soldiers, 12 tanks and 30 artillery systems.",
            [("casualties", [("killed", 900, 900), ("destroyed", 12, 12), ("destroyed", 30, 30)])],
        ),
        ("Two soldiers died when their vehicle drove over a mine.", [("ied", [("killed", 2, 2)])]),
        ("Troops recovered 12 AK-47 rifles in Norwick.", [("seizure", [("captured", 12, 12)])]),
        (
            "Six terrorists were sent to hell in an operation near Harlow.",
            [("armed_clash", [("killed", 6, 6)])],
        ),
        (
            "Only two of the 30 abducted students have been freed.",
            [("release", [("released", 2, 2)])],
        ),
        (
            "Explosions damaged the cathedral and 25 monuments in Norwick.",
            [("destruction", [("damaged", 1, 1), ("damaged", 25, 25)])],
        ),
        (
            "Police killed 12 gang members and seized six firearms in Norwick.",
            [("casualties", [("killed", 12, 12)]), ("seizure", [("captured", 6, 6)])],
        ),
        ("Air defences destroyed 22 attack UAVs overnight.", [("interception", [("destroyed", 22, 22)])]),
        (
            "A suicide bombing and gun attack on a mosque killed 37 people.",
            [("suicide_bombing", [("killed", 37, 37)])],
        ),
        (
            "6.3 million people were displaced, and 1.8 million crossed into neighbouring countries.",
            [("displacement", [("displaced", 6300000, 6300000)])],
        ),
        (
            "Soldiers killed four protesters and arrested 30 in Norwick.",
            [("casualties", [("killed", 4, 4)]), ("arrest", [("detained", 30, 30)])],
        ),
        (
            "At least 12 people were killed and 20 abducted in Norwick.",
            [("casualties", [("killed", 12, None)]), ("abduction", [("abducted", 20, 20)])],
        ),
        (
            "Gunmen kidnapped a priest and killed his driver.",
            [("abduction", [("abducted", 1, 1)]), ("casualties", [("killed", 1, 1)])],
        ),
        (
            "Bandits kidnapped 30 travellers, killing two of them.",
            [("abduction", [("abducted", 30, 30), ("killed", 2, 2)])],
        ),
        (
            "Rebels ambushed a convoy, killing 8 soldiers, capturing 5 and destroying two trucks.",
            [("ambush", [("killed", 8, 8), ("captured", 5, 5)]), ("destruction", [("destroyed", 2, 2)])],
        ),
        (
            "The army said it had rescued 346 hostages and killed all 33 attackers.",
            [("release", [("released", 346, 346)]), ("casualties", [("killed", 33, 33)])],
        ),
        ("Medics rescued three people from the rubble.", []),
        (
            "Norland released 183 prisoners in exchange for three hostages.",
            [("release", [("released", 183, 183)])],
        ),
        ("The ministry said 14 policemen were still being held by the rebels.", []),
        (
            "Shelling killed nine civilians who had fled their homes.",
            [("shelling", [("killed", 9, 9)])],
        ),
        (
            "The army shot down a drone, the 22nd since May.",
            [("interception", [("destroyed", 1, 1)])],
        ),
        (
            "21 people were killed in Harlow, including 14 by shelling of the market and seven by drone strikes.",
            [("casualties", [("killed", 21, 21)]), ("shelling", [("killed", 14, 14)]),
             ("air_strike", [("killed", 7, 7)])],
        ),
        (
            "The army said 12 soldiers were killed: nine by a roadside bomb and three in an ambush.",
            [("casualties", [("killed", 12, 12)]), ("ied", [("killed", 9, 9)]), ("ambush", [("killed", 3, 3)])],
        ),
        (
            "At least 18 people were killed, six of them by landmines.",
            [("casualties", [("killed", 18, None)]), ("ied", [("killed", 6, 6)])],
        ),
        (
            "At least 30 people were killed, including five children, in air strikes on Harlow.",
            [("air_strike", [("killed", 30, None)])],
        ),
        ("12 KIA and 30 WIA were reported.", [("casualties", [("killed", 12, 12), ("injured", 30, 30)])]),
        ("Soldiers freed 47 kidnapped schoolgirls on Monday.", [("release", [("released", 47, 47)])]),
        ("Ten decapitated bodies were found on a road.", [("execution", [("killed", 10, 10)])]),
        ("Raiders gunned down seven labourers near Norwick.", [("execution", [("killed", 7, 7)])]),
        (
            "Up to 3,000 people crossed into Norland at Harlow on Sunday.",
            [("displacement", [("displaced", None, 3000)])],
        ),
        ("10,000 people arrived in Norwick, fleeing Harlow.", [("displacement", [("displaced", 10000, 10000)])]),
        ("Air defences intercepted and destroyed 54 drones overnight.", [("interception", [("destroyed", 54, 54)])]),
        ("The ship shot down 18 drones and one ballistic missile.",
         [("interception", [("destroyed", 18, 18), ("destroyed", 1, 1)])]),
        (
            "Rescuers pulled three bodies from the rubble, bringing the death toll to 12.",
            [("casualties", [("killed", 3, 3)]), ("casualties", [("killed", 12, 12)])],
        ),
        (
            "Doctors said 68 people were killed and 107 injured, bringing the total to 900 killed and 2,000 injured.",
            [
                ("casualties", [("killed", 68, 68), ("injured", 107, 107)]),
                ("casualties", [("killed", 900, 900), ("injured", 2000, 2000)]),
            ],
        ),
    ],
)  # fmt: skip
def test_counted_harm_has_an_event(annotator: Annotator, text: str, expected: Told) -> None:
    assert told(annotator, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The flood killed 44 people in the province.",
        "A bus crash killed 25 people near Harlow.",
        "Cholera has killed 172 people since January.",
        "At least 25 people died in a road accident.",
        "Nine children died of measles in the camp.",
        "The drought has killed 10,000 head of livestock.",
        "The minister came under attack over the price of bread.",
        "The police were under fire for their handling of the budget.",
        "Doctors strike in Norwick entered its second week.",
    ],
)
def test_harm_by_no_arms_is_no_event(annotator: Annotator, text: str) -> None:
    assert told(annotator, text) == []


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Shelling of a camp for displaced people left 17 dead.", "displacement"),
        ("Shells hit a camp for internally displaced people, killing nine.", "displacement"),
        ("Raids killed 70 people in a detention centre.", "arrest"),
        ("The rebels said they had killed 214 hostages.", "abduction"),
        ("The group handed over the bodies of four hostages.", "abduction"),
        ("A bombing at a rally in Norwick killed eleven people.", "protest"),
        ("The total combat losses of the enemy were 40 tanks.", "armed_clash"),
        ("The visit was cut short by a bomb threat.", "bombing"),
        ("The commission said it could not rule out a higher toll.", "denial"),
        ("Troops moved into a disputed area near the border.", "denial"),
        ("Police arrested 12 people on suspicion of supporting the militia.", "support"),
        ("Gunmen attacked a gold mine in Norwick, killing four workers.", "ied"),
        ("Soldiers were gathering dead bodies from the streets.", "talks"),
        ("Relatives gathered outside the hospital after the strike.", "talks"),
        ("The army was pressing to take full control of the port.", "demand"),
    ],
)
def test_what_only_describes_is_no_event(annotator: Annotator, text: str, never: str) -> None:
    assert never not in [code for code, _ in told(annotator, text)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Rebels seized Quorl after two days of fighting.", "territory_gained"),
        ("Police killed six gunmen in a raid on Norwick.", "attack"),
        ("Nine people were killed in the raid on Norwick.", "attack"),
        ("Nine people were killed in the raid on Norwick. Warplanes fled.", "air_strike"),
        ("78 combat clashes took place at the front.", "armed_clash"),
        ("Gunmen shot a teacher in Norwick on Monday.", "attack"),
        ("Masked men dragged nine passengers off two buses and shot them.", "attack"),
        ("The gunmen shot two civilians dead near Norwick.", "execution"),
        ("Rebels hijacked a train near Harlow.", "seizure"),
        ("Their truck hit a mine near Harlow, killing two soldiers.", "ied"),
        ("Jets believed to be from Norland also struck a market in Harlow, killing 30.", "air_strike"),
        ("Fighter jets struck oil storage facilities at the port, killing three people.", "air_strike"),
        ("The minister ruled out talks with the rebels.", "denial"),
        ("The guards control 90 percent of the capital.", "control"),
    ],
)
def test_plain_words_tell_their_event(annotator: Annotator, text: str, code: str) -> None:
    assert code in [told_code for told_code, _ in told(annotator, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen abducted 287 pupils from a school; 28 escaped.", [("abducted", 287, 287)]),
        ("The group handed over the bodies of four hostages.", [("killed", 4, 4)]),
        ("More than 200 people were killed and half the population fled.", [("killed", 201, None)]),
    ],
)
def test_who_is_free_dead_or_uncounted_is_not_counted_again(
    annotator: Annotator, text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert [effect for _, effects in told(annotator, text) for effect in effects] == expected
