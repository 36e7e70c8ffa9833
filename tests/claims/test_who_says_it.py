"""Who tells a claim, by whole reports: speakers with places and asides, tails of headlines, verbs of telling."""

from __future__ import annotations

import pytest
from tests.claims.telling import first_told

from contested.annotate.pipeline import Annotator


def teller(annotator: Annotator, text: str, event: str) -> str | None:
    """Who tells the first claim of a code, None where the author does."""
    told = first_told(annotator, text, event).attribution
    return told[-1].name if told else None


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        (
            "A resident of Wad Madani, who asked not to be named, said fighters looted her house.",
            "looting",
            "resident of Wad Madani",
        ),
        (
            "The Wad Madani Emergency Room said 12 were killed. A resident of Wad Madani said shells hit a school.",
            "shelling",
            "resident of Wad Madani",
        ),
        (
            "A doctor at Al-Nao hospital, the last one working in Omdurman, said shells hit the ward.",
            "shelling",
            "doctor at Al-Nao hospital",
        ),
        ("Residents contacted by phone said shells hit the market.", "shelling", "Residents"),
        ("Save the Children said an airstrike hit a school in Kayah.", "air_strike", "Save the Children"),
        ("An airstrike hit a school in Kayah, Save the Children said.", "air_strike", "Save the Children"),
        ("Two people were killed in Kassala, aid workers said.", "casualties", "aid workers"),
        ("The attack killed nine people in Kassala, aid groups said.", "attack", "aid groups"),
        ("Two died in Kassala, aid workers and residents said.", "casualties", "aid workers and residents"),
    ],
)
def test_speakers_with_a_place_an_aside_or_a_work(annotator: Annotator, text: str, event: str, name: str) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("Russian strikes kill two – Prokudin", "air_strike", "Prokudin"),
        ("Israeli strike kills two in Tyre: NNA", "air_strike", "NNA"),
        ("The army accepted that its aircraft had bombed the wedding.", "air_strike", "army"),
        ("The army later corrected that four soldiers, not six, had been killed.", "casualties", "army"),
        ("The governor said two people died; the army called for a truce in Goma.", "casualties", "governor"),
    ],
)
def test_tails_of_headlines_and_words_of_owning_up(annotator: Annotator, text: str, event: str, name: str) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A message seen by AFP warned of an attack on the base in Gao.", "attack"),
        ("It was not possible to verify the claim that 40 soldiers had been killed.", "casualties"),
        ("The governor said two people died; the army called for a truce in Goma.", "demand"),
        ("The ministry said rebels opened fire near Lachin; Yerevan called the report a lie.", "denial"),
        ("The army accepted a ceasefire in Jeddah.", "agreement"),
        ("The army has vowed to respond after rebels killed 14 soldiers in Gao.", "casualties"),
    ],
)
def test_neither_readers_nor_it_nor_speakers_of_another_clause_tell(
    annotator: Annotator, text: str, event: str
) -> None:
    assert teller(annotator, text, event) is None


@pytest.mark.parametrize(
    "text",
    [
        "The WHO said nine people were killed in Rafah.",
        "Nine people were killed in Rafah, the WHO said.",
        "According to the WHO, nine people were killed in Rafah.",
    ],
)
def test_a_body_whose_initials_spell_who_speaks(annotator: Annotator, text: str) -> None:
    assert teller(annotator, text, "casualties") == "WHO"


def test_its_officials_keep_their_name(annotator: Annotator) -> None:
    text = "WHO officials said nine people were killed in Rafah."
    assert teller(annotator, text, "casualties") == "WHO officials"


def test_it_is_who_spoke_in_the_sentence_before(annotator: Annotator) -> None:
    text = (
        "The army said it had regained the bridge. The Relief Forces (RF) dismissed the claim. "
        "In a post on X, it said its fighters held the eastern end and shelled a depot."
    )
    assert teller(annotator, text, "shelling") == "Relief Forces"


