"""How far an incident's place is uncertain: what claims tell first, then what is known of its kind."""

from __future__ import annotations

import pytest

from contested.desk.board_entry import km_of, radii_of
from contested.model.incident import IncidentPlace


def place(id: str, precision: int, lat: float | None = 35.0) -> IncidentPlace:
    return IncidentPlace("Somewhere", id, lat, None if lat is None else 38.0, precision, 1)


@pytest.mark.parametrize(
    ("told", "km"),
    [
        ([("g:1", 23.0, 2)], 23.0),
        ([("g:1", 75.0, 4), ("g:1", 23.0, 2)], 23.0),  # the nearest that a claim tells
        ([("g:1", None, 6)], 250.0),  # a whole country is no circle of a town
        ([("g:1", None, 5), ("g:1", None, 6)], 100.0),
        ([("g:1", None, None)], 50.0),
        ([("g:2", 9.0, 2)], 50.0),
    ],
)
def test_the_radius_is_what_claims_tell(told: list[tuple[str, float | None, int | None]], km: float) -> None:
    assert km_of(place("g:1", 3), radii_of(told)) == km


def test_a_road_is_narrower_than_a_part_of_a_country() -> None:
    assert km_of(place("feature:road.ring-road", 3), radii_of([("feature:road.ring-road", None, 5)])) == 15.0


def test_a_named_town_and_a_place_without_a_point_have_none() -> None:
    radii = radii_of([("g:1", 8.0, 1)])
    assert km_of(place("g:1", 1), radii) == 0.0 and km_of(place("g:1", 3, None), radii) == 0.0
