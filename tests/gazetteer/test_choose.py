"""Namesakes: the report's own geography decides."""

from __future__ import annotations

import pytest

from contested.gazetteer.choose import Asked, choose
from contested.gazetteer.lookup import Gazetteer, Level, Match
from contested.model.place import Place


def best(small: Gazetteer, *names: str, within: dict[int, int] | None = None) -> list[str | None]:
    """The id chosen for each name."""
    asked = [
        Asked(small.matches(name), None, [within[i]] if within and i in within else []) for i, name in enumerate(names)
    ]
    return [c[0].place.id if c else None for c in choose(asked)]


def test_size_decides_where_nothing_else_does(small: Gazetteer) -> None:
    assert best(small, "Paris") == ["t:8"]


def test_what_the_text_says_contains_it_decides(small: Gazetteer) -> None:
    assert best(small, "Paris", "Texas", within={0: 1})[0] == "t:9"


def test_the_country_of_the_report_decides(small: Gazetteer) -> None:
    assert best(small, "Tall Rahhal", "Aleppo", "Syria")[0] == "t:6"


def test_a_far_namesake_is_no_answer(small: Gazetteer) -> None:
    asked = [
        Asked(small.matches("Tall Rahal")[-1:]),
        Asked(small.matches("Syria"), count=5),
        Asked(small.matches("Idlib"), count=4),
    ]
    chosen = choose(asked)[0]
    assert not chosen or chosen[0].place.country == "SY"


def test_weights_sum_to_at_most_one_and_are_five_at_most(small: Gazetteer) -> None:
    for candidates in choose([Asked(small.matches(name)) for name in ("Paris", "Idlib", "Aleppo")]):
        assert 0 < len(candidates) <= 5
        assert sum(c.weight for c in candidates) <= 1.001
        assert list(candidates) == sorted(candidates, key=lambda c: -c.weight)


def test_no_matches_no_candidates() -> None:
    assert choose([Asked(())]) == [()]
    assert choose([]) == []


HAMLET = Place("h:1", "Bab Nahra", 36.02, 40.58, "settlement", "SY", ("Al-Hasakah",))
HERE = Place("h:2", "Bab Nahra", 36.19, 37.15, "settlement", "SY", ("Aleppo",))


def asked_with(small: Gazetteer, *places: Place, kind: str | None = None) -> list[Asked]:
    """A doubtful name, in a report about Aleppo and Saraqib."""
    return [Asked([Match(place, "exact") for place in places], kind)] + [
        Asked(small.matches(name), count=3) for name in ("Aleppo", "Saraqib", "Syria")
    ]


@pytest.mark.parametrize("kind", [None, "neighbourhood"])
def test_a_hamlet_far_from_all_the_report_names_is_no_answer(small: Gazetteer, kind: str | None) -> None:
    assert choose(asked_with(small, HAMLET, kind=kind))[0] == ()
    assert choose(asked_with(small, HERE, kind=kind))[0][0].place.id == "h:2"


def test_a_hamlet_is_an_answer_where_nothing_else_is_named(small: Gazetteer) -> None:
    asked = [Asked([Match(HAMLET, "exact")]), Asked(small.matches("Syria"))]
    assert choose(asked)[0][0].place.id == "h:1"


@pytest.mark.parametrize(("level", "chosen"), [("exact", True), ("strict", False)])
def test_one_place_elsewhere_outweighs_a_name_that_is_only_folded_to_fit(level: Level, chosen: bool) -> None:
    far = Match(Place("f:1", "Ez Zahra", 36.7, 10.3, "town", "TN", (), 5_000), level)
    city = Match(Place("c:1", "Aleppo", 36.2, 37.16, "city", "SY", (), 1_600_000), "exact")
    assert bool(choose([Asked([far]), Asked([city])])[0]) is chosen


def test_a_far_namesake_is_no_ground_for_itself(small: Gazetteer) -> None:
    far = Match(Place("f:1", "Bani Zarb", 32.0, 35.1, "town", "PS", (), 5_000), "exact")
    asked = [Asked([far], "district"), Asked([far], count=3)] + [
        Asked(small.matches(name), count=3) for name in ("Aleppo", "Saraqib", "Syria")
    ]
    assert choose(asked)[:2] == [(), ()]


def test_a_quarter_is_no_province(small: Gazetteer) -> None:
    asked = [Asked([Match(Place("p:1", "Eddin", 12.8, 45.0, "province", "YE"), "strict")], "neighbourhood")]
    assert choose([*asked, Asked(small.matches("Aleppo"))])[0] == ()
