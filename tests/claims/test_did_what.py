"""Which events a text tells: lexicon, grammar, merging."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.claims.did_what import find_events
from contested.claims.words.inflect import noun_forms, verb_forms
from contested.claims.words.silences import silence_words
from contested.claims.words.triggers import load_lexicon, load_means, parse_trigger
from contested.model.codes import event_codes
from contested.model.errors import PackError
from contested.model.report import Report, report_id


def codes(annotator: Annotator, text: str) -> list[str]:
    report = Report(report_id(text), "r", text)
    doc = annotator.annotate(report)
    return [told.event.code for told in find_events(doc, report, annotations_of(doc))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Government warplanes bombed the town of Darkush on Monday, killing five civilians.", ["air_strike"]),
        ("Mortar shells hit a school in the north of the city and wounded three children.", ["shelling"]),
        ("Rebels captured the village of Tal Najm on Friday.", ["territory_gained"]),
        ("Rebels captured two army officers near the village.", ["capture"]),
        ("They freed two hostages.", ["release"]),
        (
            "Three of the attackers were killed and six people were arrested in Homs, the minister said.",
            ["casualties", "arrest"],
        ),
        ("Talks were held in Geneva on Friday.", ["talks"]),
        ("Tests confirmed that sarin was used.", ["chemical_attack"]),
        ("The fire at the depot killed two.", ["casualties"]),
        ("A cruise missile hit the tower.", ["missile_attack"]),
        ("Russia launched 58 drones overnight.", ["air_strike"]),
        ("Soldiers captured a tank and ammunition from the militants.", ["seizure"]),
        ("Gunmen kidnapped two aid workers on the road to Harem.", ["abduction"]),
        ("A suicide bomber blew himself up at a checkpoint in Hasaka, killing four soldiers.", ["suicide_bombing"]),
        ("Long-range bombers struck a depot near Palmyra on Friday.", ["air_strike"]),
        ("Six Tu-22M3 bombers carried out strikes near Palmyra on Sunday.", ["air_strike"]),
        ("Six Russian bombers carried out strikes near Palmyra on Sunday.", ["air_strike"]),
        ("A bomber struck a market in Homs on Friday, killing five people.", ["suicide_bombing"]),
        ("An air strike hit a village on the ceasefire line of the Golan on Friday.", ["air_strike"]),
        ("A car bomb exploded in the market and killed nine people.", ["ied"]),
        ("Thousands of families fled their homes in the southern countryside.", ["displacement"]),
        ("The perpetrators fled.", ["withdrawal"]),
        ("Two detainees fled the prison.", ["displacement"]),
        ("Troops shelled a market. Casualties unknown.", ["shelling"]),
        ("The militia raided Ormek; casualties were not immediately known.", ["attack"]),
        ("Casualties: unknown", []),
        ("How many died?", []),
        ("The driver lost control of the bus near Ormek.", []),
        ("The army lost control of the town of Ormek.", ["territory_lost"]),
        ("The group withdrew the claim on Monday.", []),
        ("The army withdrew its troops from the town.", ["withdrawal"]),
        ("Two militants were killed in an encounter with soldiers near the town.", ["armed_clash"]),
        ("Tragedy struck on Tuesday in Ormek when gunmen ambushed a convoy.", ["ambush"]),
        ("Troops of Operation Long River freed 20 hostages.", ["release"]),
        ("The two sides reached a ceasefire agreement on Thursday.", ["agreement"]),
        ("Turkish troops set up an observation post near the town.", ["base_established"]),
        ("The army shot down a drone over the airbase.", ["interception"]),
        ("The strikes on the village killed nine people.", ["air_strike"]),
        ("Nine people died in rocket strikes on the village.", ["shelling"]),
        ("An ambush on the road killed nine soldiers.", ["ambush"]),
        (
            "Al-Shabaab claimed responsibility for a suicide bombing in Mogadishu.",
            ["responsibility", "suicide_bombing"],
        ),
        ("The group later claimed a bombing that killed four people in Kabul.", ["responsibility", "bombing"]),
        ("Fighters fired a ballistic missile at a tanker in the Red Sea.", ["missile_attack"]),
        ("The army killed 12 people in air strikes and tank fire.", ["air_strike", "shelling"]),
        ("Nine soldiers were killed when their helicopter crashed.", ["casualties", "destruction"]),
        ("More than 100 detainees were freed in a swap.", ["release"]),
        ("The court sentenced three activists to death.", []),
        ("The mayor could not rule out further harm.", []),
        ("The council has not ruled out an inquiry.", []),
        ("The army ruled out any role in the raid.", ["denial", "attack"]),
        ("Medics said they had pulled seven bodies from under the rubble.", ["casualties"]),
        ("Fighters fired dozens of rockets at the air control base.", ["shelling"]),
        ("The ceasefire collapsed on Friday.", ["agreement"]),
        ("Police fired tear gas at a crowd in the capital.", ["riot"]),
        ("The truce took effect at dawn on Friday.", ["agreement"]),
        ("Two schools were struck overnight.", ["attack"]),
        ("China withdrew its support for the junta.", []),
        ("Protesters gathered in the square.", ["protest"]),
        ("Troops withdrew heavy weapons from the front.", ["withdrawal"]),
        ("A tanker was hit in the Black Sea.", ["attack"]),
        ("The economy was hit by sanctions.", []),
        ("A two-day freeze on fighting held.", ["agreement"]),
        ("Police found 600 kg of explosives in a shed.", ["interception"]),
        ("The killings took place on Tuesday.", ["attack_on_civilians"]),
        ("Troops isolated the city of Raqqa.", ["siege"]),
        ("Soldiers beat villagers in the square.", ["attack_on_civilians"]),
        ("At least 12 people died and 30 were wounded, a medic said.", ["casualties"]),
        ("The crisis-hit country asked for a loan.", []),
        ("Militants took some 200 villagers as human shields in Manbij.", ["abduction"]),
        ("Syrian troops repelled an attack by rebels on Zahra in Aleppo.", ["armed_clash", "attack"]),
        ("Rebels attacked a military air base near the town of Taftanaz.", ["attack"]),
        ("Rebels attacked a helicopter near Homs.", ["attack"]),
        ("Helicopters attacked the town of Homs.", ["air_strike"]),
        ("The army took Homs and lost Idlib.", ["territory_gained", "territory_lost"]),
        ("The village of Tal Najm was shelled after rebels captured it.", ["shelling", "territory_gained"]),
        ("The blast cracked the walls of some buildings.", ["destruction"]),
        ("Gunmen staged a raid on a village, killing 12.", ["attack"]),
        ("US special forces killed a leader in a night raid.", ["attack"]),
        ("The raid on the base killed nine soldiers.", ["attack"]),
        ("The army lost three towns at the hands of rebels.", ["territory_lost"]),
        ("At least six soldiers were killed in a raid by insurgents.", ["attack"]),
        ("Two people were murdered in the city on Monday.", ["attack_on_civilians"]),
        ("Nine bodies were found in a mass grave.", ["casualties"]),
        ("Nine bodies were found two days after gunmen kidnapped the men.", ["casualties", "abduction"]),
        ("The militants claimed the attack on the base.", ["responsibility", "attack"]),
        ("Four displaced people were killed in an attack by militias.", ["attack"]),
        ("The war has killed 9,000 people and displaced 80,000 civilians.", ["casualties", "displacement"]),
        ("Invaders shelled eight settlements near the town.", ["shelling"]),
        ("The sides reached a peace settlement on Friday.", ["agreement"]),
        ("Troops capture 2 ASG camps in Norwick", ["territory_gained"]),
        ("13 killed in violence in Norwick", ["casualties"]),
        ("Near Palmyra, one strike destroyed an ISIL-held tank.", ["destruction"]),
        ("Nine strikes destroyed a bulldozer, a tank and a VBIED.", ["destruction"]),
        ("The command will release the results of the investigation.", []),
        ("The general released the following statement: we mourn the loss of one of our own.", []),
        (
            "Two soldiers were killed and eight injured by a gunman at a checkpoint before the gunman was shot dead.",
            ["casualties", "execution"],
        ),
        ("Two villages taken by the army had been recaptured by the rebels.", ["territory_gained", "territory_gained"]),
        ("The army attacked Zabadani, a rebel-held bastion.", ["attack", "control"]),
        ("The town has fallen out of government control.", ["territory_lost"]),
        ("Only a handful of districts in Aleppo remain in rebel control.", ["control"]),
    ],
)
def test_event_of_a_sentence(annotator: Annotator, text: str, expected: list[str]) -> None:
    assert codes(annotator, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "More than 280,000 people have been killed in Syria since protests in 2011 were met with a crackdown.",
            ["casualties"],
        ),
        ("The shelling began after the army said rebels killed a pilot.", ["shelling", "casualties"]),
        ("Eleven civilians were killed in Homs and another man died in Idlib.", ["casualties"] * 2),
        ("Ten people were killed in Homs and five were wounded in the city.", ["casualties"]),
        ("The air raid killed five people and wounded ten in Homs.", ["air_strike"]),
        ("Five people were killed in Homs when a car bomb went off.", ["ied"]),
        ("Rebels shelled the village after nine civilians had died in the city.", ["shelling", "casualties"]),
        ("Turkey strikes back after six troops martyred in Idlib", ["attack", "casualties"]),
        ("The army shelled the town in retaliation for the deaths of six soldiers.", ["shelling", "casualties"]),
        ("Two people were killed after shells hit the market.", ["shelling"]),
        ("The rebels said they had killed 30 soldiers; the army acknowledged the deaths of nine.", ["casualties"] * 2),
        ("Activists said the strike killed 12, while state media said six were killed.", ["air_strike", "casualties"]),
    ],
)
def test_casualties_of_another_event_stay_apart(annotator: Annotator, text: str, expected: list[str]) -> None:
    told = [code for code in codes(annotator, text) if code != "attack_on_civilians"]
    assert [code for code in told if code != "protest"] == expected


@pytest.mark.parametrize("verb", ["captured", "liberated", "seized", "occupied", "recaptured", "retook"])
def test_the_word_for_taking_a_town_does_not_change_the_code(annotator: Annotator, verb: str) -> None:
    assert codes(annotator, f"Fighters {verb} the town of Qastal on Sunday.") == ["territory_gained"]


@pytest.mark.parametrize(
    "text",
    [
        "The workers went on a hunger strike in the capital.",
        "The two companies struck a deal over gas prices.",
        "The minister took part in a press conference.",
        "Doctors said he had suffered a heart attack.",
        "The ministry condemned the entry of the convoy as a flagrant aggression.",
        "Two bakers lost their lives in a village near the dam.",
    ],
)
def test_words_of_war_in_other_senses_tell_no_violence(annotator: Annotator, text: str) -> None:
    violent = {"attack", "air_strike", "shelling", "territory_gained", "armed_clash"}
    assert not violent & set(codes(annotator, text))


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("A fighter who asked not to be named told the Post of the strike.", "demand"),
        ("The shell hit a temporary deployment point of the army near the town.", "deployment"),
        ("Nine fighters had surrendered in a town near the border.", "territory_lost"),
        ("The council confirmed the loss of a drone over the town.", "territory_lost"),
        ("Members of the Kurdish-dominated forces were seen near the town of Qastal.", "control"),
        ("A man stood in the street of the town, surrounded by debris from the rebel shells.", "siege"),
    ],
)
def test_words_in_passing_tell_nothing(annotator: Annotator, text: str, never: str) -> None:
    assert never not in codes(annotator, text)


def test_what_opens_a_wording_stands_in_no_gap_of_it(annotator: Annotator) -> None:
    text = "The mill in northern Qastal is in rebel hands, two farmers in the town said."
    report = Report(report_id(text), "r", text)
    doc = annotator.annotate(report)
    found = [t.event.trigger.text for t in find_events(doc, report, annotations_of(doc)) if t.event.code == "control"]
    assert found in ([], ["in rebel hands"])


def test_casualties_belong_to_the_event_of_their_sentence(annotator: Annotator) -> None:
    assert codes(annotator, "Six soldiers were killed and seven injured in clashes near the dam.") == ["armed_clash"]


def test_two_events_of_a_sentence_are_two(annotator: Annotator) -> None:
    text = "Rebels shelled the airport on Monday and kidnapped three engineers at a checkpoint."
    assert codes(annotator, text) == ["shelling", "abduction"]


def test_what_is_to_be_prevented_is_not_told(annotator: Annotator) -> None:
    text = "Envoys travelled to the capital to stop the offensive."
    assert "armed_clash" not in codes(annotator, text)


def test_triggers_lie_in_the_text_and_in_order(annotator: Annotator) -> None:
    text = "Rebels shelled the airport.\n\nThe army said it had captured two villages and killed ten fighters."
    report = Report(report_id(text), "r", text)
    doc = annotator.annotate(report)
    spans = [
        (t.event.trigger.start_char, t.event.trigger.end_char) for t in find_events(doc, report, annotations_of(doc))
    ]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_lexicon_loads_and_its_codes_are_known() -> None:
    lexicon = load_lexicon()
    used = {pattern.trigger.code for patterns in lexicon.by_first.values() for pattern in patterns}
    assert used <= set(event_codes())
    assert used == set(event_codes())
    assert {code for code, _ in load_means()} <= set(event_codes())


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"code": "no_such_code", "words": ["x"]}, "unknown event code"),
        ({"code": "attack", "wrods": ["x"]}, "unknown key"),
        ({"code": "attack", "needs": "luck"}, "unknown need"),
    ],
)
def test_a_wrong_entry_names_its_file(entry: dict[str, object], problem: str) -> None:
    with pytest.raises(PackError, match=problem) as raised:
        parse_trigger("battle.toml", entry)
    assert "battle.toml" in str(raised.value)


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("seize", "seizing"),
        ("hit", "hitting"),
        ("deny", "denied"),
        ("shell", "shelled"),
        ("strike", "struck"),
        ("flee", "fled"),
    ],
)
def test_verb_forms(base: str, form: str) -> None:
    assert form in verb_forms(base)


@pytest.mark.parametrize(("base", "form"), [("clash", "clashes"), ("casualty", "casualties"), ("army", "armies")])
def test_noun_forms(base: str, form: str) -> None:
    assert form in noun_forms(base)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Shells hit the mill. The ministry has not commented.", "not commented"),
        ("Shells hit the mill. State radio said nothing.", "said nothing"),
        ("Shells hit the mill. There was no official confirmation.", "no official confirmation"),
        ("Shells hit the mill. The ministry declined to comment.", "declined to comment"),
        ("Shells hit the mill. The council did not respond to questions.", "not respond"),
    ],
)
def test_a_silence_is_a_denial_that_is_denied(annotator: Annotator, text: str, trigger: str) -> None:
    report = Report(report_id(text), "r", text)
    claim = claims_of(annotator.annotate(report), report, annotations_of(annotator.annotate(report)))[-1]
    assert (claim.event, claim.factuality, claim.trigger.quote) == ("denial", "denied", trigger)


@pytest.mark.parametrize(
    "text",
    ["The army did not respond to the attack on the mill.", "The world chose to remain silent.", "Nothing was said."],
)
def test_what_is_no_silence(annotator: Annotator, text: str) -> None:
    assert "denial" not in codes(annotator, text)


def test_the_name_of_a_monitor_tells_no_event(annotator: Annotator) -> None:
    text = "The Orient Casualty Monitor met the mayor of the town."
    assert "casualties" not in codes(annotator, text)


def test_casualties_or_damage_are_no_seizure(annotator: Annotator) -> None:
    assert codes(annotator, "No casualties or damage were reported.") == ["casualties"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the army had bombed a school, an allegation the military denied.",
        "The army bombed a school, officials say, allegations the ministry has rejected.",
    ],
)
def test_a_charge_taken_up_to_be_answered_is_no_second_accusation(annotator: Annotator, text: str) -> None:
    assert "accusation" not in codes(annotator, text)
    assert "denial" in codes(annotator, text)


def test_what_a_group_has_done_since_is_no_effect_of_its_latest_attack(annotator: Annotator) -> None:
    text = "The attack bore the hallmarks of the Red Group, which has killed 4,000 people since 2009."
    assert codes(annotator, text) == ["attack", "casualties"]


def test_a_combat_post_is_no_combat(annotator: Annotator) -> None:
    assert codes(annotator, "The guards destroyed a combat post.") == ["destruction"]


def test_a_day_in_march_is_no_march(annotator: Annotator) -> None:
    assert codes(annotator, "The meeting is scheduled for 20 March in Geneva.") == ["talks"]


def test_who_rejects_a_claim_rejects_it_surely(annotator: Annotator) -> None:
    text = "The group said it had shot down a helicopter, a claim that the air force rejected."
    report = Report(report_id(text), "r", text)
    claim = claims_of(annotator.annotate(report), report, annotations_of(annotator.annotate(report)))[-1]
    assert (claim.event, claim.factuality) == ("denial", "asserted")


@pytest.mark.parametrize(
    ("before", "code"),
    [("Sarin was used in a chemical attack on Norwick.", "chemical_attack"), ("Gunmen attacked Norwick.", "attack")],
)
def test_that_attack_is_the_chemical_one_told_before(annotator: Annotator, before: str, code: str) -> None:
    assert codes(annotator, f"{before} The sides have blamed each other for that attack.")[-1] == code


def test_silences_begin_with_words_of_their_lists() -> None:
    words = silence_words()
    verbs = ("commenting", "answering", "saying", "declining", "denying", "keeping", "comments")
    assert words["starters"] == frozenset().union(*(words[name] for name in verbs))
