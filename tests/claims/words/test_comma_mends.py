"""What hangs on the wrong verb for want of a comma, and gerunds that look like qualities."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told, first_told

from contested.annotate.pipeline import Annotator
from contested.claims.words.mend_words import LISTS, mend_words


def test_the_lists_are_of_lower_case_words() -> None:
    assert set(mend_words()) == set(LISTS)
    assert all(word == word.lower() for words in mend_words().values() for word in words)


@pytest.mark.parametrize(
    ("text", "event", "doers"),
    [
        (
            "Kurdish fighters backed by US-led coalition air strikes captured Manbij on Monday.",
            "territory_gained",
            ["Kurdish fighters"],
        ),
        ("Rights groups accuse the rebels of bombing hospitals in Aleppo.", "bombing", ["rebels"]),
        ("Russia has repeatedly denied bombing civilians in Aleppo.", "bombing", ["Russia"]),
    ],
)
def test_who_acts(annotator: Annotator, text: str, event: str, doers: list[str]) -> None:
    assert [who.name for who in first_told(annotator, text, event).initiators] == doers


def test_what_is_bombed_is_no_bombing(annotator: Annotator) -> None:
    claim = first_told(annotator, "Activists accused Russia of bombing schools.", "bombing")
    assert [who.name for who in claim.targets] == ["schools"]


def test_a_day_before_one_of_which(annotator: Annotator) -> None:
    text = "There were air strikes on Aleppo on Monday one of which hit a hospital."
    claim = first_told(annotator, text, "air_strike")
    assert claim.time is not None
    assert claim.time.start == claim.time.end == "2020-02-03"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Of those killed six were children.", 6),
        ('"Rebels killed 12 soldiers" state media said.', 12),
        ('The army killed 12 "Northern Guard" fighters near Aleppo.', 12),
    ],
)
def test_counts_without_commas(annotator: Annotator, text: str, count: int) -> None:
    [effect] = first_told(annotator, text, "casualties").effects
    assert effect.low == count


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The opposition suspended its talks with the government on Monday accusing it of shelling Homs.",
            "opposition",
        ),
        (
            "The foreign minister sought to soften the words of his colleague saying Turkey had shelled Homs.",
            "minister",
        ),
        ("The group met villagers after a statement by the army saying rebels had shelled Homs.", "army"),
        ("Activists on the ground told AFP jets had bombed a market in Aleppo.", "Activists"),
        ("The Observatory recorded 14 attacks and 53 reported deaths.", "Observatory"),
    ],
)
def test_who_says_it(annotator: Annotator, text: str, speaker: str) -> None:
    assert speaker in all_told(annotator, text)[-1].attribution[-1].name


def test_an_agency_is_no_part_of_what_it_is_told(annotator: Annotator) -> None:
    claim = first_told(annotator, "Activists told AFP jets had bombed a market in Aleppo.", "air_strike")
    assert [who.name for who in claim.initiators] == ["jets"]


def test_a_list_of_groups_without_commas(annotator: Annotator) -> None:
    text = "The attacks in Hama were claimed by Hezbollah Jaish al-Islam and the Nusra Front."
    names = [who.name for who in first_told(annotator, text, "responsibility").initiators]
    assert names == ["Hezbollah", "Jaish al-Islam", "Nusra Front"]


def test_what_another_denies_is_no_effect(annotator: Annotator) -> None:
    text = "Turkey said its jets hit nine targets and the army denied any civilians were killed."
    told = all_told(annotator, text)
    assert not next(claim for claim in told if claim.event == "air_strike").effects
    assert next(claim for claim in told if claim.event == "casualties").factuality == "denied"


def test_to_state_is_a_verb(annotator: Annotator) -> None:
    claim = first_told(annotator, "The centre went on to state that rebels had shelled a village in Hama.", "shelling")
    assert "centre" in claim.attribution[-1].name
