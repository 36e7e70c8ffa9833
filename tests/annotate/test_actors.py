"""Parties are found by the pack's names, by role nouns and by the shape of their names."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from contested.annotate.actor_lexicon import lexicon_for, read_table
from contested.annotate.actors import find_actors
from contested.annotate.pipeline import Annotator, annotations_of
from contested.annotate.words import split_words
from contested.model.annotations import ActorMention
from contested.model.report import Report, report_id
from contested.packs.load import load_packs

PACK = load_packs(("world", "syria"))


@pytest.fixture(scope="module")
def blank() -> Language:
    """A tokenizer alone: names and roles must not need a parse."""
    return spacy.blank("en")


def actors(blank: Language, text: str) -> list[ActorMention]:
    """The actors of a text without a parse."""
    return find_actors(blank(text), PACK)


@pytest.mark.parametrize(
    ("text", "quote", "actor", "kind"),
    [
        ("Turkish troops crossed the border.", "Turkish troops", "tur-military", "external_forces"),
        ("Syrian soldiers held the hill.", "Syrian soldiers", "syr-military", "state_forces"),
        ("Two Russian warplanes hit the depot.", "Russian warplanes", "rus-military", "external_forces"),
        ("A Russian airstrike hit the depot.", "Russian", "rus-military", "external_forces"),
        ("Turkish-backed rebels took the ridge.", "Turkish-backed rebels", "sna", "rebel_group"),
        ("Emirati-backed gunmen took the ridge.", "Emirati-backed gunmen", None, "unknown"),
        ("Assads forces took the ridge.", "Assads forces", "syr-military", "state_forces"),
        ("Assad's forces took the ridge.", "Assad's forces", "syr-military", "state_forces"),
        ("Turkeys military denied it.", "Turkeys military", "tur-military", "external_forces"),
        ("The Turkish defense ministry denied it.", "Turkish defense ministry", "tur-government", "government"),
        ("Kurdish militia held the dam.", "Kurdish militia", None, "militia"),
        ("Fighters loyal to President Bashar al-Assad fled.", None, "syr-military", "state_forces"),
        ("Members of the Nusra Front fled.", "Members of the Nusra Front", "hts", "rebel_group"),
        ("Daesh militants fled.", "Daesh militants", "isis", "rebel_group"),
        ("IS fighters fled.", "IS fighters", "isis", "rebel_group"),
        ("The Syrian Democratic Forces (SDF) advanced.", "Syrian Democratic Forces (SDF)", "sdf", "rebel_group"),
        ("The Lebanese Shiite group Hezbollah advanced.", "Lebanese Shiite group Hezbollah", "hezbollah", "militia"),
        ("The Cedar Hills Brigade advanced.", "Cedar Hills Brigade", None, "rebel_group"),
        ("Liwa al-Zaytoun advanced.", "Liwa al-Zaytoun", None, "rebel_group"),
        ("Pro-government fighters advanced.", "Pro-government fighters", None, "militia"),
        ("U.S.-led coalition jets struck.", "U.S.-led coalition jets", "us-coalition", "external_forces"),
        ("Ukraine's Security Service struck.", "Ukraine's Security Service", "ukr-government", "police"),
        ("Masked gunmen fled.", "Masked gunmen", None, "unknown"),
        ("The terrorists fled.", "terrorists", None, "unknown"),
        ("Police fired tear gas at protesters.", "protesters", None, "protesters"),
        ("Rescue workers arrived.", "Rescue workers", None, "civilians"),
        ("Three reporters were hurt.", "reporters", None, "media"),
        ("UN inspectors arrived.", "UN inspectors", "un-inspectors", "organisation"),
        ("Government snipers opened fire.", "Government snipers", None, "state_forces"),
        ("Kurdish-led forces took the town.", "Kurdish-led forces", None, "unknown"),
        ("M23 rebels entered the city.", "M23 rebels", "m23", "rebel_group"),
        ("A mine killed his 12-year-old sister and an old woman.", None, None, "civilians"),
    ],
)
def test_who_is_meant(blank: Language, text: str, quote: str | None, actor: str | None, kind: str) -> None:
    found = [m for m in actors(blank, text) if quote is None or m.mention.quote == quote]
    assert [(m.actor, m.kind) for m in found][:1] == [(actor, kind)], actors(blank, text)


@pytest.mark.parametrize(
    "text",
    [
        "It is what it is for us who live there.",
        "A hard frost is due in northern Syria.",
        "The village lies in Turkey and Iraq.",
        "The Damascus road was shut.",
        "The UK-based firm closed.",
        "This forces us to think.",
        "The Turkish lira fell.",
    ],
)
def test_what_names_no_actor(blank: Language, text: str) -> None:
    assert actors(blank, text) == []


def test_a_lost_comma_does_not_join_two_parties(blank: Language) -> None:
    found = actors(blank, "The government rebels and Ahrar al-Sham Jaish al-Islam signed.")
    assert [m.mention.quote for m in found] == ["government", "rebels", "Ahrar al-Sham", "Jaish al-Islam"]


def test_two_states_share_a_noun(blank: Language) -> None:
    found = actors(blank, "Iraqi and Syrian warplanes struck.")
    assert [m.actor for m in found] == ["irq-military", "syr-military"]


def test_an_area_under_someone_names_only_its_holder(blank: Language) -> None:
    assert [m.mention.quote for m in actors(blank, "Shells fell on rebel-held quarters.")] == ["rebel"]


def test_the_army_is_the_one_army_named(blank: Language) -> None:
    found = actors(blank, "The Iraqi army entered the town. The army then withdrew.")
    assert [(m.name, m.actor) for m in found] == [("Iraqi army", "irq-military"), ("Iraqi army", "irq-military")]


def test_the_army_stays_open_where_nothing_tells(blank: Language) -> None:
    assert [m.actor for m in actors(blank, "The army then withdrew.")] == [None]


def test_a_ministry_is_the_one_named_last(blank: Language) -> None:
    found = actors(blank, "The Syrian government spoke. The Turkish Defense Ministry spoke. The defense ministry wept.")
    assert found[-1].actor == "tur-government"


def test_own_troops_stay_open(blank: Language) -> None:
    assert actors(blank, "The Iraqi army came. They lost their own troops.")[-1].actor is None


def test_military_is_often_an_adjective(annotator: Annotator) -> None:
    doc = annotator.nlp("They discussed limited military measures and official reports.")
    assert find_actors(doc, PACK) == []
    doc = annotator.nlp("The special military operation goes on.")
    assert find_actors(doc, PACK) == []


def test_outlets_speak_as_media(blank: Language) -> None:
    assert [(m.actor, m.kind) for m in actors(blank, "Reuters saw it.")] == [(None, "media")]


def test_a_place_may_bear_a_person_s_name(blank: Language) -> None:
    assert actors(blank, "Shells hit the Salim Hassan neighborhood. Rain fell on Salim Hassan.") == []
    assert actors(blank, "Salim Hassan went home.")[0].mention.quote == "Salim Hassan"


def test_the_group_is_the_last_group_named(blank: Language) -> None:
    found = actors(blank, "Ahrar al-Sham entered the town. The group then withdrew.")
    assert [m.actor for m in found] == ["ahrar-al-sham", "ahrar-al-sham"]
    assert found[1].mention.quote == "group"


def test_a_person_speaks_for_an_actor(blank: Language) -> None:
    found = actors(blank, "Erdogan spoke. Colonel Nadim Farhat, a Turkish officer, did not.")
    assert (found[0].name, found[0].actor) == ("Recep Tayyip Erdogan", "tur-government")
    assert found[1].mention.quote == "Colonel Nadim Farhat"


def test_capitals_act_only_as_subjects(annotator: Annotator) -> None:
    doc = annotator.nlp("Ankara said it would respond. He flew from Ankara to Moscow.")
    assert [(m.mention.quote, m.actor) for m in find_actors(doc, PACK)] == [("Ankara", "tur-government")]


def test_a_country_acts_or_is_a_place(annotator: Annotator) -> None:
    doc = annotator.nlp("Russia denied the report. Snow fell across Russia.")
    assert [m.mention.start for m in find_actors(doc, PACK)] == [0]


def test_swapped_names_keep_the_shape(blank: Language) -> None:
    one = actors(blank, "Turkish forces shelled positions of the YPG, the Turkish army said.")
    other = actors(blank, "Iranian forces shelled positions of the FSA, the Iranian army said.")
    assert [m.kind for m in one] == [m.kind for m in other]


def test_lower_case_text_still_names_groups(blank: Language) -> None:
    assert actors(blank, "hezbollah fighters fired on the israeli army.")[0].actor == "hezbollah"


def test_the_lexicon_is_sound() -> None:
    lexicon = lexicon_for(PACK)
    for group, row in read_table()["heads"].items():
        assert row["words"], group
        assert all(word == word.lower() for word in row["words"]), group
    assert lexicon_for(PACK) is lexicon


WORDS = [
    "Turkish",
    "army",
    "the",
    "rebels",
    "of",
    "Assad's",
    "IS",
    "U.S.-led",
    "(SDF)",
    "Syria",
    "'",
    "’s",
    "é",
    "\n\n",
]


@cache
def tokenizer() -> Language:
    """A tokenizer for the property tests, which take no fixture."""
    return spacy.blank("en")


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_mentions_are_spans_in_order_without_overlap(text: str) -> None:
    doc = tokenizer()(text)
    found = find_actors(doc, PACK)
    assert all(doc.text[m.mention.start : m.mention.end] == m.mention.quote for m in found)
    assert all(a.mention.end <= b.mention.start for a, b in pairwise(found))
    assert all(m.name for m in found)


@given(st.text(max_size=60))
def test_words_keep_their_offsets(text: str) -> None:
    words = split_words(text)
    assert len(words.starts) == len(words.folded)
    assert all(text[s:e].strip() == text[s:e] for s, e in zip(words.starts, words.ends, strict=True))


def test_a_report_s_text_serves_the_scan(blank: Language) -> None:
    doc = blank("Hezbollah advanced.")
    doc.user_data["contested.report"] = Report("r-1", "1", doc.text)
    assert [m.actor for m in find_actors(doc, PACK)] == ["hezbollah"]


@pytest.mark.parametrize(
    ("text", "quote", "actor", "kind"),
    [
        ("Syrian security forces came.", "Syrian security forces", "syr-government", "state_forces"),
        ("Secretary-General Ban Ki-moon spoke.", "Secretary-General Ban Ki-moon", "un", "organisation"),
        ("Maj. Gen. Nadim Farhat spoke.", "Maj. Gen. Nadim Farhat", None, "state_forces"),
    ],
)
def test_titles_and_services(blank: Language, text: str, quote: str, actor: str | None, kind: str) -> None:
    assert [(m.mention.quote, m.actor, m.kind) for m in actors(blank, text)] == [(quote, actor, kind)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Opponents of Bashar al-Assad attacked a checkpoint.", "Opponents of Bashar al-Assad"),
        ("Hezbollah's enemies bombed a convoy.", "Hezbollah's enemies"),
        ("Those fighting the Islamic State took a village.", "Those fighting the Islamic State"),
        ("Those opposed to Hezbollah shelled the town.", "Those opposed to Hezbollah"),
    ],
)
def test_those_who_stand_against_a_party_are_not_that_party(annotator: Annotator, text: str, quote: str) -> None:
    found = find_actors(annotator.annotate(Report("r", "1", text)), PACK)
    assert [(actor.mention.quote, actor.actor) for actor in found[:1]] == [(quote, None)]


def test_the_group_is_the_one_that_the_text_is_about(annotator: Annotator) -> None:
    text = (
        "Ahrar al-Sham said it had shelled a base. It said that two members of Hezbollah were killed. "
        "The group denied that it had fired rockets."
    )
    found = find_actors(annotator.annotate(Report("r", "1", text)), PACK)
    assert [actor.actor for actor in found if actor.mention.quote == "group"] == ["ahrar-al-sham"]


def test_a_ministry_is_that_of_the_dateline_where_its_state_is_named(blank: Language) -> None:
    said = " – Six {} soldiers were hurt near the border with Syria, the Defence Ministry said."
    assert actors(blank, "ANKARA, Feb. 3" + said.format("Turkish"))[-1].actor == "tur-government"
    assert actors(blank, "BEIRUT (Vale Wire)" + said.format("Syrian"))[-1].actor == "syr-government"


def test_troops_are_of_the_country_that_answers_for_them(blank: Language) -> None:
    found = actors(blank, "Turkey retaliates after six troops die in Idlib. Syrian fire hit them.")
    assert [m.actor for m in found if m.mention.quote == "troops"] == ["tur-military"]


def test_the_army_is_the_home_army_where_the_capital_is_named(blank: Language) -> None:
    found = actors(blank, "The army took the hill. In Damascus, the price of bread rose.")
    assert [m.actor for m in found] == ["syr-military"]


@pytest.mark.parametrize(
    "text",
    [
        "It was the worst clash of the two armies, Syria said.",
        "Kurdish authorities closed the road to Syria.",
        "Syrian Kurdish forces held the dam.",
        "Foreign soldiers must leave Syria.",
    ],
)
def test_no_state_is_made_of_two_armies_or_of_a_people(blank: Language, text: str) -> None:
    assert "syr-military" not in [m.actor for m in actors(blank, text)]
    assert [m.actor for m in actors(blank, text) if "Kurdish" in m.mention.quote] in ([], [None])


def test_a_headline_in_capitals_is_no_body(blank: Language) -> None:
    found = actors(blank, "Russian Airstrikes Hit MSF Hospital in Idlib")
    assert all("Hit" not in m.mention.quote for m in found) and found[0].actor == "rus-military"
    assert [m.mention.quote for m in actors(blank, "Storm of North Brigade fled.")] == ["Storm of North Brigade"]


def test_initials_of_a_name_spelt_out_before_are_that_party(blank: Language) -> None:
    found = actors(blank, "The Rapid Support Forces fled. RSF fighters came back, and the RSF denied it.")
    assert [(m.mention.quote, m.actor) for m in found] == [
        (quote, "rapid-support-forces") for quote in ("Rapid Support Forces", "RSF fighters", "RSF")
    ]
    unknown = actors(blank, "The Cedar Hills Liberation Army fled. CHLA fighters came back.")
    assert [(m.mention.quote, m.kind) for m in unknown][1:] == [("CHLA fighters", "rebel_group")]


def test_the_army_is_that_of_the_country_a_sentence_is_set_in(blank: Language) -> None:
    found = actors(blank, "The Niger army lost nine men. In neighbouring Burkina Faso, the army killed 65 militants.")
    assert [a.name for a in found if "army" in a.name.lower()] == ["Niger army", "Burkinabe army"]


def test_the_only_state_named_late_is_not_the_one_meant(blank: Language) -> None:
    text = "Fighting went on in Ethiopia on Monday. " + "The road was closed. " * 20
    found = actors(blank, text + "Spain's foreign ministry helped. Aid groups called on the government to let them in.")
    assert [a.name for a in found if "government" in a.name.lower()] == ["government"]


def actors_of(annotator: Annotator, text: str) -> dict[str, str | None]:
    """The actors of the mentions of a text."""
    doc = annotator.annotate(Report(report_id(text), "r", text))
    return {mention.mention.quote: mention.actor for mention in annotations_of(doc).actors}


def test_common_words_of_one_war_mean_nobody_in_another(annotator: Annotator) -> None:
    assert actors_of(annotator, "The TNLA took the Myanmar town of Singu from regime forces.")["regime forces"] is None
    assert (
        actors_of(annotator, "Rebels took the Syrian town of Saraqib from regime forces.")["regime forces"]
        == "syr-military"
    )


@pytest.mark.parametrize(
    ("text", "actor", "kind"),
    [
        ("The Sudanese army retook Wad Madani in Sudan.", "sdn-military", "state_forces"),
        ("Russian troops shelled Nikopol in Ukraine.", "rus-military", "external_forces"),
        ("Turkish troops shelled Kobani in Syria.", "tur-military", "external_forces"),
    ],
)
def test_an_army_in_its_own_country_is_no_external_force(
    annotator: Annotator, text: str, actor: str, kind: str
) -> None:
    found = annotations_of(annotator.annotate(Report(report_id(text), "r", text))).actors
    assert [a.kind for a in found if a.actor == actor] == [kind]


@pytest.mark.parametrize(
    ("text", "quote", "actor"),
    [
        ("The RSF shelled El Fasher.", "RSF", "rapid-support-forces"),
        ("RSF fighters looted shops in Sudan.", "RSF fighters", "rapid-support-forces"),
        ("A reporter was killed in Gaza, the RSF said.", "RSF", "rsf"),
        ("The Rapid Support Forces fled. The RSF lost a hill.", "RSF", "rapid-support-forces"),
        ("SNA soldiers died near Kismayo.", "SNA soldiers", "som-military"),
        ("SNA soldiers died near Afrin in Syria.", "SNA soldiers", "sna"),
        ("The SNA took a hill.", "SNA", "sna"),
        ("SNA soldiers died in Norway.", "SNA soldiers", None),
        ("The SDF seized Manbij from IS.", "SDF", "sdf"),
        ("The SDF held a drill off Okinawa in Japan.", "SDF", "jpn-military"),
        ("The Somali army lost ground, and the SNA withdrew.", "SNA", "som-military"),
    ],
)
def test_initials_mean_who_the_report_is_about(annotator: Annotator, text: str, quote: str, actor: str | None) -> None:
    assert actors_of(annotator, text)[quote] == actor


def test_initials_of_nobody_there_are_no_mention_and_those_of_a_party_no_place(annotator: Annotator) -> None:
    assert "AA" not in actors_of(annotator, "He bought AA batteries in Norway.")
    doc = annotator.annotate(Report("r-1", "r", "Fighting between the SAF and the RSF raged in Omdurman."))
    assert [place.name for place in annotations_of(doc).places] == ["Omdurman"]
