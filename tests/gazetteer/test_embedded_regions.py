"""The regions that the lexicon adds to the embedded gazetteer."""

from __future__ import annotations

from collections import Counter

from contested.annotate.pipeline import Annotator
from contested.gazetteer.embedded import read_data, read_lexicon


def test_every_region_has_settlements_that_tell_where_it_is() -> None:
    told = Counter((row["countrycode"], row["admin1code"]) for row in read_data("cities500.json").values())
    regions = read_lexicon("regions.toml")
    empty = [(iso, code) for iso, rows in regions.items() for code in rows if code != "kind" and not told[iso, code]]
    assert not empty


def test_no_name_stands_twice_in_a_country() -> None:
    for iso, rows in read_lexicon("regions.toml").items():
        names = Counter(name.casefold() for code, ways in rows.items() if code != "kind" for name in ways)
        assert max(names.values()) == 1, iso


def test_regions_at_war_are_known_by_name(annotator: Annotator) -> None:
    told = {"Chhattisgarh": "IN", "Nagorno-Karabakh": "AZ", "Apure": "VE", "Narathiwat": "TH", "North Ossetia": "RU"}
    for name, country in told.items():
        found = annotator.gazetteer.matches(name, "exact")
        assert any(m.place.country == country and m.own for m in found), name


def test_a_code_of_three_letters_is_no_name_of_a_country(annotator: Annotator) -> None:
    assert all(match.place.kind != "country" for match in annotator.gazetteer.matches("Est", "exact"))
