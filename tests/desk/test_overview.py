"""The first page: counts, bins, cells, facets, lists, the shelf, labels."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from tests.desk.conftest import desk_of

from contested.desk.shapes.overview import IncidentList, Labels, Overview, Shelf


def overview(client: TestClient, **asked: object) -> Overview:
    answer = client.get("/api/overview", params=asked)
    assert answer.status_code == 200, answer.text
    return Overview.model_validate_json(answer.content)


def listed(client: TestClient, **asked: object) -> IncidentList:
    answer = client.get("/api/incidents", params=asked)
    assert answer.status_code == 200, answer.text
    return IncidentList.model_validate_json(answer.content)


def test_every_incident_is_counted_once_dated_or_not_placed_or_not(looking: TestClient) -> None:
    shown = overview(looking)
    assert shown.total == shown.everything == looking.get("/api/status").json()["incidents"] > 50
    assert sum(bin.incidents for bin in shown.bins) + shown.undated == shown.total
    assert sum(cell.incidents for cell in shown.cells) + shown.unresolved == shown.total
    assert sum(count.incidents for count in shown.facets.families) == shown.total


def test_a_selection_is_what_the_list_lists(looking: TestClient) -> None:
    for asked in ({"place": "saraqib"}, {"family": ["battles", "control"]}, {"disputed": True}, {"q": "village"}):
        shown, rows = overview(looking, **asked), listed(looking, **asked, limit=500)
        assert 0 < shown.total == rows.total == len(rows.rows) < shown.everything


@pytest.mark.parametrize("facet", ["actors", "events", "outlets", "sides", "places"])
def test_choosing_a_value_selects_as_many_as_it_says(looking: TestClient, facet: str) -> None:
    field = {"places": "place"}.get(facet, facet.removesuffix("s"))
    for count in getattr(overview(looking).facets, facet)[:5]:
        if not count.id.startswith("~"):
            assert overview(looking, **{field: count.id}).total == count.incidents, count


def test_days_select_what_overlaps_them_and_months_and_years_will_do(looking: TestClient) -> None:
    for row in listed(looking, since="2020-02", until="2020-02-15", limit=500).rows:
        assert row.start and row.end and row.start <= "2020-02-15" and row.end >= "2020-02-01"
    assert listed(looking, since="2020").total >= listed(looking, since="2020-02-03").total


@pytest.mark.parametrize("words", ['"', "NEAR(", "a OR", "*", "x" * 300, "' ; DROP TABLE row", "ü", "_", "\x00"])
def test_no_words_searched_for_are_an_error(looking: TestClient, words: str) -> None:
    overview(looking, q=words)


def test_the_beginning_of_a_word_finds_it(looking: TestClient) -> None:
    whole = {row.id for row in listed(looking, q="villages", limit=500).rows}
    assert whole and whole <= {row.id for row in listed(looking, q="villag", limit=500).rows}


def test_the_list_goes_on_where_it_stopped_in_every_order(looking: TestClient) -> None:
    for sort in ("reports", "newest", "oldest", "killed", "disputed"):
        whole = [row.id for row in listed(looking, sort=sort, limit=500).rows]
        parts = [
            row.id for at in range(0, len(whole), 20) for row in listed(looking, sort=sort, offset=at, limit=20).rows
        ]
        assert parts == whole and len(set(whole)) == len(whole)
    assert listed(looking, offset=100_000).rows == []


def test_what_is_not_told_comes_last(looking: TestClient) -> None:
    for sort, field in (("newest", "start"), ("oldest", "start"), ("killed", "killed")):
        told = [getattr(row, field) is not None for row in listed(looking, sort=sort, limit=500).rows]
        assert told == sorted(told, reverse=True)


def test_a_box_selects_and_a_view_only_cuts_the_cells(looking: TestClient) -> None:
    box = "36.5,35.5,37.2,36.2"
    selected, viewed = overview(looking, box=box), overview(looking, view=box, zoom=9)
    assert 0 < selected.total < selected.everything == viewed.total
    assert {cell.name for cell in viewed.cells} and all(35.5 <= cell.lat <= 36.2 for cell in viewed.cells)


def test_zooming_in_parts_cells_and_a_cell_of_one_names_its_incident(looking: TestClient) -> None:
    far, near = overview(looking, zoom=1).cells, overview(looking, zoom=12).cells
    assert len(far) < len(near)
    ids = {row.id for row in listed(looking, limit=500).rows}
    assert all((cell.id in ids) == (cell.incidents == 1) for cell in near)


def test_exact_places_are_never_counted_with_vague_ones(looking: TestClient) -> None:
    rows = listed(looking, limit=500).rows
    vague = sum(1 for row in rows if row.km > 0)
    assert 0 < vague == sum(cell.incidents for cell in overview(looking, zoom=0).cells if cell.km > 0)


def test_a_toll_is_a_range_or_nothing(looking: TestClient) -> None:
    for cell in overview(looking, zoom=14).cells:
        assert (cell.low is None) == (cell.high is None)
        assert cell.low is None or cell.high is None or cell.low <= cell.high


@pytest.mark.parametrize(
    "asked",
    [{"since": "2020-13"}, {"since": "2020-02-30"}, {"since": "soon"}, {"box": "1,2,3"}, {"nonsense": 1}, {"sure": 2},
     {"as_of": "2020-99-01"}, {"view": "1..,2,3,4"}],
)  # fmt: skip
def test_what_cannot_be_asked_is_said_with_a_remedy(looking: TestClient, asked: dict[str, Any]) -> None:
    answer = looking.get("/api/overview", params=asked)
    assert answer.status_code == 422 and answer.json()["problem"]


def test_values_that_nobody_has_select_nothing(looking: TestClient) -> None:
    for asked in ({"actor": "no-such"}, {"event": "x"}, {"family": "x"}, {"outlet": "x"}, {"place": "zzzz"}):
        shown = overview(looking, **asked)
        assert shown.total == 0 and shown.bins == [] and shown.cells == []


def test_unresolved_places_lie_on_the_shelf(looking: TestClient) -> None:
    shelf = Shelf.model_validate_json(looking.get("/api/shelf").content)
    assert shelf.total == len(shelf.rows) > 3
    assert [row.incidents for row in shelf.rows] == sorted((row.incidents for row in shelf.rows), reverse=True)
    first = shelf.rows[0]
    page = looking.get(f"/api/incidents/{first.first}").json()
    assert any(place["name"] == first.name and place["place"] is None for place in page["incident"]["places"])


def test_labels_are_the_largest_towns_of_a_box(looking: TestClient) -> None:
    rows = Labels.model_validate_json(looking.get("/api/labels?box=35.5,32,42.5,37.5&most=8").content).rows
    sizes = [row.population for row in rows]
    assert len(rows) == 8 and sizes == sorted(sizes, reverse=True) and "Aleppo" in {row.name for row in rows}
    assert looking.get("/api/labels?box=0,0").status_code == 422
    assert looking.get("/api/labels?box=-140.5,-55,-140,-54").json()["rows"] == []


def test_rows_that_were_read_are_held_and_forgotten_again(looking: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [row.id for row in listed(looking, limit=500).rows]
    monkeypatch.setattr("contested.desk.overviews.MOST_ROWS", 3)
    for offset in (0, 5, 2, 0):
        assert [row.id for row in listed(looking, limit=4, offset=offset).rows] == whole[offset : offset + 4]
    assert len(desk_of(looking).at().held) <= 3 + 4
