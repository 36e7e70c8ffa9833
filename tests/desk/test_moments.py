"""As known on an earlier day, rebuilding, and starting on every kind of ledger."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from contested.desk.deriving import Deriver
from contested.desk.shapes.desk import MomentState
from contested.ledger.connection import connect_to_write
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
