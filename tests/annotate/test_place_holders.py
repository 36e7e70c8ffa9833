"""What the words round a name say contains it, and names that only the noun behind makes whole."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.annotate.places import find_places
from contested.model.annotations import PlaceMention


def places(annotator: Annotator, text: str) -> dict[str, PlaceMention]:
    """The places of a text by their names."""
    return {place.name: place for place in find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Shells hit the Karari locality of Omdurman.", "Karari locality", "SD"),
        ("Rockets landed in Baghdad's Green Zone.", "Green Zone", "IQ"),
        ("Gunmen raided Solhan, a village in Burkina Faso's Yagha province.", "Solhan", "BF"),
        ("A drone hit the southern Lebanese town of Khiam.", "Khiam", "LB"),
        ("Gunmen attacked the Burkinabe village of Solhan.", "Solhan", "BF"),
        ("The Syrian town of Palmyra fell.", "Palmyra", "SY"),
        ("A bomb went off in Valencia, in the Philippine province of Bukidnon.", "Valencia", "PH"),
        ("Rockets hit a base in Anbar.", "Anbar", "IQ"),
        ("Rebels took four soldiers in Tame, Arauca.", "Tame", "CO"),
        ("Rockets landed near the US embassy in Baghdad.", "US embassy", "IQ"),
    ],
)
def test_a_name_is_no_namesake_outside_of_what_contains_it(
    annotator: Annotator, text: str, name: str, country: str
) -> None:
    assert places(annotator, text)[name].country == country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen raided Kolofata in Cameroon's Far North region.", ["Kolofata", "Cameroon", "Far North region"]),
        ("Troops burnt a village in Cameroon's South-West region.", ["Cameroon", "South-West region"]),
        ("Drones hit a depot in Russia's Krasnodar Krai.", ["Russia", "Krasnodar Krai"]),
        ("Shells fell on the Bostan Diwan neighborhood.", ["Bostan Diwan neighborhood"]),
        ("Gunmen attacked Mocímboa da Praia in Cabo Delgado.", ["Mocímboa da Praia", "Cabo Delgado"]),
        ("Fighters attacked Kilo 5 village on Monday.", ["Kilo 5 village"]),
        ("Gunmen stormed Crocus City Hall near Moscow.", ["Crocus City Hall", "Moscow"]),
        ("Militants launched an attack on Kibbutz Beeri.", ["Kibbutz Beeri"]),
        ("Mortars hit the Halane base camp in Mogadishu.", ["Halane base camp", "Mogadishu"]),
        ("They raided Bajaur's Mamund tehsil.", ["Bajaur", "Mamund tehsil"]),
        ("They attacked the Plaine Savo camp in Ituri.", ["Plaine Savo camp", "Ituri"]),
        ("A bomb went off in Yala's Bannang Sata district.", ["Yala", "Bannang Sata district"]),
    ],
)
def test_names_of_several_words_are_whole(annotator: Annotator, text: str, names: list[str]) -> None:
    assert list(places(annotator, text)) == names


def test_a_region_known_only_with_its_noun_resolves(annotator: Annotator) -> None:
    found = places(annotator, "Gunmen raided a village in the Far North region.")["Far North region"]
    assert [c.place.id for c in found.candidates] == ["admin1:CM.12"]


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("In the Kupiansk direction, they attacked near Synkivka and Petropavlivka.", "Petropavlivka", "Kharkiv"),
        (
            "A bomb went off in the Mugunga displacement camp on the outskirts of Goma.",
            "Mugunga displacement camp",
            "North Kivu",
        ),
    ],
)
def test_a_direction_and_outskirts_tell_the_region(annotator: Annotator, text: str, name: str, region: str) -> None:
    assert places(annotator, text)[name].admin[:1] == (region,)


def test_the_bank_of_a_river_is_no_town_of_its_name(annotator: Annotator) -> None:
    place = places(annotator, "Troops hold the left bank of the Dnipro.")["Dnipro"]
    assert [c.place.kind for c in place.candidates] == ["river"]
