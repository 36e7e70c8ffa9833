"""As known on an earlier day, rebuilding, and starting on every kind of ledger."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.coding import decision, keep, signed_in
from tests.desk.conftest import PACKS

from contested.desk.deriving import Deriver
from contested.desk.shapes.desk import MomentState
from contested.flow.reconciling import reconcile_ledger
from contested.ledger.connection import connect_to_write
from contested.ledger.incidents import Moment
from contested.model.errors import LedgerError

Made = Callable[..., TestClient]


def derived(client: TestClient, day: str) -> MomentState:
    client.post("/api/moments", json={"as_of": day})
    assert client.app.state.desk.deriver.wait(60)
    return MomentState.model_validate_json(client.get(f"/api/moments/{day}").content)


def test_an_earlier_day_is_derived_when_asked_for_and_knows_less(desk_on: Made) -> None:
    client = desk_on()
    assert client.get("/api/overview?as_of=2020-02-02").status_code == 409
    state = derived(client, "2020-02-02")
    assert state.ready and state.as_of == "2020-02-02"
    then, now = (client.get("/api/overview", params=asked).json() for asked in ({"as_of": "2020-02-02"}, {}))
    assert 0 < then["everything"] < now["everything"]


def test_rebuilding_never_leaves_a_gap(desk_on: Made) -> None:
    client = desk_on()
    wrong: list[int] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            if client.get("/api/overview").status_code != 200:
                wrong.append(1)

    looking = threading.Thread(target=look)
    looking.start()
    state = client.post("/api/rebuild", json={}).json()
    assert state["as_of"] == "now"
    assert client.app.state.desk.deriver.wait(60)
    done.set()
    looking.join()
    assert not wrong and client.get("/api/moments/now").json()["ready"]


def test_a_desk_started_again_takes_up_the_board_it_made(desk_on: Made) -> None:
    desk_on().app.state.desk.close()
    again = desk_on(derive=lambda _, __: pytest.fail("nothing is to be derived"))
    assert again.get("/api/overview").json()["everything"] > 50


def test_a_ledger_without_incidents_is_derived_at_the_start(bare_ledger: Path, open_desk: Made) -> None:
    assert open_desk(bare_ledger).get("/api/overview").json()["everything"] > 50


def test_an_empty_ledger_shows_nothing_and_says_so(tmp_path: Path, open_desk: Made) -> None:
    with connect_to_write(tmp_path / "empty.db"):
        pass
    client = open_desk(tmp_path / "empty.db")
    shown = client.get("/api/overview").json()
    assert shown["everything"] == 0 and shown["bins"] == shown["cells"] == []
    status = client.get("/api/status").json()
    assert status["reports"] == status["incidents"] == 0 and status["first_day"] is None
    for address in ("incidents", "shelf", "control", "tables/tolls", "tables/framing", "brief"):
        assert client.get(f"/api/{address}").status_code == 200, address
    assert client.get("/api/incidents/i-123456").status_code == 404


def test_while_incidents_are_derived_the_answer_says_so_and_a_failure_is_told(
    bare_ledger: Path, open_desk: Made
) -> None:
    go = threading.Event()

    def derive(_: str, progress: object) -> None:
        go.wait(30)
        raise LedgerError("bare.db", "the disk is full", "free some space")

    client = open_desk(bare_ledger, wait=False, derive=derive)
    waiting = client.get("/api/overview")
    assert waiting.status_code == 503 and "derived" in waiting.json()["problem"]
    assert client.get("/api/status").json()["deriving"]
    go.set()
    assert client.app.state.desk.deriver.wait(30)
    assert "disk is full" in client.get("/api/overview").json()["problem"]
    assert not client.get("/api/moments/now").json()["ready"]


def test_a_ledger_beside_which_nothing_can_be_made_still_has_a_desk(
    tmp_path: Path, demo_ledger: Path, open_desk: Made
) -> None:
    shutil.copy(demo_ledger, tmp_path / "ledger.db")
    # A file where the boards' folder would be: nothing can be made there, whoever runs the test.
    (tmp_path / "ledger.db.boards").write_text("")
    client = open_desk(tmp_path / "ledger.db", read_only=True)
    assert client.get("/api/overview").json()["everything"] > 50


@pytest.mark.parametrize("day", ["2020-02-31", "yesterday", "20200202xx"])
def test_what_is_no_day_is_said(looking: TestClient, day: str) -> None:
    assert looking.get(f"/api/moments/{day}").status_code == 422


def test_moments_are_worked_off_one_at_a_time_each_once() -> None:
    seen: list[str] = []
    first = threading.Event()

    def work(day: str, _: object) -> None:
        first.wait(10)
        seen.append(day)
        if day == "b":
            raise RuntimeError("odd")

    deriver = Deriver(work)
    for day in ("a", "b", "a", "b", "c"):
        deriver.begin(day)
    assert deriver.busy and deriver.state("c") == ("waiting", 0)
    first.set()
    assert deriver.wait(10) and seen == ["a", "b", "c"]
    assert "odd" in deriver.state("b")[0] and deriver.state("a") == ("", 0)


def told_by_many(client: TestClient) -> list[str]:
    rows = client.get("/api/incidents?limit=1").json()["rows"]
    return [card["claim"]["id"] for card in client.get(f"/api/incidents/{rows[0]['id']}").json()["claims"]]


def test_the_first_rebuild_of_a_desk_started_again_derives(desk_on: Made) -> None:
    desk_on().app.state.desk.close()
    again = signed_in(desk_on(), "Ada")
    claim = told_by_many(again)[0]
    keep(again, decision("reject", claim, why="misread"))
    again.post("/api/rebuild", json={})
    assert again.app.state.desk.deriver.wait(60)
    assert again.app.state.desk.board().home(claim) is None
    assert again.get("/api/status").json()["outdated"] == 0


@pytest.mark.parametrize(
    ("kinds", "behind"),
    [
        (("flag", "undo"), 0), (("note", "skip", "accept"), 0), (("reject", "undo"), 2), (("reject", "accept"), 2),
        (("reject", "undo", "accept"), 2), (("reject", "accept", "accept"), 2), (("reject", "accept", "undo"), 3),
    ],
)  # fmt: skip
def test_behind_counts_what_would_change_incidents(desk_on: Made, kinds: tuple[str, ...], behind: int) -> None:
    client = signed_in(desk_on(), "Ada")
    first = told_by_many(client)[0]
    before = behind_of_old(client)
    for kind in kinds:
        if kind == "undo":
            client.post("/api/undo", json={})
        else:
            keep(client, decision(kind, first, why="words"))
    assert client.get("/api/status").json()["outdated"] == before + behind


def behind_of_old(client: TestClient) -> int:
    """How far incidents are behind that were made long ago: by every reading, and by all that is judged from now on."""
    with connect_to_write(client.app.state.desk.settings.ledger) as db:
        db.execute("UPDATE build SET made = '2020-01-01T00:00:00+00:00'")
    return int(client.get("/api/status").json()["outdated"])


def test_blind_decisions_and_their_undoings_leave_nothing_behind(desk_on: Made) -> None:
    client = signed_in(desk_on(), "Ada")
    claim = told_by_many(client)[0]
    before = behind_of_old(client)
    keep(client, decision("reject", claim, why="misread", coding="blind"))
    client.post("/api/undo", json={})
    assert client.get("/api/status").json()["outdated"] == before


def test_what_is_judged_while_incidents_are_derived_stays_behind(desk_on: Made) -> None:
    client: TestClient = signed_in(desk_on(), "Ada")
    desk, (first, second, *_) = client.app.state.desk, told_by_many(client)
    derive = desk.settings.derive

    def slowly(day: str, progress: Callable[[str, int], None]) -> None:
        derive(day, progress)
        keep(client, decision("reject", second, why="misread"))

    object.__setattr__(desk.settings, "derive", slowly)
    keep(client, decision("reject", first, why="misread"))
    client.post("/api/rebuild", json={})
    assert desk.deriver.wait(60)
    assert client.get("/api/status").json()["outdated"] == 1


def test_a_read_only_desk_says_who_derives_and_shows_what_they_derived(desk_on: Made) -> None:
    desk_on().app.state.desk.close()
    client = desk_on(read_only=True, derive=lambda _, __: pytest.fail("nothing may be derived"))
    for answer in (
        client.get("/api/overview?as_of=2020-02-02"),
        client.post("/api/moments", json={"as_of": "2020-02-02"}),
    ):
        assert answer.status_code == 403
        assert "contested reconcile --as-of 2020-02-02 --ledger ledger.db" in answer.json()["remedy"]
    assert "contested reconcile --ledger" in client.post("/api/rebuild", json={}).json()["remedy"]
    reconcile_ledger(client.app.state.desk.settings.ledger, PACKS, Moment("2020-02-02"))
    assert client.get("/api/overview?as_of=2020-02-02").status_code == 409
    assert derived(client, "2020-02-02").ready
    assert client.get("/api/overview?as_of=2020-02-02").status_code == 200


def test_incidents_that_another_program_derived_are_taken_up(desk_on: Made) -> None:
    client = signed_in(desk_on(), "Ada")
    claim = told_by_many(client)[0]
    keep(client, decision("reject", claim, why="misread"))
    reconcile_ledger(client.app.state.desk.settings.ledger, PACKS)
    client.get("/api/status")
    assert client.app.state.desk.deriver.wait(60)
    assert client.app.state.desk.board().home(claim) is None


def test_tables_of_an_earlier_day_know_no_more_than_that_day(desk_on: Made) -> None:
    client = desk_on()
    assert derived(client, "2020-02-02").ready
    for name in ("sources", "framing"):
        then, now = (
            client.get(f"/api/tables/{name}", params=at).json()["rows"] for at in ({"as_of": "2020-02-02"}, {})
        )
        assert 0 < len(then) < len(now)
