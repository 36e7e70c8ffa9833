"""Whole texts and lines that one voice tells: titles, labels, quotations of old; and who is none."""

from __future__ import annotations

import pytest
from tests.claims.test_said_by import names

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("Foreign Secretary statement on Harlow", "Foreign Secretary"),
        ("Statement by the High Envoy Anna Marlow on the truce in Harlow", "High Envoy Anna Marlow"),
        ("Remarks by Anna Marlow at the donors' conference", "Anna Marlow"),
        ("12 May: Anna Marlow's statement on the shelling of Harlow", "Anna Marlow"),
    ],
)
def test_a_title_names_who_states_the_text(annotator: Annotator, title: str, speaker: str) -> None:
    text = f"{title}\n\nI am appalled. Shells hit the camp on Monday. We call on all sides to stop."
    assert names(annotator, text, "hit") == [speaker]


def test_a_report_on_a_statement_is_not_told_by_its_speaker(annotator: Annotator) -> None:
    text = "Statement by Anna Marlow on the truce\n\nThe envoy spoke for an hour. Shells hit the camp on Monday."
    assert names(annotator, text, "hit") == []


def test_a_label_tells_one_sentence_of_a_page_without_lines(annotator: Annotator) -> None:
    text = (
        "Harlow Officials: Bomb Kills 20 at Market. A car blew up near the mill. Smoke rose. "
        "Shops closed. The town is quiet. Such attacks are common."
    )
    assert names(annotator, text, "Kills") == ["Harlow Officials"]
    assert names(annotator, text, "attacks") == []


def test_grave_accents_open_a_quotation(annotator: Annotator) -> None:
    text = (
        "The chief said it ``would have caused massive destruction.'' Gunmen have shelled the port since May. "
        "``We were pushed out,'' Marlow said."
    )
    assert names(annotator, text, "shelled") == []


def test_who_cites_another_is_not_told_by_him_before(annotator: Annotator) -> None:
    text = "Spokesman Pavel Marlow said nine rebels were killed, but the Herald cited the Guard as saying ten died."
    assert names(annotator, text, "killed")[-1:] == ["Spokesman Pavel Marlow"]
    assert names(annotator, text, "died")[-1:] == ["Guard"]


def test_reiterating_a_call_is_an_act_of_its_own(annotator: Annotator) -> None:
    text = "The ministry reiterated calls for Norland to hand over maps."
    assert names(annotator, text, "calls") == []


def test_what_is_chanted_is_said(annotator: Annotator) -> None:
    assert names(annotator, '"Stop the shelling of Harlow," the protesters chanted.', "shelling") == ["protesters"]


def test_he_is_an_officer_by_his_rank(annotator: Annotator) -> None:
    text = "A spokesman says it fell. Navy Capt. Jeff Marlow said jets flew. The raids hit a bunker, he added."
    assert names(annotator, text, "hit", actors=("Navy Capt. Jeff Marlow",))[-1:] == ["Navy Capt. Jeff Marlow"]


def test_neither_a_label_nor_a_way_is_he(annotator: Annotator) -> None:
    text = "Analysis: talks fail. Shells hit the market, he said."
    assert names(annotator, text, "hit") == ["he"]


def test_a_line_gives_somebody_the_word(annotator: Annotator) -> None:
    text = (
        "Daily briefing\n\nAnna Marlow, spokeswoman of the mission:\n\nGood afternoon. Shells hit the camp on Monday. "
        "We are appalled.\n\nQuestion: Have gunmen stormed the port?"
    )
    assert names(annotator, text, "hit") == ["Anna Marlow"]
    assert names(annotator, text, "stormed") != ["Anna Marlow"]


def test_a_country_before_a_colon_tells_where_though_the_desk_lies_abroad(annotator: Annotator) -> None:
    text = "Ethiopia: Drone Strike on Funeral Kills 40\n\n(Nairobi, March 12, 2024) – Nobody else was hit."
    assert names(annotator, text, "Strike", places=("Ethiopia", "Nairobi")) == []


def test_a_bullet_ends_with_who_tells_all_of_it(annotator: Annotator) -> None:
    text = "KEY POINTS\n- At least 18 were killed and 30 injured, according to the Harlow Union.\n- Roads are cut.\n"
    assert names(annotator, text, "killed") == ["Harlow Union"]


def test_neither_a_date_nor_another_army_is_who_speaks(annotator: Annotator) -> None:
    text = (
        "Footage published on March 8 and 9 shows that troops stormed the mill. The Norland Armed Forces denied raids."
    )
    assert names(annotator, text, "stormed") in ([], ["Footage"])
    context = "Shelling by the Rapid Support Forces went on. The Norland Armed Forces denied targeting civilians."
    assert names(annotator, context, "targeting", actors=("Rapid Support Forces",)) == ["Norland Armed Forces"]


def test_mr_marlow_goes_by_his_whole_name(annotator: Annotator) -> None:
    text = "Minister Pavel Marlow visited Harlow.\n\nMr Marlow said shells hit the camp."
    assert names(annotator, text, "hit") == ["Pavel Marlow"]
