"""Those harmed who do not stand next to the word of harm: a doer, a share or an age parts them from it."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.quantities import find_quantities
from contested.annotate.sentences import mark_sentences
from contested.claims.counts.effects import find_effects

Told = list[tuple[str, int | None, int | None]]


def told(annotator: Annotator, text: str) -> Told:
    """The effects of a text: kind and bounds."""
    doc = annotator.nlp(mark_sentences(annotator.nlp.make_doc(text)))
    found = find_effects(doc, tuple(find_quantities(doc, [])))
    return [(f.effect.kind, f.effect.low, f.effect.high) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was one of three soldiers killed on Monday near Harlow.", [("killed", 3, 3)]),
        ("Two of five nurses who were kidnapped in May are sisters.", [("abducted", 5, 5)]),
        ("Two of the five nurses were kidnapped.", [("abducted", 2, 2)]),
        ("Three aid workers that the group abducted in May were freed.", [("abducted", 3, 3)]),
        ("The man the gunmen kidnapped on Monday was a teacher.", [("abducted", 1, 1)]),
        ("They were among at least 30 officers believed to have been captured.", [("captured", 30, None)]),
        ("The paper published a list of 47 people killed.", [("killed", 47, 47)]),
        ("The battle ended with five officers and a dozen rebels dead.", [("killed", 5, 5), ("killed", 12, 12)]),
        ("The day saw 120 soldiers and a general killed.", [("killed", 120, 120), ("killed", 1, 1)]),
        ("ana torres, leader of the farmers, is seriously injured.", [("injured", 1, 1)]),
        ("The farm was owned by Adam Marlow, who was killed in May.", [("killed", 1, 1)]),
        ("Huts were searched, two of which were destroyed.", [("destroyed", 2, 2)]),
        ("More than 900 people in Norland and about 100 Sudlanders have since died.",
         [("killed", 901, None), ("killed", 100, 100)]),
        ("They clashed on Tuesday: 14 guards and 9 rebels were killed.", [("killed", 14, 14), ("killed", 9, 9)]),
        ("This year 12 members of the party, the largest force in Norland, have been killed.", [("killed", 12, 12)]),
    ],
)  # fmt: skip
def test_those_ahead_are_counted(annotator: Annotator, text: str, expected: Told) -> None:
    assert told(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells wounded a man of 54, a woman of 61 and a girl.", [("injured", 1, 1)] * 3),
        ("The mayor was killed with his wife and two sons.", [("killed", 1, 1), ("killed", 1, 1), ("killed", 2, 2)]),
        ("The dead: six women and three children.", [("killed", 6, 6), ("killed", 3, 3)]),
        ("Rebels also kidnapped the mayor's two sons.", [("abducted", 2, 2)]),
        ("The army killed a cook and the cook's 15-year-old daughter.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("The clash led to the death of six rebels and the confiscation of their arms.", [("killed", 6, 6)]),
        ("found the body of a rebel in la cruz, san lorenzo.", [("killed", 1, 1)]),
        ("Planes destroyed 14 tanks and other equipment captured near Harlow.",
         [("destroyed", 14, 14), ("destroyed", 2, None)]),
        ("Soldiers shot dead an elderly couple.", [("killed", 2, 2)]),
        ("The ship's crew of 25 was taken hostage.", [("abducted", 25, 25)]),
        ("The rebels killed 40 soldiers and took 17 captive.", [("killed", 40, 40), ("captured", 17, 17)]),
        ("Some 200 inmates are holding more than 500 people hostage.", [("abducted", 501, None)]),
        ("Two children suffered shrapnel wounds.", [("injured", 2, 2)]),
        ("Soldiers were burning houses and killing villagers.", [("destroyed", 2, None), ("killed", 2, None)]),
        ("There was a clash that resulted in one dead rebel.", [("killed", 1, 1)]),
        ("Two pick-up trucks and six revolvers were seized.", [("captured", 2, 2), ("captured", 6, 6)]),
        ("general adam marlow died today.", [("killed", 1, 1)]),
    ],
)  # fmt: skip
def test_lists_and_companions_are_counted(annotator: Annotator, text: str, expected: Told) -> None:
    assert told(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six of the wounded later died.", [("killed", 6, 6)]),
        ("Only 49 rebel bodies have been recovered.", [("killed", 49, 49)]),
        ("We recorded 53 reported fatalities, up from nine attacks and 21 deaths in May.", [("killed", 53, 53)]),
        ("At least 31 civilians were killed, compared with 12 killed in May.", [("killed", 31, None)]),
        ("A total of 58 villagers held hostage by the rebels escaped on Friday.", [("abducted", 58, 58)]),
        ("A police patrol was forced to flee.", []),
        ("The drone fell without casualties or damage.", [("killed", 0, 0), ("injured", 0, 0), ("damaged", 0, 0)]),
        ("The blast partially destroyed the bank.", [("damaged", 1, 1)]),
        ("Rebels set fire to a market and to two trucks.", [("damaged", 1, 1), ("destroyed", 2, 2)]),
        ("Rebels blew up three bridges.", [("destroyed", 3, 3)]),
        ("Rebels blew up a car bomb; a depot blew up.", []),
        ("They threw three dynamite charges at the bank.", []),
        ("The traders were kidnapped 11 days ago.", [("abducted", 2, None)]),
        ("They destroyed 52 huts and thousands of gallons of fuel.", [("destroyed", 52, 52)]),
        ("More than a third of the residents have fled.", []),
        ("The death toll has passed 35,000.", [("killed", 35001, None)]),
        ("A few soldiers were wounded.", [("injured", 3, None)]),
        ("The plan would move power to the armed forces to eliminate rebels.", []),
    ],
)  # fmt: skip
def test_what_is_told_otherwise_counts_nobody_twice(annotator: Annotator, text: str, expected: Told) -> None:
    assert told(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They joined the hunt for two men abducted in an ambush.", [("abducted", 2, 2)]),
        ("Debris set an oil depot ablaze near Harlow.", [("damaged", 1, 1)]),
        ("Gunmen drove away 300 families.", [("displaced", 300, 300)]),
        ("Two gunmen drove away in a car.", []),
        ("Five policemen held out until they ran out of ammunition and gave themselves up.", [("surrendered", 5, 5)]),
        ("Five Shahed-136 drones were shot down.", [("destroyed", 5, 5)]),
    ],
)
def test_what_a_verb_acts_on_is_told_apart(annotator: Annotator, text: str, expected: Told) -> None:
    assert told(annotator, text) == expected
