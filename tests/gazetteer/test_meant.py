"""What a place's name means when it is searched for."""

from __future__ import annotations

import pytest

from contested.gazetteer.lookup import Gazetteer
from contested.gazetteer.meant import meant_by


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Halab", ("Aleppo", "t:4", "t:5")),
        ("Aleppo", ("Aleppo", "t:4", "t:5")),
        ("the Idlib province", ("Idlib", "t:2", "t:3")),
        ("Syria", ("SY", "t:11")),
        ("Texas", ("Texas", "t:10")),
        ("Sarakib", ()),
        ("t:4", ()),
        (" ", ()),
    ],
)
def test_a_name_means_ids_countries_and_regions(small: Gazetteer, name: str, meant: tuple[str, ...]) -> None:
    assert meant_by(name, small) == meant
