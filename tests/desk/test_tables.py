"""Lanes of control, tables, the brief."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import desk_of

from contested.desk.shapes.pages import BriefPage, LanePlace, Lanes, Table
from contested.desk.tables import spelled_once
from contested.model.incident import Holding


@pytest.mark.parametrize("name", ["framing", "words", "sources", "disputes", "tolls"])
def test_a_table_has_a_cell_for_every_column(looking: TestClient, name: str) -> None:
    table = Table.model_validate_json(looking.get(f"/api/tables/{name}").content)
    assert table.rows and all(len(row) == len(table.columns) for row in table.rows)


def test_places_of_control_lead_to_their_lanes(looking: TestClient) -> None:
    places = [LanePlace.model_validate(place) for place in looking.get("/api/control").json()]
    assert places and [p.claims for p in places] == sorted((p.claims for p in places), reverse=True)
    for place in places[:5]:
        lanes = Lanes.model_validate_json(looking.get(f"/api/control/{place.id}").content)
        assert len(lanes.holdings) == place.claims and lanes.name == place.name
        assert all(holding.place == place.id for holding in lanes.holdings)


def test_the_brief_is_a_page_without_scripts(looking: TestClient) -> None:
    page = BriefPage.model_validate_json(looking.get("/api/brief", params={"since": "2020-02"}).content)
    assert "<script" not in page.html and "Brief" in page.html


@pytest.mark.parametrize("address", ["control/nowhere", "tables/none", "brief?since=2020-13", "tables/sources?as_of=x"])
def test_what_is_not_there_is_said(looking: TestClient, address: str) -> None:
    answer = looking.get(f"/api/{address}")
    assert answer.status_code in (404, 422) and answer.json()["problem"]


def test_of_a_large_ledger_only_what_a_page_can_wait_for_is_made(
    desk_on: Callable[..., TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    client = desk_on()
    whole = client.get("/api/brief").json()["html"]
    monkeypatch.setattr("contested.desk.tables.MOST_CLAIMS", 10)
    monkeypatch.setattr("contested.desk.briefs.MOST_CLAIMS", 10)
    refused = client.get("/api/tables/sources")
    assert refused.status_code == 413 and "contested sources" in refused.json()["remedy"]
    assert client.get("/api/tables/disputes").status_code == 200
    assert "Brief" in client.get("/api/brief", params={"since": "2020-02-03"}).json()["html"] != whole
    monkeypatch.setattr("contested.desk.briefs.MOST_INCIDENTS", 1)
    assert client.get("/api/brief").status_code == 413


def test_a_holder_written_in_several_ways_has_one_lane() -> None:
    def held(holder: str) -> Holding:
        return Holding("p", "Marrin", holder, None, "held", None, None, "c", "s", None)

    told = [held(name) for name in ("insurgents", "Insurgent", "the insurgents", "insurgents", "Northern Army")]
    names = [holding.holder for holding in spelled_once(told, {"Northern Army"})]
    assert names == ["insurgents"] * 4 + ["Northern Army"]


def test_lanes_tell_which_holders_a_pack_knows(looking: TestClient) -> None:
    place = looking.get("/api/control").json()[0]["id"]
    lanes = Lanes.model_validate_json(looking.get(f"/api/control/{place}").content)
    names = {actor.name for actor in desk_of(looking).pack.actors.values()}
    assert set(lanes.known) == {holding.holder for holding in lanes.holdings} & names
