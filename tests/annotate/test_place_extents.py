"""How exactly a phrase tells where: codes, radii, the two ends of a stretch, the region of an unknown village."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.place_extents import extents
from contested.annotate.place_words import place_words
from contested.annotate.places import find_places
from contested.model.annotations import PlaceMention


@pytest.fixture(scope="module")
def find(annotator: Annotator):  # type: ignore[no-untyped-def] # noqa: ANN201
    """The places of a text, by their names."""

    def places(text: str) -> dict[str, PlaceMention]:
        return {p.name: p for p in find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])}

    return places


@pytest.mark.parametrize(
    ("text", "name", "codes", "radius"),
    [
        ("A bomb went off in Homs.", "Homs", (1, 1), 8.0),
        ("A bomb went off near Homs.", "Homs", (2, 2), 18.0),
        ("A bomb went off 12 km north of Homs.", "Homs", (2, 2), 20.0),
        ("A ship was seized 100 nautical miles west of Tartus.", "Tartus", (2, 2), 193.2),
        ("A bomb went off ten miles west of Homs.", "Homs", (2, 2), 23.0),
        ("The column moved towards Homs.", "Homs", (2, 2), 33.0),
        ("A bomb went off in the Old City of Homs.", "Old City of Homs", (1, 1), 8.0),
        ("Jets hit the western countryside of Homs.", "western countryside of Homs", (2, 2), 23.0),
        ("Jets hit areas of Homs.", "areas of Homs", (2, 3), 25.0),
        ("Jets hit the Homs region.", "Homs region", (2, 2), 23.0),
        ("Jets hit the east of Homs.", "east of Homs", (2, 2), 23.0),
        ("Jets flew to the east of Homs.", "Homs", (2, 2), 23.0),
        ("Jets hit the northern town of Saraqib.", "Saraqib", (1, 1), 3.0),
        ("Jets hit Homs province.", "Homs province", (3, 4), 75.0),
        ("Jets hit the Rastan district of Homs province.", "Rastan district", (2, 3), 25.0),
        ("Jets hit Syria.", "Syria", (3, 6), None),
        ("Jets hit northern Syria.", "northern Syria", (3, 5), None),
        ("Mines lay along the M5 highway.", "M5 highway", (3, 5), None),
        ("A boat sank in the Euphrates River.", "Euphrates River", (3, 5), None),
        ("A ship burnt in the Mediterranean Sea.", "Mediterranean Sea", (3, 7), None),
        ("Guards left the Bab al-Hawa crossing.", "Bab al-Hawa crossing", (1, 1), 1.0),
        ("Water rose behind Tishrin Dam.", "Tishrin Dam", (1, 1), 2.0),
        ("A jet left Khmeimim air base.", "Khmeimim air base", (1, 1), 2.0),
        ("A shell hit Hama military airport.", "Hama military airport", (2, 2), 23.0),
    ],
)
def test_codes_and_radii(find, text: str, name: str, codes: tuple[int, int], radius: float | None) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find(text)[name]
    assert ((place.precision, place.where_prec), place.radius_km) == (codes, radius)


@pytest.mark.parametrize(
    "text",
    ["A mine lay between Saraqib and Maarat al-Numan.", "Guns covered the road from Saraqib to Maarat al-Numan."],
)
def test_both_ends_of_a_stretch_are_between_and_half_of_it_wide(find, text: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    places = find(text)
    for name in ("Saraqib", "Maarat al-Numan"):
        assert (places[name].relation, places[name].precision, places[name].where_prec) == ("between", 2, 5)
        assert places[name].radius_km == pytest.approx(14.5, abs=2.0)


@pytest.mark.parametrize(
    ("text", "village", "admin"),
    [
        ("Rebels held the village of Tall Qarmuz in western Aleppo.", "Tall Qarmuz", ("Aleppo",)),
        ("Soldiers took Kafr Waznah in the southern countryside of Idlib.", "Kafr Waznah", ("Idlib",)),
        ("Six died in Kafr Zahran, a village in Latakia province.", "Kafr Zahran", ("Latakia",)),
        ("Fighters left the village of Umm Zaytunat near Saraqib.", "Umm Zaytunat", ("Idlib",)),
    ],
)
def test_an_unknown_village_has_the_region_of_the_text(find, text: str, village: str, admin: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find(text)[village]
    assert place.candidates == ()
    assert (place.country, place.admin, place.precision, place.where_prec) == ("SY", admin, 3, 4)


def test_a_quarter_of_a_town_has_the_towns_radius(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find("Shells hit a neighbourhood of Latakia in Syria.")
    assert [p.radius_km for name, p in place.items() if "Latakia" in name] == [extents().radius["city"]]


def test_two_names_of_one_place_contain_nothing(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find("They fought in the city of Deir El-Zour (Deir ez-Zor), Syria.")["Deir El-Zour"]
    assert (place.candidates[0].place.kind, place.country) == ("city", "SY")


def test_an_unknown_village_without_a_region_has_no_radius(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find("Rebels held the village of Tall Qarmuz.")["Tall Qarmuz"]
    assert (place.candidates, place.country, place.admin) == ((), None, ())


@pytest.mark.parametrize("phrase", ["Turkish border", "Syrian coast", "Lebanese frontier"])
def test_the_edge_of_a_country_has_no_pin(find, phrase: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find(f"Trucks were seen near the {phrase}.")[phrase]
    assert (place.candidates, place.radius_km, place.precision) == ((), None, 3)
    assert place.country is not None


def test_the_lexicon_is_sound() -> None:
    known = extents()
    assert set(known.added) == {"near", "direction", "toward", "part"}
    assert set(known.where_prec.values()) <= set(range(1, 8))
    assert set(place_words().kinds.values()) <= set(known.where_prec)
    assert all(radius > 0 for radius in known.radius.values())