def test_who_makes_no_mention_of_an_event_is_no_voice_of_it(annotator: Annotator) -> None:
    text = "State radio reported clashes near Goma but made no mention of an airstrike."
    assert teller(annotator, text, "armed_clash") == "State radio"
    assert teller(annotator, text, "air_strike") is None


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("The airport in Aleppo was hit, SANA reported, quoting a military source.", "attack", "military source"),
        ("The Journal reported, citing two officials, that troops shelled the port.", "shelling", "two officials"),
        (
            "Reuters reported on Monday, citing two officials, that troops shelled the port.",
            "shelling",
            "two officials",
        ),
        ("The bridge is open, the mayor said, even as shells fell on Sake.", "shelling", None),
        ("The town was retaken, its mayor said, while rebels shelled the market.", "shelling", None),
        ("A truce was agreed, the envoy announced, although shelling was heard in Goma.", "shelling", None),
        ("Rebels fled, the army said, while acknowledging that shells hit the market.", "shelling", "army"),
    ],
)
def test_who_is_cited_and_where_the_author_goes_on(
    annotator: Annotator, text: str, event: str, name: str | None
) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("Witnesses heard explosions near the airport.", "bombing", "Witnesses"),
        ("Residents saw helicopters bombing the village.", "air_strike", "Residents"),
        ("A reporter saw a girl crying as doctors treated the wounded.", "casualties", "reporter"),
        ("A reporter saw a burned truck after shells hit the market.", "shelling", None),
    ],
)
def test_who_saw_or_heard_it(annotator: Annotator, text: str, event: str, name: str | None) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        (
            "The office's director also said Northern Relief Units (NRU) backed by rebels killed ten men on Sunday.",
            "casualties",
            "office's director",
        ),
        (
            "Egypt, Qatar and the United States said a truce had been agreed in Gaza.",
            "agreement",
            "Egypt, Qatar and the United States",
        ),
        ("Hezbollah, which Israel says fired rockets on Monday, denied attacking the town.", "attack", "Hezbollah"),
    ],
)
def test_speakers_whole_and_first(annotator: Annotator, text: str, event: str, name: str) -> None:
    assert teller(annotator, text, event) == name


def test_what_is_said_to_be_false_is_no_false_speaker(annotator: Annotator) -> None:
    text = "The reports that rebels shelled the camp are false state media said."
    assert teller(annotator, text, "shelling") == "state media"


def test_who_gives_a_toll_tells_it(annotator: Annotator) -> None:
    text = (
        "According to the latest toll from the health ministry in Gaza, 31,184 people have been killed since October."
    )
    assert teller(annotator, text, "casualties") == "health ministry in Gaza"


def test_neither_of_two_tells_what_neither_confirms(annotator: Annotator) -> None:
    text = "Neither the army nor the rebels have confirmed the fall of Bunagana."
    assert teller(annotator, text, "territory_gained") is None


