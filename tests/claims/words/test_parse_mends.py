"""Parses put right, in the tree and in the Doc: headlines, charges answered, films that television broadcast."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.claims.words.headline_mends import headline_words
from contested.claims.words.tree import is_sound, tree_of
from contested.model.claim import Claim
from contested.model.report import Report, report_id


def claims(annotator: Annotator, text: str) -> list[Claim]:
    """The claims of a text."""
    report = Report(report_id(text), "r", text, published="2024-03-14")
    doc = annotator.annotate(report)
    return claims_of(doc, report, annotations_of(doc))


def names(claim: Claim) -> tuple[list[str], list[str]]:
    """The names of who did it and of who was hit."""
    return [who.name for who in claim.initiators], [who.name for who in claim.targets]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("Troops hammer militants in Sinai", "attack", ["Troops"]),
        ("Dozens dead as warplanes pound rebel-held north Syria", "air_strike", ["warplanes"]),
        ("Gunmen storm village, abduct 20 schoolgirls", "abduction", ["Gunmen"]),
        ("Gunmen suspected to be bandits abducted 20 pupils.", "abduction", ["Gunmen"]),
    ],
)
def test_headlines_in_the_plural_present_are_verbs(
    annotator: Annotator, text: str, event: str, doers: list[str]
) -> None:
    assert [names(claim)[0] for claim in claims(annotator, text) if claim.event == event] == [doers]


def test_a_possessive_that_lost_its_mark_stays_a_noun(annotator: Annotator) -> None:
    text = "Nine people were killed following rebels attacks on homes in Aleppo."
    doc = annotator.annotate(Report("r", "r", text))
    assert "VBP" not in tree_of(doc).tags


def test_a_mended_parse_is_given_back(annotator: Annotator) -> None:
    text = "Troops hammer militants in Sinai"
    doc = annotator.annotate(Report("r", "r", text))
    tree = tree_of(doc)
    assert [token.head.i for token in doc] == tree.heads
    assert [token.dep_ for token in doc] == tree.deps
    assert [token.tag_ for token in doc] == tree.tags
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Egypt Condemns Attack on Port of Hodeidah", [("condemnation", ["Egypt"], []), ("attack", [], [])]),
        ("Extremists in Mali Admit Killing 30 Villagers", [("casualties", [], ["Extremists in Mali"])]),
        ("Ethiopia Accuses Eritrea of Arming Rebels", [("accusation", ["Ethiopia"], [])]),
        ("Insurance Claims Rise After Kyiv Attack", [("attack", [], [])]),
    ],
)
def test_headlines_in_capitals_say_what_they_say(
    annotator: Annotator, text: str, told: list[tuple[str, list[str], list[str]]]
) -> None:
    found = claims(annotator, text)
    assert [(one.event, names(one)[0], [who.name for who in one.attribution]) for one in found] == told


@pytest.mark.parametrize(
    "charge",
    [
        "a charge Abu Dhabi rejects", "a charge Kigali denies", "claims Moscow has denied",
        "a claim that a military spokesman, Adam Marlow, denied",
    ],
)  # fmt: skip
def test_who_answers_a_charge_denies(annotator: Annotator, charge: str) -> None:
    told = claims(annotator, f"The army blamed its neighbour for the attack, {charge}.")
    assert [claim.event for claim in told].count("denial") == 1


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Turkey itself stands accused of supporting militants in Syria.", ["Turkey"]),
        ("The monitor said IS fighters accused of atrocities would be tried.", ["IS fighters"]),
    ],
)
def test_who_is_accused_of_something_accuses_nobody(annotator: Annotator, text: str, targets: list[str]) -> None:
    told = [claim for claim in claims(annotator, text) if claim.event == "accusation"]
    assert [names(claim) for claim in told] == [([], targets)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Warplanes killed 15 civilians in Aleppo on Monday.", "air_strike"),
        ("Gunmen killed 15 civilians in Aleppo on Monday.", "casualties"),
        ("Rebels shot at helicopters and killed nine soldiers in Aleppo on Monday.", "attack"),
    ],
)
def test_aircraft_that_kill_strike(annotator: Annotator, text: str, event: str) -> None:
    assert [claim.event for claim in claims(annotator, text) if claim.effects] == [event]


def test_who_says_it_struck_did(annotator: Annotator) -> None:
    told = claims(annotator, "US says it hit 13 Houthi targets; Houthis say five killed")
    assert [(claim.event, claim.attribution[-1].name) for claim in told] == [
        ("attack", "US"),
        ("casualties", "Houthis"),
    ]


def test_holding_ground_stays_told_when_a_deed_is_denied(annotator: Annotator) -> None:
    told = claims(annotator, "Syria's army denies shelling a Kurdish-held neighbourhood of Aleppo.")
    assert {c.event: c.factuality for c in told} == {"denial": "asserted", "shelling": "denied", "control": "asserted"}


def test_a_bombers_deed_is_his(annotator: Annotator) -> None:
    told = claims(annotator, "A suicide bomber killed four soldiers during clashes in Aleppo.")
    assert [(c.event, [e.low for e in c.effects]) for c in told] == [("suicide_bombing", [4]), ("armed_clash", [])]


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        ("The Turkish army said its forces had killed 12 fighters.", "casualties", ["Turkish army forces"]),
        ("Russia's Defence Ministry said its aircraft hit a depot.", "air_strike", ["Russia aircraft"]),
        ("The Islamic State took the town in June. Its forces seized several districts of Aleppo.", "territory_gained",
         ["Islamic State", "Islamic State forces"]),
        ("A raid which officials said left nine dead hit Aleppo.", "air_strike", []),
        ("The mayor called the shelling of Aleppo a war crime.", "shelling", []),
        ("Police reported nine murders in Aleppo.", "attack_on_civilians", []),
        ("In Aleppo, the ZKD said it captured the hill after a two-day battle.", "territory_gained", ["ZKD"]),
        ("The army said the rebels had shelled Aleppo with mortars supplied by Turkey.", "shelling", ["rebels"]),
        ("The attack came as the monitor reported that troops had executed 48 people in Aleppo.", "attack", []),
        ("The town has faced an offensive by Kurdish and Arab fighters.", "armed_clash", ["Kurdish and Arab fighters"]),
    ],
)  # fmt: skip
def test_who_did_it(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    found = [names(claim)[0] for claim in claims(annotator, text) if claim.event == event]
    assert [name for those in found for name in those] == doers


def test_what_is_only_ranked_stays_the_event(annotator: Annotator) -> None:
    told = claims(annotator, "The governor described the clashes as some of the fiercest yet in Aleppo.")
    assert [claim.event for claim in told] == ["armed_clash"]


def test_another_tells_what_the_army_did_not_count(annotator: Annotator) -> None:
    told = claims(annotator, "Health officials said 23 people were killed; the army said it struck a command centre.")
    assert [(c.event, [e.low for e in c.effects]) for c in told] == [("casualties", [23]), ("attack", [])]


def test_since_an_event_of_a_year_runs_on(annotator: Annotator) -> None:
    told = claims(annotator, "More than 6,600 civilians have been killed in Myanmar since the 2021 coup.")
    assert [(c.time.start, c.time.end) for c in told if c.time] == [("2021-01-01", "2024-03-14")]


def test_the_lists_of_headline_words_load() -> None:
    words = headline_words()
    assert {"pound", "storm"} <= words["verbs"]
    assert all(word.islower() for listed in words.values() for word in listed)


def test_a_band_by_initials_owns_up(annotator: Annotator) -> None:
    told = claims(annotator, "A bomb killed nine people in Aleppo. The ZKD claimed the attack in a statement.")
    assert [claim.initiators[0].name for claim in told if claim.event == "responsibility"] == ["ZKD"]


def test_who_calls_a_report_disinformation_denies(annotator: Annotator) -> None:
    told = claims(annotator, "The ministry said shells hit Aleppo. Moscow called the report disinformation.")
    assert [claim.event for claim in told] == ["shelling", "denial"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The army fired 60 Katyushas at Aleppo.", "shelling"),
        ("A glide bomb hit a market in Aleppo.", "air_strike"),
        ("Russia began its air campaign in Syria in 2015.", "air_strike"),
        ("Rebels shot at helicopters near Aleppo.", "attack"),
    ],
)
def test_means_tell_the_code(annotator: Annotator, text: str, code: str) -> None:
    assert [claim.event for claim in claims(annotator, text)] == [code]


@pytest.mark.parametrize(
    "text", ["The fate of the rebels in Aleppo hangs on a knife-edge.", "The army fired warning shots in Aleppo."]
)
def test_figures_of_speech_tell_nothing(annotator: Annotator, text: str) -> None:
    assert {claim.event for claim in claims(annotator, text)}.isdisjoint({"execution", "warning"})


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        (
            "The government accuses foreign actors of orchestrating the war by supporting the militant groups.",
            "support",
            ["foreign actors"],
        ),
        ("Residents accused the army of failing to stop attacks on Aleppo.", "attack", []),
        ("Estmark's general staff said its forces struck an airfield near Aleppo.", "attack", ["Estmark forces"]),
    ],
)
def test_the_accused_are_told_to_have_done_it(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    found = [names(claim)[0] for claim in claims(annotator, text) if claim.event == event]
    assert [name for those in found for name in those] == doers


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Armed gangs, known locally as bandits, killed 40 farmers.", ["farmers"]),
        ("The attackers opened fire on Aleppo with machine guns.", []),
        ("Gunmen raided Norwick refugee camp near Aleppo.", ["Norwick refugee camp"]),
    ],
)
def test_neither_nicknames_nor_weapons_nor_camps_are_hit(annotator: Annotator, text: str, targets: list[str]) -> None:
    assert [name for claim in claims(annotator, text) for name in names(claim)[1]] == targets


@pytest.mark.parametrize(
    ("text", "factuality"),
    [
        ("It is not known which jets carried out the raid on Aleppo.", "asserted"),
        ("It is unclear whether the army carried out the raid on Aleppo.", "hedged"),
        ("The army said the raid on Aleppo would not go unpunished.", "asserted"),
    ],
)
def test_what_is_presupposed_is_asserted(annotator: Annotator, text: str, factuality: str) -> None:
    assert {claim.factuality for claim in claims(annotator, text)} == {factuality}


@pytest.mark.parametrize(
    "text",
    [
        "Syria was hit by a violent unrest in 2011.",
        "Police did not answer a request for comment on Aleppo.",
        "The air force said 183 drones were lost to electronic warfare near Aleppo.",
    ],
)
def test_what_is_no_event_of_war(annotator: Annotator, text: str) -> None:
    assert {claim.event for claim in claims(annotator, text)}.isdisjoint({"attack", "demand", "territory_lost"})


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Warplanes struck a crowded town near Aleppo.", ["crowded town"]),
        ("Warplanes struck the town of Harim near Aleppo.", []),
    ],
)
def test_ground_without_a_name_is_struck_itself(annotator: Annotator, text: str, targets: list[str]) -> None:
    [told] = [claim for claim in claims(annotator, text) if claim.event == "air_strike"]
    assert names(told)[1] == targets


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        (
            "Gunmen fired rocket shells on a number of residential neighborhoods in Aleppo.",
            ["residential neighborhoods"],
        ),
        ("Gunmen fired rocket shells on a rebel-held district of Aleppo.", []),
    ],
)
def test_where_people_live_is_shelled(annotator: Annotator, text: str, targets: list[str]) -> None:
    [told] = [claim for claim in claims(annotator, text) if claim.event == "shelling"]
    assert [name for name in names(told)[1] if "rebels" not in name] == targets


@pytest.mark.parametrize(
    ("heads", "sound"),
    [([1, 1, 1], True), ([1, 0, 2], False), ([1, 2, 1], False), ([3, 1, 1], False), ([0, 1, 1], False)],
)
def test_a_mended_parse_is_still_a_tree(heads: list[int], sound: bool) -> None:
    assert is_sound([*heads, 3], [1, 1, 1, 3], [0, 3, 4]) is sound


WORDS = (
    "troops hammer militants as a resident said accused by groups of state TV broadcast footage , a claim denies X"
).split()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=3, max_size=30))
def test_any_words_give_trees(annotator: Annotator, words: list[str]) -> None:
    doc = annotator.annotate(Report("r", "r", " ".join(words)))
    tree = tree_of(doc)
    for i in range(len(tree.words)):
        assert len(tree.ancestors(i)) <= len(tree.words)
    assert [token.head.i for token in doc] == tree.heads
