"""A second coder works blind; the two are compared by field, and differences are there to settle."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from tests.desk.coding import decision, ids, keep, queue, signed_in, state
from tests.desk.conftest import Made

from contested.desk.agreement import alpha


@pytest.fixture
def fresh(desk_on: Made) -> TestClient:
    return desk_on()


def agreement(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/api/agreement", params={"one": "Ada", "other": "Basil"}).json()
    return found


def field(compared: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in compared["fields"] if one["field"] == name)


def test_the_second_coder_sees_neither_outlets_nor_what_the_first_decided(fresh: TestClient) -> None:
    claim = ids(signed_in(fresh, "Ada"))[0]
    keep(fresh, decision("accept", claim))
    blind = queue(signed_in(fresh, "Basil"), coding="blind", limit=20)
    cards = {item["card"]["claim"]["id"]: item["card"] for item in blind["items"]}
    assert claim in cards
    assert cards[claim]["judgements"] == [] and cards[claim]["state"] == "unreviewed"
    publishers = {str(card["claim"]["report"]["publisher"]) for card in cards.values()}
    assert all(set(name) <= set("█ -–'.0123456789&()/") for name in publishers), publishers


def test_blind_decisions_take_no_effect_until_they_are_settled(fresh: TestClient) -> None:
    claim = ids(signed_in(fresh, "Basil"), coding="blind")[0]
    keep(fresh, decision("reject", claim, why="no event", coding="blind"))
    assert state(fresh, claim) == "unreviewed"
    assert claim not in ids(fresh, coding="blind", limit=20)
    assert claim in ids(fresh, coding="open", limit=20)


def test_two_coders_are_compared_by_field(fresh: TestClient) -> None:
    same, other = ids(signed_in(fresh, "Ada"), limit=2)
    keep(fresh, decision("accept", same), decision("accept", other))
    signed_in(fresh, "Basil")
    value = json.dumps("denied")
    keep(
        fresh,
        decision("accept", same, coding="blind"),
        decision("edit", other, field="factuality", value=value, coding="blind"),
        decision("accept", other, coding="blind"),
    )
    compared = agreement(fresh)
    assert compared["claims"] == 2
    assert field(compared, "event")["same"] == 2
    assert field(compared, "factuality")["same"] == 1
    assert [(one["claim"], one["field"], one["settled"]) for one in compared["differences"]] == [
        (other, "factuality", False)
    ]
    keep(signed_in(fresh, "Cleo"), decision("edit", other, field="factuality", value=value))
    assert agreement(fresh)["differences"][0]["settled"]


def test_words_selected_on_the_hidden_text_are_kept_as_they_stand(fresh: TestClient) -> None:
    item = queue(signed_in(fresh, "Basil"), coding="blind")["items"][0]["card"]["claim"]
    mention = item["evidence"]
    value = json.dumps([{"name": mention["quote"], "mention": mention}])
    kept = keep(fresh, decision("edit", item["id"], field="instruments", value=value, coding="blind"))
    assert "█" not in kept["judgements"][0]["value"]


def test_a_decision_on_which_all_agree_has_no_alpha(fresh: TestClient) -> None:
    assert alpha([("right", "right"), ("right", "right")]) is None
    assert alpha([]) is None


def test_alpha_is_what_the_books_say() -> None:
    # Krippendorff 2011, computing alpha-reliability, nominal data of two coders: 0.095.
    meg = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0]
    owen = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    assert alpha([(str(a), str(b)) for a, b in zip(meg, owen, strict=True)]) == pytest.approx(0.095, abs=0.001)


@given(st.lists(st.sampled_from("ab"), min_size=2))
def test_full_agreement_is_one(values: list[str]) -> None:
    found = alpha([(value, value) for value in values])
    assert found is None if len(set(values)) < 2 else found == pytest.approx(1.0)
