"""Who is named right behind an event is its doer, whoever stands before it."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.claims.words.doer_words import LISTS, deed_words, wording
from contested.model.report import Report, report_id


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        (
            "The Northern Guard said that, together with the Syrian army, they repelled an attack by Turkish-backed "
            "factions on the village of Tell Rahhal.",
            "attack",
            ["Turkish-backed factions"],
        ),
        (
            "The Syrian army said on Friday that rebels had fled after air strikes carried out by Russian warplanes.",
            "air strikes",
            ["Russian warplanes"],
        ),
        ("The Northern Guard says it repelled an attack south of the town of al-Bab.", "attack", []),
        ("The Islamic State group said it killed 12 soldiers in Homs.", "killed", ["Islamic State group"]),
        ("The ministry said it hit the town, killing four.", "hit", []),
        ("Washington accused Damascus of the gas attack in Ghouta.", "gas attack", ["Damascus"]),
        ("The Islamic Resistance launched an attack on the town of Harim.", "attack", ["Islamic Resistance"]),
        ("Rebels launched an attack on the town of al-Bab on Friday.", "attack", ["Rebels"]),
        ("The YPG said the attacks occurred on Friday in Sheikh Maqsoud.", "attacks", []),
        ("Rebels blamed the use of chemical gas by Russian forces in Homs.", "use of chemical", ["Russian forces"]),
        ("The YPG said mortar shells hit the town of Saraqib.", "shells hit", []),
        ("The rebels accused the army of bombing a school and killing five pupils.", "bombing", ["army"]),
        ("Turkey accused the Syrian army of shelling its positions near Idlib.", "shelling", ["Syrian army"]),
        ("The explosion, which the YPG blamed on sabotage, killed no one.", "explosion", []),
        ("Turkey, which blamed the YPG, shelled the village.", "shelled", ["Turkey"]),
        ("The town of Ariha fell to the Syrian army in May.", "fell to", ["Syrian army"]),
        ("The hill has fallen into the hands of Jaish al-Islam.", "fallen into", ["Jaish al-Islam"]),
        ("Jaish al-Islam condemned the bombing of the market in Douma.", "bombing", []),
    ],
)
def test_the_doer_is_named_behind_the_event(annotator: Annotator, text: str, trigger: str, doers: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = [c for c in claims_of(doc, report, annotations_of(doc)) if c.trigger.quote.startswith(trigger)]
    assert [[who.name for who in claim.initiators] for claim in told] == [doers]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Sources said the Kurdish forces were behind the attack.", "attack", ["Kurdish forces"]),
        ("Heavy artillery hit the town of Saraqib.", "shelling", []),
        ("Turkey launched 58 drones at Idlib overnight.", "air_strike", ["Turkey"]),
        ("The army's spokesman confirmed the air strike on the village.", "air_strike", []),
        ("General Adam Marlow said the army held. He accused the rebels of looting.", "accusation",
         ["General Adam Marlow"]),
        ("No group claimed responsibility for the bombing.", "responsibility", []),
        ("Hamas wants an end to the war, which Israel rejects.", "denial", ["Israel"]),
        ("Houthis say US-British strikes hit the port of Hodeidah.", "air_strike", ["US", "British"]),
        ("The Israeli army bombed Tyre after rockets hit a town.", "shelling", []),
        ("The Pentagon did not confirm the air strike.", "air_strike", []),
        ("One strike engaged an ISIL unit and destroyed a fighting position.", "destruction", []),
        ("The YPG, supported by advisers and air strikes, took the hill.", "air_strike", []),
        ("The south has slipped out of Syrian government control.", "territory_lost", ["Syrian government"]),
        ("DR Congo: M23 rebels seize mining town as UN warns of war\n\nMore follows.", "warning", ["UN"]),
        ("Turkey: Kurdish militia captures town\n\nMore follows.", "territory_gained", ["Kurdish militia"]),
        ("Tourists were evacuated from Saraqib by helicopter.", "evacuation", []),
        ("Monitor: 19 killed in Suwayda clashes as Israel bombs army convoy\n\nMore.", "armed_clash", []),
        ("Syrian opposition: 1,300 killed in chemical attack on Ghouta\n\nMore follows.", "chemical_attack", []),
        ("Gunmen from the ADF killed 13 people in the village.", "casualties", ["Gunmen from the ADF"]),
        ("Turkey, Russia and Iran condemned the attack.", "condemnation", ["Turkey", "Russia", "Iran"]),
        ("The army, Hezbollah and Iranian militias attacked the town.", "attack",
         ["army", "Hezbollah", "Iranian militias"]),
        ("The UN envoy, Adam Marlow, warned that the truce was fragile.", "warning", ["UN envoy Adam Marlow"]),
    ],
)  # fmt: skip
def test_who_is_told_to_have_done_it(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = next(c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event)
    assert [who.name for who in told.initiators] == doers


def test_whom_only_an_earlier_clause_names_is_no_target(annotator: Annotator) -> None:
    text = "Turkey strikes back after six troops martyred in Idlib"
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = {c.event: [who.name for who in c.targets] for c in claims_of(doc, report, annotations_of(doc))}
    assert told["attack"] == [] and told["casualties"] != []


@pytest.mark.parametrize(
    ("text", "event", "hit"),
    [
        ("The Syrian army said 12 villagers had been wounded.", "casualties", ["villagers"]),
        ("UN peacekeepers came under fire near the port.", "attack", ["UN peacekeepers"]),
        ("Air stikes carried out by Syrian and Russian forces killed 17 people.", "casualties", ["people"]),
    ],
)
def test_who_tells_or_did_it_is_not_struck(annotator: Annotator, text: str, event: str, hit: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = [c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event]
    assert [who.name for claim in told for who in claim.targets] == hit


@pytest.mark.parametrize(
    ("text", "event", "hit"),
    [
        ("The conflict began with anti-government protests in March.", "protest", ["government"]),
        ("Syria has seen protests against the rule of Bashar al-Assad.", "protest", ["Bashar al-Assad"]),
        ("Thousands joined anti-war protests in Norwick.", "protest", []),
        ("Suspected herders kill 10 in Norwick.", "casualties", []),
    ],
)
def test_whom_a_protest_is_against(annotator: Annotator, text: str, event: str, hit: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = next(c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event)
    assert [who.name for who in told.targets] == hit


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("A rebel raid on a checkpoint killed nine soldiers.", "attack", ["rebels"]),
        ("The army shelled rebel-held Douma.", "control", ["rebels"]),
        ("A rebel opened fire at troops in the port.", "attack", ["rebel"]),
        ("Islamic State (IS) militants attacked the village.", "attack", ["Islamic State (IS) militants"]),
        ("Suspected herders kill 10 in Norwick.", "casualties", ["herders"]),
        ("Mali: fighting intensifies in the region of Gao.", "armed_clash", []),
        ("Troops repelled a Houthi raid on a checkpoint.", "attack", ["Houthis"]),
        ("Nine people were killed in Syrian and Russian air strikes.", "air_strike", ["Syrian", "Russian"]),
    ],
)
def test_who_a_word_before_a_noun_names(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = next(c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event)
    assert [who.name for who in told.initiators] == doers


def test_a_foiled_raid_in_a_headline_is_not_by_those_before_it(annotator: Annotator) -> None:
    text = "Syrian Forces Foil Raid on Castello Kill 29 Militants\n\nMore follows."
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = next(c for c in claims_of(doc, report, annotations_of(doc)) if c.trigger.quote == "Raid")
    assert (told.event, told.initiators) == ("attack", ())


def test_the_lexicon_is_read() -> None:
    assert wording().repelled.search("the army repelled a large ") and wording().by.match(" carried out by ")


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("The YPG said its fighters had captured the town of Afrin.", "territory_gained", ["YPG fighters"]),
        (
            "A spokesman for the Norwick Brigade said its fighters took Afrin.",
            "territory_gained",
            ["Norwick Brigade fighters"],
        ),
        ("The YPG lost the hill after its fighters attacked a base.", "attack", ["YPG fighters"]),
        ("Israel said its air force had struck several tanks.", "air_strike", ["Israel air force"]),
        ("A monitor said its fighters had captured the town of Afrin.", "territory_gained", ["fighters"]),
    ],
)
def test_whose_fighters_they_are(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = [c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event]
    assert [who.name for claim in told for who in claim.initiators] == doers


def test_the_lists_of_deeds_are_read() -> None:
    words = deed_words()
    assert set(words) == set(LISTS)
    assert all(word == word.lower().strip() for those in words.values() for word in those)
    assert "planted" in words["arming"] and "confirm" in words["confirming"]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("The village was captured by Silver Shield.", "territory_gained", ["Silver Shield"]),
        ("The village was captured by Silver Shield and the YPG.", "territory_gained", ["Silver Shield", "YPG"]),
        ("A raid by Zulfiqar killed nine.", "attack", ["Zulfiqar"]),
        ("The post was hit by Monday.", "attack", []),
        ("Fighters from Silver Shield attacked a base.", "attack", ["Fighters from Silver Shield"]),
        ("Fighters from Norwick attacked a base.", "attack", ["Fighters from Norwick"]),
        ("The so-called Silver Shield launched an attack.", "attack", ["Silver Shield"]),
        ("On Monday Silver Shield-held Manbij was bombed by jets.", "control", ["Silver Shield"]),
    ],
)
def test_a_party_by_a_name_that_nobody_knows(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    told = [claim for claim in all_told(annotator, text) if claim.event == event]
    assert [who.name for claim in told for who in claim.initiators] == doers
