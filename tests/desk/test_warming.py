"""A desk that begins to serve: what everybody needs is there, and the interpreter is left as it was."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
from fastapi.testclient import TestClient
from tests.desk.conftest import PACKS, Made, settings_for

from contested.desk.app import create_app
from contested.desk.knowledge import Knowledge
from contested.desk.labels import Labels


def test_serving_begins_warm_and_leaves_the_interpreter_as_it_was(desk_on: Made, tmp_path: Path) -> None:
    desk_on()  # makes the board
    before = sys.getswitchinterval()
    app = create_app(settings_for(tmp_path / "ledger.db"))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert sys.getswitchinterval() < before
        assert app.state.desk.at().answers.held
        assert client.get("/api/overview").json()["total"] > 0
        box = {"box": "35,35,38,37", "most": 3}
        first = client.get("/api/labels", params=box).json()["rows"]
        assert len(first) == 3 and first == client.get("/api/labels", params=box).json()["rows"]
    assert sys.getswitchinterval() == before


def test_serving_begins_where_there_is_nothing_to_warm(bare_ledger: Path) -> None:
    settings = settings_for(bare_ledger, derive=lambda _, __: None)
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        assert client.get("/api/status").status_code == 200


def test_packs_are_held_for_a_moment() -> None:
    knowledge = Knowledge(PACKS)
    first = knowledge.pack
    assert knowledge.pack is first
    assert knowledge.held is not None
    knowledge.held = (0.0, first)
    assert knowledge.pack is first, "files that did not change are not read again"


def test_a_label_asked_for_twice_is_made_once() -> None:
    labels = Labels()
    box = (35.0, 35.0, 38.0, 37.0)
    with ThreadPoolExecutor(1) as elsewhere:  # the browser's tests keep a loop running in this thread
        first = elsewhere.submit(anyio.run, labels.within, box, 2).result()
    assert labels.answers.get((box, 2), lambda: b"made again") == first
