"""What the desk says of itself, who works there, and the basemap it was started with."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import Made

from contested.model.codes import event_codes


def test_the_desk_says_what_it_serves(looking: TestClient) -> None:
    status = looking.get("/api/status").json()
    assert status["reports"] == 12 and status["incidents"] > 20
    assert status["sides"]["ankara"] and not status["deriving"]


def test_a_name_is_kept_for_the_session(desk_on: Made) -> None:
    client = desk_on()
    assert client.get("/api/status").json()["user"] is None
    client.post("/api/session", json={"user": "Ada"})
    assert client.get("/api/status").json()["user"] == "Ada"
    assert client.post("/api/session", json={"user": ""}).status_code == 422


@pytest.mark.parametrize("name", ["Zoë", "مريم", 'a; b="c"'])
def test_a_name_may_have_any_letters(desk_on: Made, name: str) -> None:
    client = desk_on()
    assert client.post("/api/session", json={"user": name}).json()["user"] == name
    assert client.get("/api/status").json()["user"] == name


def test_every_code_has_its_meaning(looking: TestClient) -> None:
    codes = {code["code"]: code["meaning"] for code in looking.get("/api/codes").json()}
    assert codes.keys() == event_codes().keys() and all(codes.values())


def test_a_basemap_file_is_served_by_ranges(desk_on: Made, tmp_path: Path) -> None:
    file = tmp_path / "map.pmtiles"
    file.write_bytes(bytes(range(200)))
    client = desk_on(basemap=str(file))
    status = client.get("/api/status").json()
    assert (status["basemap_kind"], status["basemap"]) == ("pmtiles", "map.pmtiles")
    answer = client.get("/api/basemap", headers={"range": "bytes=10-13"})
    assert answer.status_code == 206 and answer.content == bytes([10, 11, 12, 13])


def test_without_a_basemap_the_file_is_said_to_be_missing(looking: TestClient) -> None:
    answer = looking.get("/api/basemap")
    assert answer.status_code == 404 and "--basemap" in answer.json()["remedy"]
