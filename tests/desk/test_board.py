"""The board: what it knows of each claim, the queue, what is reviewed, many readers at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import numpy as np
import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from contested.desk.board_entry import FAMILIES, family_of
from contested.desk.board_worth import NO_INCIDENT, unsure_below, words_of
from contested.desk.days import bins_of, first_day, last_day, months_of, start_of, unit_for
from contested.model.codes import event_codes


def test_every_event_code_has_a_family() -> None:
    assert {family_of(event) for event in event_codes()} == set(FAMILIES)
    assert family_of("no such") == "other" and family_of("territory_gained") == "control"


def test_every_current_claim_stands_in_the_queue_once(looking: TestClient) -> None:
    desk = looking.app.state.desk
    board, queue = desk.board(), desk.board().queue
    with desk.reading() as ledger:
        assert sorted(id.decode() for id in queue.ids) == sorted(claim.id for claim in ledger.claims())
    assert list(queue.scores) == sorted(queue.scores, reverse=True)
    assert np.array_equal(board.claim_ids[queue.order], queue.ids)


def test_what_sets_a_toll_or_is_disputed_comes_before_what_does_not(looking: TestClient) -> None:
    queue = looking.app.state.desk.board().queue
    reasons = [queue.words[reason] for reason in queue.reasons]
    assert "range" in reasons[0] or "others" in reasons[0]
    assert all(reason == NO_INCIDENT for reason, rank in zip(reasons, queue.ranks, strict=True) if rank < 0)
    assert reasons[-1] == NO_INCIDENT


def test_reasons_are_words() -> None:
    assert words_of(1) == "its figure sets the range of the killed"
    assert "unsure" in words_of(1 << 13) and ";" in words_of(3)


def test_unsure_is_what_was_read_least_surely(looking: TestClient) -> None:
    assert unsure_below([]) == unsure_below([0.99] * 10) == 0.85
    assert 0.7 < unsure_below([0.7 + n / 100 for n in range(10)]) < 0.75
    queue = looking.app.state.desk.board().queue
    marked = ["unsure" in queue.words[reason] for reason in queue.reasons]
    assert 0 < sum(marked) <= len(marked) / 4


def test_a_claim_knows_its_incident(looking: TestClient) -> None:
    desk = looking.app.state.desk
    board = desk.board()
    with desk.incidents() as incidents:
        for incident in incidents.all():
            assert {board.home(claim) for claim in incident.claims} == {incident.id}
            assert board.rank_of(incident.id) == board.rank_of(incident.claims[0])
    assert board.home("c-nothing") is None and board.rank_of("") is None
    long = board.ids[0].decode() + "0"
    assert board.rank_of(long) is None and board.claim_number(board.claim_ids[0].decode() + "0") is None


def test_what_is_reviewed_is_filtered_by_at_once(desk_on: Callable[..., TestClient]) -> None:
    client = desk_on()
    board = client.app.state.desk.board()
    row = next(r for r in client.get("/api/incidents?limit=50").json()["rows"] if r["claims"] > 1)
    claims = [c["claim"]["id"] for c in client.get(f"/api/incidents/{row['id']}").json()["claims"]]

    def states() -> list[int]:
        asked = [client.get(f"/api/overview?reviewed={state}").json()["total"] for state in ("none", "part", "all")]
        assert sum(asked) == board.size
        return asked

    whole = board.size
    assert states() == [whole, 0, 0]
    board.mark(claims[:1], True)
    board.mark(claims[:1], True)
    assert states() == [whole - 1, 1, 0]
    shown = client.get("/api/incidents?limit=50&reviewed=part").json()["rows"]
    assert [r["id"] for r in shown] == [row["id"]] and shown[0]["reviewed"] == "part"
    board.set_judged([*claims, "c-unknown"])
    assert states() == [whole - 1, 0, 1]
    board.mark(claims, False)
    assert states() == [whole, 0, 0]


def test_many_readers_get_the_same_answer(looking: TestClient) -> None:
    addresses = ["overview?zoom=6", "incidents?sort=killed&limit=20", "overview?q=attack", "shelf", "status", "control"]
    ids = [row["id"] for row in looking.get("/api/incidents?limit=10").json()["rows"]]
    addresses += [f"incidents/{id}" for id in ids]
    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(lambda n: looking.get(f"/api/{addresses[n % len(addresses)]}"), range(160)))
    assert {answer.status_code for answer in answers} == {200}
    for at in range(len(addresses)):
        assert len({answer.content for answer in answers[at :: len(addresses)]}) == 1


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.sampled_from(["day", "week", "month", "year"]))
def test_a_day_lies_in_the_bin_that_begins_on_or_before_it(day: date, unit: str) -> None:
    days = np.array([day.toordinal()], dtype=np.int32)
    number = int(bins_of(days, months_of(days), unit)[0])  # type: ignore[arg-type]
    start, after = (date.fromisoformat(start_of(n, unit)) for n in (number, number + 1))  # type: ignore[arg-type]
    assert start <= day < after
    assert unit != "week" or start.weekday() == 0


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2016", "2016-01-01", "2016-12-31"), ("2016-02", "2016-02-01", "2016-02-29"),
     ("2015-02", "2015-02-01", "2015-02-28"), ("2016-07-12", "2016-07-12", "2016-07-12")],
)  # fmt: skip
def test_a_year_or_month_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert date.fromordinal(first_day(text)).isoformat() == first
    assert date.fromordinal(last_day(text)).isoformat() == last


def test_one_day_far_off_does_not_make_the_timeline_coarse() -> None:
    days = np.array([date(1915, 1, 1).toordinal(), *range(735_000, 735_090)], dtype=np.int32)
    assert unit_for(days) == "day" and unit_for(days[:0]) == "day"
    assert unit_for(np.arange(700_000, 735_000, dtype=np.int32)) == "year"