def test_a_researcher_keeps_her_name(annotator: Annotator) -> None:
    text = '"It is a crime," said its senior researcher Anna Marlow, adding that troops had shelled a clinic.'
    assert teller(annotator, text, "shelling") == "senior researcher Anna Marlow"


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("Rebels attacked the base, a commander who gave his name as Barou said by phone.", "attack", "Barou"),
        ("Rebels attacked the base, a resident who identified himself as Omar told AFP.", "attack", "Omar"),
        ("A spokesman for the Harlow Army, Adam Marlow, said rebels attacked the base.", "attack", "Adam Marlow"),
        ("The governor of Tora, Anna Gado, said rebels attacked the base.", "attack", "Anna Gado"),
        ("The rights group B'Tselem said settlers attacked the village.", "attack", "B'Tselem"),
        ("Norland Now said rebels attacked the base.", "attack", "Norland Now"),
        ("Rebels attacked the mosque, a local councillor confirmed to the paper.", "attack", "local councillor"),
        ("Anna Marlow - the mayor's sister and adviser on security - told the paper that rebels attacked the base.",
         "attack", "Anna Marlow"),
    ],
)  # fmt: skip
def test_speakers_have_their_names(annotator: Annotator, text: str, event: str, name: str) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("Nine were killed in the shelling, according to a toll compiled by AFP.", "shelling", "AFP"),
        (
            "Nine were killed in the shelling, according to a report by the United Nations office in Haiti.",
            "shelling",
            "United Nations office in Haiti",
        ),
        ("News came from the Harlow Agency, which put the dead at 17 after shelling of Tora.", "shelling",
         "Harlow Agency"),
        ("Hospital records show that nine people died in the shelling of Tora.", "shelling", "Hospital records"),
        ("Satellite images show that nine houses burned in the shelling of Tora.", "shelling", None),
        ("Two soldiers killed in ambush near Tora says army", "ambush", "army"),
        ("The plane dropped four bombs and, residents said, circled back.", "air_strike", "residents"),
    ],
)  # fmt: skip
def test_tolls_records_and_asides_have_their_tellers(
    annotator: Annotator, text: str, event: str, name: str | None
) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("Vladimir Putin said troops took Tora. He said rebels attacked the base.", "attack", "Vladimir Putin"),
        ("His family said he was well. Musa Idris fled. He said rebels attacked the base.", "attack", "Musa Idris"),
        ("Adam fled on foot. Rebels attacked the base from a hill, he said.", "attack", "Adam"),
        ("The UN said aid was late. According to the same source, rebels attacked the base.", "attack", "UN"),
        (
            "A Norland official, who spoke anonymously because he was not authorised to brief the press, said rebels "
            "attacked the base.",
            "attack",
            "Norland official",
        ),
        (
            'Neither Marlow nor Harlow said more. "Rebels attacked the base," Harlow said.',
            "attack",
            "Harlow",
        ),
    ],
)
def test_he_and_the_same_source_are_who_they_were(annotator: Annotator, text: str, event: str, name: str) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("Nine people were killed in a raid in Tora, Mahmoud Merhi, head of the Harlow Body, said.", "attack",
         "Mahmoud Merhi"),
        ("Nine people were killed in a raid in Tora, Mahmoud Merhi, head of the Harlow Body, said by phone today.",
         "attack", "Mahmoud Merhi"),
        ("Shells hit the market in Tora, Oumarou Kane, the town's mayor, told AFP by phone.", "shelling",
         "Oumarou Kane"),
        ("Shells hit the market in Tora, a farmer, Musa Bello, told Punch.", "shelling", "Musa Bello"),
        ("SOHR reports that nine were killed in an explosion in Tora, and clashes elsewhere.", "bombing", "SOHR"),
        ("Unconfirmed reports that nine were killed in an explosion in Tora.", "bombing", None),
    ],
)  # fmt: skip
def test_a_name_and_a_role_end_a_sentence(annotator: Annotator, text: str, event: str, name: str | None) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("The blast hit the market noted the Norwick Relief Committee.", "bombing", "Norwick Relief Committee"),
        ("The shelling went on all day stressed the mayor.", "shelling", "mayor"),
        (
            "Mortar rounds struck near a school stated the Norwick Observatory a Britain-based monitor.",
            "shelling",
            "Norwick Observatory",
        ),
        (
            "The strikes destroyed two posts announced the Norwick Observatory which relies on doctors.",
            "destruction",
            "Norwick Observatory",
        ),
        ("Two men died in an airstrike at the alleged attack site.", "air_strike", None),
    ],
)
def test_who_speaks_behind_other_verbs(annotator: Annotator, text: str, event: str, name: str | None) -> None:
    assert teller(annotator, text, event) == name


@pytest.mark.parametrize(
    ("who", "again"),
    [
        ("The Norwick Centre for War Records", "The monitor"),
        ("The Norwick Centre for War Records", "The New Hull-based group"),
        ("The Violations Documentation Center", "The London based organization"),
        ("The White Helmets", "The rescue group"),
        ("The Norwick Media Centre", "The group"),
    ],
)
def test_a_body_that_no_list_knows_is_called_again(annotator: Annotator, who: str, again: str) -> None:
    text = f"{who} said jets killed nine people. {again} said two more died in shelling."
    assert teller(annotator, text, "shelling") == who.removeprefix("The ")


@pytest.mark.parametrize("again", ["The rebel group", "The Norland group", "The ministry"])
def test_a_party_or_an_office_is_no_such_body(annotator: Annotator, again: str) -> None:
    text = f"The White Helmets said jets killed nine people. {again} said two more died in shelling."
    assert teller(annotator, text, "shelling") != "White Helmets"


@pytest.mark.parametrize(
    "text",
    [
        "Although the army denied it, jets bombed the market.",
        "Although the army denied it jets bombed the market.",
        "While Turkey denied the report, its jets bombed the market.",
    ],
)
def test_who_is_only_granted_a_denial_tells_nothing_of_the_rest(annotator: Annotator, text: str) -> None:
    told = first_told(annotator, text, "air_strike")
    assert not told.attribution
    assert told.factuality == "asserted"
