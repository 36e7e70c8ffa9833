"""Review over the API: the queue, decisions kept once, undo and redo without end, bulk, the audit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.desk.coding import KEYS, decision, ids, keep, queue, signed_in, state
from tests.desk.conftest import Made, desk_of

from contested.ledger.reads import open_ledger


@pytest.fixture
def ada(desk_on: Made) -> TestClient:
    return signed_in(desk_on(), "Ada")


def test_the_queue_says_why_a_claim_comes_and_puts_what_hangs_on_it_first(ada: TestClient) -> None:
    found = queue(ada, limit=20)
    assert all(item["reason"] for item in found["items"])
    scores = [item["score"] for item in found["items"]]
    assert scores == sorted(scores, reverse=True)
    assert found["left"] == found["total"] > 20


def test_the_least_sure_can_come_first(ada: TestClient) -> None:
    found = queue(ada, order="unsure", limit=10)["items"]
    sure = [item["card"]["claim"]["confidence"] for item in found]
    assert sure == sorted(sure)


def test_a_decided_claim_leaves_the_queue_for_everybody(ada: TestClient) -> None:
    first, second = ids(ada, limit=2)
    before = queue(ada)["left"]
    keep(ada, decision("accept", first), decision("reject", second, why="opinion"))
    signed_in(ada, "Basil")
    assert not {first, second} & set(ids(ada, limit=20))
    assert queue(ada)["left"] == before - 2
    assert (state(ada, first), state(ada, second)) == ("accepted", "rejected")


def test_two_coders_at_once_are_given_different_claims(ada: TestClient) -> None:
    hers = ids(ada, limit=5)
    his = ids(signed_in(ada, "Basil"), limit=5)
    assert not set(hers) & set(his)


def test_what_the_page_holds_is_not_sent_again(ada: TestClient) -> None:
    held = ids(ada, limit=3)
    assert not set(held) & set(ids(ada, limit=5, holding=held))


def test_a_decision_sent_twice_is_kept_once(ada: TestClient) -> None:
    given = decision("accept", ids(ada)[0])
    keep(ada, given)
    keep(ada, given)
    assert ada.get("/api/audit").json()["total"] == 1


def test_undo_and_redo_have_no_end_and_outlive_a_restart(ada: TestClient, open_desk: Made) -> None:
    claims = ids(ada, limit=4)
    for claim in claims:
        keep(ada, decision("accept", claim))
    for _ in range(3):
        assert ada.post("/api/undo", json={}).status_code == 200
    again = signed_in(open_desk(desk_of(ada).settings.ledger), "Ada")
    assert [state(again, claim) for claim in claims] == ["accepted", "unreviewed", "unreviewed", "unreviewed"]
    last = again.post("/api/undo", json={}).json()
    assert last["judgements"][0]["claims"] == [claims[0]] and not last["can_undo"]
    for claim in claims:
        assert again.post("/api/redo", json={}).json()["judgements"][0]["claims"] == [claim]
    assert {state(again, claim) for claim in claims} == {"accepted"}
    assert again.post("/api/redo", json={}).json() == {"judgements": [], "can_undo": True, "can_redo": False}


def test_a_new_decision_ends_what_can_be_redone_and_loses_nothing(ada: TestClient) -> None:
    one, other = ids(ada, limit=2)
    keep(ada, decision("accept", one))
    ada.post("/api/undo", json={})
    assert not keep(ada, decision("flag", other))["can_redo"]
    rows = ada.get("/api/audit").json()["rows"]
    assert [row["kind"] for row in rows] == ["flag", "undo", "accept"]
    assert [row["in_force"] for row in rows] == [True, True, False]


def test_nobody_undoes_what_somebody_else_decided(ada: TestClient) -> None:
    claim = ids(ada)[0]
    keep(ada, decision("accept", claim))
    assert signed_in(ada, "Basil").post("/api/undo", json={}).json()["judgements"] == []
    assert state(ada, claim) == "accepted"


def test_an_edit_keeps_the_machines_value_beside_the_persons(ada: TestClient) -> None:
    card = queue(ada)["items"][0]["card"]
    claim = card["claim"]
    place = {"name": "Marrin", "place": None, "lat": None, "lon": None, "precision": 3, "relation": None,
             "country": None, "admin": [], "mention": claim["trigger"]}  # fmt: skip
    keep(ada, decision("edit", claim["id"], field="places", value=json.dumps([place]), why="the text says so"))
    after = ada.get(f"/api/claims/{claim['id']}").json()
    assert after["claim"]["places"] == claim["places"]
    assert json.loads(after["edited"]["places"])[0]["name"] == "Marrin"
    assert after["state"] == "edited"
    assert after["judgements"][0]["who"] == "Ada" and after["judgements"][0]["why"] == "the text says so"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "reject"}, "reason"),
        ({"kind": "merge"}, "two claims"),
        ({"kind": "note", "why": "  "}, "empty"),
        ({"kind": "edit"}, "field"),
        ({"kind": "accept", "field": "event", "value": '"attack"'}, "only an edit"),
        ({"kind": "edit", "field": "event", "value": '"party"'}, "no event code"),
        ({"kind": "edit", "field": "effects", "value": '[{"kind":"killed","who":null,"low":"many","high":null}]'}, ""),
        ({"kind": "edit", "field": "time", "value": "not json"}, ""),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(ada: TestClient, given: dict[str, object], words: str) -> None:
    kind = str(given.pop("kind"))
    answer = ada.post("/api/judgements", json=[decision(kind, ids(ada)[0], **given)])
    assert answer.status_code in (400, 422)
    assert words in answer.json()["problem"]
    assert ada.get("/api/audit").json()["total"] == 0


def test_words_that_do_not_stand_in_the_text_are_refused(ada: TestClient) -> None:
    claim = queue(ada)["items"][0]["card"]["claim"]
    mention = claim["trigger"] | {"quote": "something else"}
    value = json.dumps([{"name": "x", "mention": mention}])
    answer = ada.post("/api/judgements", json=[decision("edit", claim["id"], field="instruments", value=value)])
    assert answer.status_code == 400 and "does not stand" in answer.json()["problem"]


def test_one_wrong_decision_keeps_none_of_its_batch(ada: TestClient) -> None:
    claim = ids(ada)[0]
    answer = ada.post("/api/judgements", json=[decision("accept", claim), decision("accept", "c-" + "0" * 20)])
    assert answer.status_code == 404
    assert state(ada, claim) == "unreviewed"


def test_bulk_is_one_step_over_the_selection_and_undone_in_one(ada: TestClient) -> None:
    asked = {"disputed": True}
    left = queue(ada, **asked)["left"]
    body = {"key": next(KEYS), "kind": "accept", "why": "read together", "expected": left}
    assert ada.post("/api/bulk", params=asked, json=body).status_code == 200
    assert queue(ada, **asked)["left"] == 0
    assert queue(ada)["left"] > 0
    ada.post("/api/undo", json={})
    assert queue(ada, **asked)["left"] == left


def test_bulk_over_a_selection_that_has_changed_is_refused(ada: TestClient) -> None:
    left = queue(ada)["left"]
    keep(ada, decision("accept", ids(ada)[0]))
    body = {"key": next(KEYS), "kind": "accept", "expected": left}
    answer = ada.post("/api/bulk", json=body)
    assert answer.status_code == 409 and "look at it again" in answer.json()["remedy"]


def test_judging_needs_a_name(desk_on: Made) -> None:
    answer = desk_on().post("/api/judgements", json=[])
    assert answer.status_code == 401 and answer.json()["subject"] == "user"


def test_a_split_takes_effect_at_the_next_rebuild(ada: TestClient) -> None:
    page = told_by_several(ada)
    first = page["claims"][0]["claim"]["report"]["id"]
    one = [card["claim"]["id"] for card in page["claims"] if card["claim"]["report"]["id"] == first]
    rest = [card["claim"]["id"] for card in page["claims"] if card["claim"]["report"]["id"] != first]
    for claim in one:
        keep(ada, decision("split", claim, *rest))
    assert ada.get("/api/status").json()["outdated"] > 0
    ada.post("/api/rebuild", json={})
    assert desk_of(ada).deriver.wait(60)
    after = ada.get(f"/api/incidents/{one[0]}").json()
    assert not {card["claim"]["id"] for card in after["claims"]} & set(rest)


def told_by_several(client: TestClient) -> dict[str, Any]:
    for row in client.get("/api/incidents", params={"reports": 2}).json()["rows"]:
        page: dict[str, Any] = client.get(f"/api/incidents/{row['id']}").json()
        if len({card["claim"]["report"]["id"] for card in page["claims"]}) > 1:
            return page
    raise AssertionError("the demo has no incident of two reports")


def test_the_ledger_keeps_every_judgement_as_it_was(ada: TestClient) -> None:
    path: Path = desk_of(ada).settings.ledger
    keep(ada, decision("accept", ids(ada)[0], why="clear words"))
    ada.post("/api/undo", json={})
    with open_ledger(path) as ledger:
        kinds = [kind for (kind,) in ledger.db.execute("SELECT kind FROM judgement ORDER BY number")]
    assert kinds == ["accept", "undo"]
