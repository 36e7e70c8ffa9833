"""Namesakes: the report's own geography decides."""

from __future__ import annotations

import pytest

from contested.gazetteer.choose import Asked, choose
from contested.gazetteer.lookup import Gazetteer, Level, Match
from contested.gazetteer.lying import lies_in
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


def test_a_country_that_only_acts_is_no_ground_for_a_village_in_it() -> None:
    town = Place("p:1", "Norwick", 36.0, 37.0, "town", "SY", population=30_000)
    folded = Place("p:2", "Shalskoye", 61.0, 36.0, "village", "RU", population=700)
    russia = Place("p:3", "Russia", 60.0, 100.0, "country", "RU")

    def chosen(party: bool) -> bool:
        asked = [Asked([Match(folded, "strict")]), Asked([Match(town, "exact")]), Asked([Match(russia, "exact")])]
        asked[2].party = party
        return bool(choose(asked)[0])

    assert chosen(False)
    assert not chosen(True)


def test_a_capital_that_only_speaks_makes_no_village_remote() -> None:
    hamlet = Place("p:4", "Bab Nahra", 36.0, 37.0, "settlement", "SY")
    capitals = [Place(f"p:{i}", name, lat, 35.0, "city", land, population=5_000_000)
                for i, name, lat, land in ((5, "Ankara", 39.9, "TR"), (6, "Moscow", 55.8, "RU"))]  # fmt: skip
    for party in (False, True):
        asked = [Asked([Match(hamlet, "exact")]), *(Asked([Match(c, "exact")], party=party) for c in capitals)]
        assert bool(choose(asked)[0]) is party


def test_a_spelling_that_two_origins_give_outweighs_one_that_only_one_gives() -> None:
    one = Match(Place("p:7", "Norwick", 36.5, 36.9, "town", "SY", population=50_000), "exact")
    two = Match(Place("p:8", "Calder", 36.9, 38.4, "town", "SY", population=50_000), "exact", agreed=True)
    assert choose([Asked([one, two])])[0][0].place.id == "p:8"


@pytest.mark.parametrize(("lat", "chosen"), [(36.3, True), (37.2, False)])
def test_a_mosque_is_in_no_far_hamlet_of_its_name(small: Gazetteer, lat: float, chosen: bool) -> None:
    hamlet = Place("p:9", "Khalil", lat, 37.15, "settlement", "SY")
    assert bool(choose(asked_with(small, hamlet, kind="building"))[0]) is chosen


def test_a_town_stands_before_the_district_whose_seat_it_is() -> None:
    district = Match(Place("d:1", "Norwick", 36.70, 40.14, "district", "SY", population=170_000), "exact")
    seat = Match(Place("d:2", "Norwick", 36.85, 40.07, "settlement", "SY"), "exact")
    abroad = Match(Place("d:3", "Norwick", 36.85, 41.05, "town", "TR", population=30_000), "exact")
    ids = [
        choose([Asked([district, seat, abroad], kind), Asked([SYRIA])])[0][0].place.id for kind in (None, "district")
    ]
    assert ids == ["d:2", "d:1"]


SYRIA = Match(Place("c:1", "Syria", 35.0, 38.0, "country", "SY"), "exact")


def test_a_hamlet_lies_near_what_is_named_beside_it() -> None:
    hamlet = Match(Place("n:1", "Bab Nahra", 36.6, 38.0, "settlement", "SY"), "exact")
    near = Match(Place("n:2", "Norwick", 36.5, 37.9, "town", "SY", population=9_000), "exact")
    far = [Match(Place(f"n:{i}", f"Calder {i}", 34.5 + i / 10, 37.0, "town", "SY", population=9_000), "exact")
           for i in (3, 4)]  # fmt: skip
    asked = [Asked([match]) for match in (hamlet, *far, near)]
    assert choose(asked)[0]
    asked[0].around = {0, 1, 2}
    assert not choose(asked)[0]


@pytest.mark.parametrize(("kind", "region"), [("province", "Al-Hasakah"), ("city", "Hasaka (Al Haksa)")])
def test_a_region_holds_what_another_source_puts_there(kind: str, region: str) -> None:
    village = Place("l:1", "Tall Nahra", 37.05, 42.2, "settlement", "SY", (region,))
    assert lies_in(village, Place("l:2", "Hasakah", 36.5, 40.7, kind, "SY"))
    assert not lies_in(village, Place("l:3", "Raqqa", 36.5, 40.7, kind, "SY"))


def test_a_name_is_no_ground_for_its_own_meaning() -> None:
    syria = Match(Place("o:1", "Syria", 35.0, 38.0, "country", "SY"), "exact")
    here = Match(Place("o:2", "Norwick", 36.85, 40.07, "town", "SY", ("Hasakah",), 30_000), "exact")
    there = Match(Place("o:3", "Norwick", 39.0, -77.0, "town", "US", ("Maryland",), 60_000), "exact")
    assert choose([Asked([there, here], count=9), Asked([syria])])[0][0].place.id == "o:2"
