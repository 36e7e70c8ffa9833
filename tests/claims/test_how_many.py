"""Effects: who was killed, hurt, captured or driven out, what was destroyed, and which event they belong to."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator
from contested.annotate.quantities import find_quantities
from contested.annotate.sentences import mark_sentences
from contested.claims.context import Context, Event
from contested.claims.counts.effects import find_effects
from contested.claims.how_many import answer
from contested.claims.words.effect_words import effect_lexicon
from contested.model.annotations import Annotations
from contested.model.report import Report

Told = list[tuple[str, int | None, int | None]]


def parse(annotator: Annotator, text: str) -> Context:
    """The context of a text with its quantities alone."""
    doc: Doc = annotator.nlp(mark_sentences(annotator.nlp.make_doc(text)))
    quantities = tuple(find_quantities(doc, []))
    return Context(doc, Report("r-1", "1", text), Annotations(quantities=quantities))


def told(annotator: Annotator, text: str) -> Told:
    """The effects of a text: kind and bounds; every mention must be its words."""
    context = parse(annotator, text)
    found = find_effects(context.doc, context.annotations.quantities)
    for effect in (f.effect for f in found):
        assert text[effect.mention.start : effect.mention.end] == effect.mention.quote
        assert effect.low is None or effect.high is None or effect.low <= effect.high
    return [(f.effect.kind, f.effect.low, f.effect.high) for f in found]


def answered(annotator: Annotator, text: str, events: Sequence[tuple[str, str]]) -> list[Told]:
    """The effects of each event, given as code and trigger words."""
    context = parse(annotator, text)
    spans = [context.doc.char_span(text.index(words), text.index(words) + len(words)) for _, words in events]
    made = [Event(code, span) for (code, _), span in zip(events, spans, strict=True) if span is not None]
    return [[(e.kind, e.low, e.high) for e in effects] for effects in answer(made, context)]


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("6 farmers were killed and 7 others injured in the raid.", [("killed", 6, 6), ("injured", 7, 7)]),
        ("6 farmers were killed while 7 others were injured.", [("killed", 6, 6), ("injured", 7, 7)]),
        ("The raid killed 12 soldiers and wounded at least 20.", [("killed", 12, 12), ("injured", 20, None)]),
        ("Shells hit the port, killing at least five dockers.", [("killed", 5, None)]),
        ("The blast left 20 people dead.", [("killed", 20, 20)]),
        ("Troops neutralised five of the fleeing gunmen near Ormek.", [("killed", 5, 5)]),
        ("How many people were killed in the strike?", []),
        ("HOST: General, how many of your soldiers have been killed?\nGENERAL: None.", []),
        ("The raid destroyed a three-storey building.", [("destroyed", 1, 1)]),
        ("There were body parts in the area of the blast.", []),
        ("Two soldiers exchanged fire with a patrol.", []),
        ("The two countries exchanged fire across the border.", []),
        ("In all, 95 prisoners were exchanged.", [("released", 95, 95)]),
        (
            "Gunmen fired on a bus, killing three and injuring 10, two seriously.",
            [("killed", 3, 3), ("injured", 10, 10)],
        ),
        ("The death toll rose by three to 15 on Monday.", [("killed", 15, 15)]),
        ("The number of displaced people rose by 120,000 to 1.3 million.", [("displaced", 1300000, 1300000)]),
        ("466 patients have been reported as wounded and 37 have died.", [("injured", 466, 466), ("killed", 37, 37)]),
        ("Among the dead in the blast in Norwick were a woman and a child.", [("killed", 1, 1), ("killed", 1, 1)]),
        ("Of those killed, six were children.", [("killed", 6, 6)]),
        ("Clashes left 12 dead in Harlow, with bodies strewn on the streets.", [("killed", 12, 12)]),
        ("An air strike killed 3 people 12 km north of the town.", [("killed", 3, 3)]),
        ("Shells killed 12 people and wounded a further 30 in Norwick.", [("killed", 12, 12), ("injured", 30, 30)]),
        ("The fire damaged a further 300 homes.", [("damaged", 300, 300)]),
        ("They fired two missiles at the tanker, which sustained minor damage.", [("damaged", 1, 1)]),
        ("A drone attack on a fuel depot set four tanks ablaze.", [("destroyed", 4, 4)]),
        ("Rioters set 20 cars on fire.", [("destroyed", 20, 20)]),
        ("Two bombs were dropped and the office of a party was destroyed.", [("destroyed", 1, 1)]),
        ("The tally of those killed stands at 64, while 115 were hurt.", [("killed", 64, 64), ("injured", 115, 115)]),
        ("Three more bodies were pulled from the rubble.", [("killed", 3, 3)]),
        ("Police found 16 bodies in a grave, raising the total to 250.", [("killed", 16, 16), ("killed", 250, 250)]),
        ("Enemy losses amounted to 1,510 soldiers over the past day.", [("killed", 1510, 1510)]),
        (
            "Losses on Sunday were 40 soldiers, three tanks and a drone.",
            [("killed", 40, 40), ("destroyed", 3, 3), ("destroyed", 1, 1)],
        ),
        ("The army lost 12 men in the battle and the rebels nine.", [("killed", 12, 12), ("killed", 9, 9)]),
        ("The army put its losses at 49 dead and 50 wounded.", [("killed", 49, 49), ("injured", 50, 50)]),
        ("Fighting killed 21 on the government side and 35 rebels.", [("killed", 21, 21), ("killed", 35, 35)]),
        ("Two people were killed, one of them a child, and nine wounded.", [("killed", 2, 2), ("injured", 9, 9)]),
        (
            "The attack left one dead, one injured and three missing.",
            [("killed", 1, 1), ("injured", 1, 1), ("missing", 3, 3)],
        ),
        ("They brought home 1,212 bodies of fallen soldiers.", [("killed", 1212, 1212)]),
        ("Gunmen killed 40 cattle and two herders.", [("killed", 2, 2)]),
        ("Gunmen killed a village head.", [("killed", 1, 1)]),
        ("Two men were killed and another was wounded.", [("killed", 2, 2), ("injured", 1, 1)]),
        ("One man was killed and another wounded when a mine exploded.", [("killed", 1, 1), ("injured", 1, 1)]),
        ("The shelling wounded three children Harlow Hospital said.", [("injured", 3, 3)]),
        ("The army cracked down on the march.", []),
        ("The blast cracked two walls.", [("damaged", 2, 2)]),
        ("The blast wounded 45 people, two of whom later died.", [("injured", 45, 45), ("killed", 2, 2)]),
        ("Nine men were wounded, three of whom have since died.", [("injured", 9, 9), ("killed", 3, 3)]),
        (
            "The clinic admitted 30 people with gunshot wounds, of whom four died.",
            [("injured", 30, 30), ("killed", 4, 4)],
        ),
        ("The attack left five dead and a dozen more hurt.", [("killed", 5, 5), ("injured", 12, 12)]),
        ("The office has recorded dozens of deaths from hunger.", [("killed", 24, None)]),
        ("Doctors reported deaths and injuries.", [("killed", 2, None), ("injured", 2, None)]),
        ("The raid killed 32 men, the Harlow-based Norwick Observatory for Rights said.", [("killed", 32, 32)]),
        ("11 people died, including an officer who had defected.", [("killed", 11, 11)]),
        ("Gunmen kill vaccinator in Norwick.", [("killed", 1, 1)]),
        ("A drone strike kills Palestinian in Gaza.", [("killed", 1, 1)]),
        ("Farm director and eight Russian troops killed in Norwick.", [("killed", 1, 1), ("killed", 8, 8)]),
        ("Northern forces destroyed 65 soldiers and a tank.", [("killed", 65, 65), ("destroyed", 1, 1)]),
        ("A rebel with a reward of Rs 4 lakh was killed.", [("killed", 1, 1)]),
        ("Three US soldiers were killed in the attack.", [("killed", 3, 3)]),
        ("The death of Abu Jandal al-Kuwaiti.", [("killed", 1, 1)]),
        (
            "Shelling killed eight people in Harlow, the capital of the region, a medical source at its hospital said.",
            [("killed", 8, 8)],
        ),
        ("The authorities demolished or forced owners to demolish 43 houses.", [("destroyed", 43, 43)]),
        ("The toll since 7 October 2023 rose to 48,239 deaths.", [("killed", 48239, 48239)]),
        (
            "The army lost 40 men, a tank and four trucks.",
            [("killed", 40, 40), ("destroyed", 1, 1), ("destroyed", 4, 4)],
        ),
        (
            "Troops killed 44 men, including 20 boys, in Norwick, and 179 men, including 36 boys, in Harlow.",
            [("killed", 44, 44), ("killed", 179, 179)],
        ),
        ("The strike killed “multiple” militants.", [("killed", 2, None)]),
        ("The gang set fire to at least 45 houses and 34 vehicles.", [("destroyed", 45, None), ("destroyed", 34, 34)]),
        (
            "Nine men were killed around the town of Norwick and another five outside Harlow.",
            [("killed", 9, 9), ("killed", 5, 5)],
        ),
        ("Ministry: 127 clashes, 14 tanks destroyed.", [("destroyed", 14, 14)]),
        ("Three men escaped and were shot dead.", [("killed", 3, 3)]),
        ("The pilot ejected but was killed after landing.", [("killed", 1, 1)]),
        ("Security forces shot dead 27 people on Sunday.", [("killed", 27, 27)]),
        ("Gunmen shot dead a judge.", [("killed", 1, 1)]),
        ("Two men were shot dead.", [("killed", 2, 2)]),
        ("57 people were killed, including over 40 bodies found in the port.", [("killed", 57, 57)]),
        ("Adam Marlow, 26, was killed.", [("killed", 1, 1)]),
        ("Doctors reported that the symptoms of the gas were those of sarin.", []),
        ("Terrorist Attack Kills Two Injures Three in Homs", [("killed", 2, 2), ("injured", 3, 3)]),
        ("The blast killed 12 and 4 others were injured.", [("killed", 12, 12), ("injured", 4, 4)]),
        ("It killed 12 and 4 others sustained serious injuries.", [("killed", 12, 12), ("injured", 4, 4)]),
        ("Raids killed 45 people in and around Aleppo and 22 in Idlib.", [("killed", 45, 45), ("killed", 22, 22)]),
        ("Nine people died in Aleppo, four in Homs and two in Hama.", [("killed", n, n) for n in (9, 4, 2)]),
        ("Nine people were killed in Homs and two others in Hama.", [("killed", 9, 9), ("killed", 2, 2)]),
        ("Nine people were killed in Homs in 2013 and 20 in 2014.", [("killed", 9, 9)]),
        ("A raid on the mill leaving 9 dead and 14 wounded.", [("killed", 9, 9), ("injured", 14, 14)]),
        ("The flood of fire claimed the lives of three nurses.", [("killed", 3, 3)]),
        ("The fighting has cost over 1,000 lives.", [("killed", 1001, None)]),
        ("The death toll rose to 43.", [("killed", 43, 43)]),
        ("The death toll from the raid rose from 40 to 43.", [("killed", 43, 43)]),
        ("The mayor gave a toll of at least 12 dead and 55 wounded.", [("killed", 12, None), ("injured", 55, 55)]),
        ("It led to the death of three and the injury of 14.", [("killed", 3, 3), ("injured", 14, 14)]),
        ("The raid caused five deaths.", [("killed", 5, 5)]),
        ("The brigade lost 5 fighters.", [("killed", 5, 5)]),
        ("A man, a woman and a child died.", [("killed", 1, 1)] * 3),
        ("A man woman and child died.", [("killed", 1, 1)] * 3),
        ("Rockets hit the town, killing and injuring dozens.", [("killed", 24, None), ("injured", 24, None)]),
        ("Several Miners Killed Injured in Port Blasts", [("killed", 3, None), ("injured", 3, None)]),
        ("5 Killed 7 Injured in Port Blast", [("killed", 5, 5), ("injured", 7, 7)]),
        ("A farmer was killed.", [("killed", 1, 1)]),
        ("Its tally was dead wrong.", []),
        ("Farmers were killed.", [("killed", 2, None)]),
        ("Up to 33 miners were killed.", [("killed", None, 33)]),
        ("Between 30 and 35 miners were killed.", [("killed", 30, 35)]),
        ("The 12 miners killed in the raid were brothers.", [("killed", 12, 12)]),
        ("Fifteen miners including three women were killed.", [("killed", 15, 15)]),
        ("Fifteen miners among them three women were killed.", [("killed", 15, 15)]),
        ("Three miners, two women and a man, were killed.", [("killed", 3, 3)]),
        ("On Friday 12 miners were killed in the north.", [("killed", 12, 12)]),
        (
            "At least 19 gunmen were captured while a dozen of others were killed.",
            [("captured", 19, None), ("killed", 12, 12)],
        ),
        ("The army destroyed a tank two rocket launchers and three cannons.", [("destroyed", n, n) for n in (1, 2, 3)]),
        ("The crew shot down a helicopter.", [("destroyed", 1, 1)]),
        ("The raid caused damage to several houses.", [("damaged", 3, None)]),
        ("About 3,000 people fled the town.", [("displaced", 3000, 3000)]),
        ("Police arrested five suspects and freed two hostages.", [("detained", 5, 5), ("released", 2, 2)]),
        ("The gunmen took an estimated 900 farmers hostage.", [("abducted", 900, 900)]),
        ("The shelling has forced 13000 residents to flee.", [("displaced", 13000, 13000)]),
        ("Ten miners were killed and around 40 injured following a raid.", [("killed", 10, 10), ("injured", 40, 40)]),
        ("The strike left wounded civilians in the rubble.", [("injured", 2, None)]),
        ("The ministry accused them of killing civilians, a charge the rebels deny.", [("killed", 2, None)]),
        ("Two women and two guards were killed.", [("killed", 2, 2), ("killed", 2, 2)]),
        ("Three divers were said to be killed in the north.", [("killed", 3, 3)]),
        ("12 fighters who defended the mill were killed.", [("killed", 12, 12)]),
        ("The number of people killed in the raid has risen to 21.", [("killed", 21, 21)]),
    ],
)
def test_effects_are_read(annotator: Annotator, text: str, effects: Told) -> None:
    assert told(annotator, text) == effects


@pytest.mark.parametrize(
    "text",
    [
        "The rebels captured two villages.",
        "He vowed to kill five officers.",
        "The strikes were executed at dawn.",
        "The militia lost ground.",
        "It is not clear whether the pilot was killed.",
    ],
)
def test_nothing_is_made_of_denials_intentions_and_places(annotator: Annotator, text: str) -> None:
    assert told(annotator, text) == []


def test_effects_belong_to_the_event_that_has_them(annotator: Annotator) -> None:
    text = "A barrage on the port killed 10 people, while air strikes on the hills killed 82 people."
    given = answered(annotator, text, [("shelling", "barrage"), ("air_strike", "air strikes")])
    assert given == [[("killed", 10, 10)], [("killed", 82, 82)]]


def test_events_told_in_one_breath_share_their_effects(annotator: Annotator) -> None:
    text = "At least 50 miners were killed in clashes and air strikes in the north."
    given = answered(annotator, text, [("armed_clash", "clashes"), ("air_strike", "air strikes")])
    assert given == [[("killed", 50, None)], [("killed", 50, None)]]


def test_an_event_named_by_the_effect_itself_takes_it(annotator: Annotator) -> None:
    text = "The army killed 70 fighters and destroyed two tanks near the mill."
    given = answered(annotator, text, [("casualties", "killed"), ("destruction", "destroyed")])
    assert given == [[("killed", 70, 70)], [("destroyed", 2, 2)]]


def test_statements_take_no_casualties_and_missing_events_raise_nothing(annotator: Annotator) -> None:
    text = "The minister condemned the raid that killed nine."
    assert answered(annotator, text, [("condemnation", "condemned"), ("air_strike", "raid")])[0] == []
    assert answered(annotator, text, []) == []


def test_effects_told_in_passing_are_marked(annotator: Annotator) -> None:
    context = parse(annotator, "Six miners were killed. The wounded rested. Four were hurt.")
    found = find_effects(context.doc, context.annotations.quantities)
    assert [context.doc[f.token].text for f in found if not f.bare] == ["killed", "hurt"]


def test_who_was_wounded_before_is_told_in_passing(annotator: Annotator) -> None:
    context = parse(annotator, "Rebels executed wounded soldiers in Harlow.")
    found = find_effects(context.doc, context.annotations.quantities)
    assert [context.doc[f.token].text for f in found if not f.bare] == ["executed"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast claimed 12 villagers.", [("killed", 12, 12)]),
        ("The movement claimed 12 villagers were spies.", []),
        ("Three bakers were among the dead.", [("killed", 3, 3)]),
        ("Among the wounded was a postman.", [("injured", 1, 1)]),
        ("Nine hurt including four boys in a market fire.", [("injured", 9, 9)]),
        (
            "The guns destroyed two tanks a command post and a bridge.",
            [("destroyed", 2, 2), *[("destroyed", 1, 1)] * 2],
        ),
        ("Several shops and cars were burned.", [("destroyed", 3, None), ("destroyed", 3, None)]),
        ("Two schools sustained heavy damage.", [("damaged", 2, 2)]),
        ("Some 40 people were suffering from severe breathing problems.", [("injured", 40, 40)]),
        ("The fighters drove thousands of peasants from their homes.", [("displaced", 2000, None)]),
        ("The guards fled the post.", [("displaced", 2, None)]),
        ("The militants fled the post.", []),
        ("They stoned a man to death.", [("killed", 1, 1)]),
        ("Gunmen took 20 farmers hostage.", [("abducted", 20, 20)]),
        ("The bishop was kidnapped.", [("abducted", 1, 1)]),
        ("Police detained Karim Salloum.", [("detained", 1, 1)]),
        ("Nearly half of the population has fled.", []),
        ("The gunmen shot three men and killed them.", [("killed", 2, None)]),
        ("The gunmen killed three men and crucified them.", [("killed", 3, 3)]),
        ("Three men killed a farmer in Harlow.", [("killed", 1, 1)]),
        ("Three men wrecked a shop.", [("destroyed", 1, 1)]),
        ("Shells hit the market leaving eight people injured a source said.", [("injured", 8, 8)]),
        ("The search continues for many who were trapped.", []),
    ],
)
def test_wordings_of_loss(annotator: Annotator, text: str, expected: Told) -> None:
    assert told(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "events", "expected"),
    [
        (
            "Troops foiled an attack near the dam killing eight fighters.",
            [("armed_clash", "foiled"), ("attack", "attack")],
            [[("killed", 8, 8)], []],
        ),
        (
            "A bomb struck the town killing 14 men from the guard and wounding several others in the latest violence.",
            [("bombing", "bomb"), ("armed_clash", "violence")],
            [[("killed", 14, 14), ("injured", 3, None)], []],
        ),
        ("Rescuers pulled 10 people out.", [("evacuation", "pulled")], [[("evacuated", 10, 10)]]),
        ("Rebels seized a cache of grain.", [("seizure", "seized")], [[("captured", 1, 1)]]),
        (
            "The army retook the village after killing dozens.",
            [("territory_gained", "retook")],
            [[("killed", 24, None)]],
        ),
        ("The abduction began when men took a nun captive.", [("abduction", "took")], [[("abducted", 1, 1)]]),
    ],
)
def test_events_take_what_is_theirs(
    annotator: Annotator, text: str, events: list[tuple[str, str]], expected: list[Told]
) -> None:
    assert answered(annotator, text, events) == expected


def test_who_is_named_without_the_count(annotator: Annotator) -> None:
    context = parse(annotator, "Between 30 and 35 Ruritanian soldiers were killed.")
    [found] = find_effects(context.doc, context.annotations.quantities)
    assert found.effect.who == "Ruritanian soldiers"
    assert found.effect.mention.quote == "Between 30 and 35 Ruritanian soldiers"


@pytest.mark.parametrize("side", ["rebels", "soldiers", "militants", "policemen"])
def test_the_side_makes_no_difference(annotator: Annotator, side: str) -> None:
    assert told(annotator, f"Twelve {side} were killed and three {side} were captured.") == [
        ("killed", 12, 12),
        ("captured", 3, 3),
    ]


@settings(max_examples=25)
@given(st.lists(st.sampled_from("killed and 5 people were wounded the dead toll of at 12 including in a who".split())))
def test_any_order_of_words_is_survived(annotator: Annotator, words: list[str]) -> None:
    told(annotator, " ".join(words))


def test_the_lexicon_loads_in_lower_case() -> None:
    lexicon = effect_lexicon()
    assert {"killed", "wounded", "fled", "dead", "toll"} <= lexicon.forms.keys()
    assert all(form == form.lower() for form in lexicon.forms)
    assert all(word == word.lower() for words in lexicon.words.values() for word in words)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("No farmers were hurt.", ["injured"]),
        ("The raid caused no deaths.", ["killed"]),
        ("The mayor said that nobody was hurt.", ["injured"]),
        ("No one was killed or wounded in the blast.", ["killed", "injured"]),
        ("Not a single guard was wounded.", ["injured"]),
        ("There were no casualties.", ["killed", "injured"]),
        ("The shell fell without any casualties.", ["killed", "injured"]),
        ("State radio reported that the bombardment caused no casualties or damage.", ["killed", "injured", "damaged"]),
    ],
)
def test_none_is_a_count(annotator: Annotator, text: str, kinds: list[str]) -> None:
    assert told(annotator, text) == [(kind, 0, 0) for kind in kinds]


@pytest.mark.parametrize(
    "text", ["There were no reports of casualties.", "No casualties have been confirmed.", "Nobody could be hurt."]
)
def test_what_is_not_known_is_no_count(annotator: Annotator, text: str) -> None:
    assert told(annotator, text) == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Shells killed nine guards; the port has acknowledged five.", [9, 5]),
        ("The minister put the number of dead at 41. His deputy later raised the figure to 52.", [41, 52]),
        ("A blast killed 30 guards. The list had mistakes, and the figure is now 21.", [30, 21]),
        ("The council counted 13 dead. It raised the number of tanks to 12.", [13]),
        ("The council counted 13 dead. It listed 4 schools.", [13]),
    ],
)
def test_a_number_alone_counts_anew(annotator: Annotator, text: str, counts: list[int]) -> None:
    assert told(annotator, text) == [("killed", count, count) for count in counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clashes left 18 civilians - including seven children - and 11 soldiers dead.", [18, 11]),
        ("Shelling killed 18 civilians (among them seven children) and 11 soldiers in Kafr Sara.", [18, 11]),
        ("At least 18 people, including seven children and 11 soldiers, were killed.", [18]),
    ],
)
def test_a_list_goes_on_behind_an_aside(annotator: Annotator, text: str, expected: list[int]) -> None:
    assert [low for _, low, _ in told(annotator, text)] == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Doctors reported five more deaths on Monday.", None),
        ("At least 40 fatalities were recorded.", None),
        ("The raid resulted in 14 civilian deaths.", "civilian"),
        ("The strike killed a 62-year-old woman.", "woman"),
        ("A 9 year old boy was killed.", "boy"),
        ("Gunners shot down 29 of 32 Shahed drones.", "Shahed drones"),
        ("Army units captured a number of the militants' vehicles near Kafr Sara.", "militants' vehicles"),
    ],
)
def test_whom_a_count_names(annotator: Annotator, text: str, who: str | None) -> None:
    context = parse(annotator, text)
    found = find_effects(context.doc, context.annotations.quantities)
    assert [f.effect.who for f in found] == [who]


def test_a_measure_is_not_destroyed(annotator: Annotator) -> None:
    assert told(annotator, "The army destroyed 30 kilometres of trenches.") == []


def test_those_affected_by_gas_are_hurt(annotator: Annotator) -> None:
    assert told(annotator, "A rescuer said 33 people were affected by the gas.") == [("injured", 33, 33)]
    assert told(annotator, "The town was affected by the gas shortage.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Troops killed two members of the group; a third man was arrested.",
            [("killed", 2, 2), ("detained", 1, 1)],
        ),
        ("Norland says it downed 405 drones; one killed in Kafr Sara.", [("destroyed", 405, 405), ("killed", 1, 1)]),
        ("The air force said 277 drones were destroyed and 183 were lost.", [("destroyed", 277, 277)]),
    ],
)
def test_a_clause_behind_a_semicolon_counts_its_own(
    annotator: Annotator, text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert told(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        (
            "Gunmen killed nine people, wounded 14 and kidnapped three others.",
            {"casualties": [("killed", 9), ("injured", 14)], "abduction": [("abducted", 3)]},
        ),
        (
            "Nine were killed, 14 wounded and three kidnapped.",
            {"casualties": [("killed", 9), ("injured", 14)], "abduction": [("abducted", 3)]},
        ),
        ("Gunmen kidnapped 12 people, killing two.", {"abduction": [("abducted", 12), ("killed", 2)]}),
    ],
)
def test_those_killed_are_not_those_taken(
    annotator: Annotator, text: str, effects: dict[str, list[tuple[str, int]]]
) -> None:
    told = all_told(annotator, text)
    assert {c.event: sorted((e.kind, e.low) for e in c.effects) for c in told} == {
        event: sorted(counts) for event, counts in effects.items()
    }
