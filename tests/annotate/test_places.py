"""Places by form and context, on texts made for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from contested.annotate.pipeline import Annotator, annotations_of
from contested.annotate.place_words import english_words, place_words
from contested.annotate.places import find_places
from contested.model.annotations import ActorMention, PlaceMention
from contested.model.mention import Mention
from contested.model.report import Report


@pytest.fixture(scope="module")
def find(annotator: Annotator):  # type: ignore[no-untyped-def] # noqa: ANN201
    """The places of a text."""

    def places(text: str, *actors: ActorMention) -> list[PlaceMention]:
        return find_places(annotator.nlp.make_doc(text), annotator.gazetteer, actors)

    return places


def quotes(places: list[PlaceMention]) -> list[str]:
    """The words of the mentions."""
    return [p.mention.quote for p in places]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Troops entered the town of Qarzum on Monday.", ["Qarzum"]),
        ("Shells fell on the village of Um Zaytah and the village of Dahret Sawwan.", ["Um Zaytah", "Dahret Sawwan"]),
        (
            "Clashes were reported in Barqusha, Tall Nasrin and Khirbat Lawz.",
            ["Barqusha", "Tall Nasrin", "Khirbat Lawz"],
        ),
        ("The army took the villages of Rasm Hadda Kafr Lutah and Zawbar.", ["Rasm Hadda", "Kafr Lutah", "Zawbar"]),
        ("A rocket hit the al-Mashriq neighbourhood of Homs.", ["al-Mashriq", "Homs"]),
        ("Aircraft struck the Jurnah airbase at dawn.", ["Jurnah airbase"]),
        ("He spoke near Zalfaneh, a village no map shows.", ["Zalfaneh"]),
        ("The brief seizure of Zalfaneh was costly.", ["Zalfaneh"]),
        ("They fled the rebel stronghold of Zalfaneh.", ["Zalfaneh"]),
        ("Jets bombed the rebel stronghold Zalfaneh again.", ["Zalfaneh"]),
        ("Nine died in a gas attack on Zalfaneh this week.", ["Zalfaneh"]),
        ("Leaflets rained over Zalfaneh this week.", ["Zalfaneh"]),
        ("A lorry burnt at a well south of Hama said a witness.", ["Hama"]),
    ],
)
def test_places_that_no_gazetteer_knows_are_found_by_context(find, text: str, names: list[str]) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find(text)) == names


@pytest.mark.parametrize(
    "again",
    [
        "Qarzum was shelled all night.",
        "Rockets rained down over Qarzum.",
        "They left the stronghold of Qarzum.",
        "It hit besieged Qarzum Reuters reported.",
    ],
)
def test_a_name_told_as_a_towns_is_one_wherever_it_stands(find, again: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find(f"Troops entered the town of Qarzum on Monday. {again}")) == ["Qarzum", "Qarzum"]


@pytest.mark.parametrize("again", ["Market prices rose.", "Colonel Qarzum spoke.", "The Qarzum Centre closed."])
def test_a_word_or_a_persons_or_a_bodys_name_is_none(find, again: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find(f"Troops entered the village of Qarzum and the Market district. {again}"))[2:] == []


@pytest.mark.parametrize("word", ["Near", "Outside", "Around", "In"])
def test_a_preposition_that_opens_a_sentence_is_no_part_of_a_name(find, word: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert [place.mention.quote for place in find(f"{word} Homs, jets bombed a base.")] == ["Homs"]


def test_who_holds_an_office_for_a_region_is_no_place(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    found = find("Minister for the Middle East Tobias Ellwood condemned the attack in Homs.")
    assert "Tobias" not in " ".join(place.mention.quote for place in found)


def test_an_unknown_place_stays_unresolved(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find("Rebels hold the village of Qarzumiyat Wusta.")[0]
    assert place.candidates == ()
    assert (place.kind, place.country) == ("village", None)


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("Fighting went on in Saraqeb.", "Saraqib", (35.86, 36.81)),
        ("A convoy reached Ar-Raqqah.", "Ar Raqqah", (35.95, 39.01)),
        ("Shelling was heard in Deir al-Zor.", "Deir ez-Zor", (35.34, 40.14)),
        ("The front ran near Bakhmut.", "Bakhmut", (48.59, 38.0)),
    ],
)
def test_spellings_resolve(find, text: str, name: str, where: tuple[float, float]) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find(text)[0].candidates[0].place
    assert place.name == name
    assert (place.lat, place.lon) == pytest.approx(where, abs=0.1)


@pytest.mark.parametrize(
    "text",
    [
        "Jackson Hamilton told reporters that he would resign.",
        "President Lincoln Carter spoke for an hour.",
        "Turkish officials met Syrian officers in January.",
        "Nice weather and good reading made it a happy march.",
        "He was reading when the police came.",
        "The WHO and NATO said no more.",
    ],
)
def test_persons_peoples_and_common_words_are_no_places(find, text: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert find(text) == []


def test_a_place_inside_a_partys_name_is_no_place(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    text = "The Front for Syria fled from Homs."
    actor = ActorMention(Mention.of(text, 4, 19), "Front for Syria", "x-front", "rebel_group")
    assert quotes(find(text, actor)) == ["Homs"]


def test_two_words_may_name_one_village(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find("The army retook the town of Adan Yabaal on Monday.")) == ["Adan Yabaal"]
    assert quotes(find("The army retook the town of Homs Monday.")) == ["Homs"]


def test_an_armed_partys_own_name_is_no_place(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    text = "The army targeted a Hamas command centre in Homs."
    actor = ActorMention(Mention.of(text, 20, 25), "Hamas", "hamas", "rebel_group")
    assert quotes(find(text, actor)) == ["Homs"]


@pytest.mark.parametrize(
    ("text", "name", "relation", "precision"),
    [
        ("A bomb went off in Homs.", "Homs", "in", 1),
        ("A bomb went off near Homs.", "Homs", "near", 2),
        ("A bomb went off west of Homs.", "Homs", "west of", 2),
        ("A bomb went off in the eastern countryside of Homs.", "eastern countryside of Homs", "in", 2),
        ("A bomb went off in southern Syria.", "southern Syria", "in", 3),
        ("A bomb went off in Homs province.", "Homs province", "in", 3),
        ("A bomb went off in the Damascus suburbs.", "Damascus suburbs", "in", 2),
    ],
)
def test_shapes_of_vagueness(find, text: str, name: str, relation: str, precision: int) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find(text)[0]
    assert (place.name, place.relation, place.precision) == (name, relation, precision)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They crossed the Tishrin Dam.", "dam"),
        ("Trucks moved along the M5 highway.", "road"),
        ("Smoke rose over the Zuhur hospital in Homs.", "hospital"),
        ("Guards closed the Bab al-Hawa crossing.", "crossing"),
        ("Camps line the Turkish border.", "region"),
        ("Rockets landed near Base 27.", "base"),
    ],
)
def test_roads_dams_and_the_like_are_places_of_their_kind(find, text: str, kind: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert find(text)[0].kind == kind


def test_a_nations_capital_is_the_city(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find("Mortars fell on the Syrian capital.")[0]
    assert (place.name, place.mention.quote) == ("Damascus", "Syrian capital")


def test_the_text_chooses_among_namesakes(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    texas = find("The sheriff of Paris, Texas, closed the road to Dallas.")[0].candidates[0].place
    france = find("Ministers met in Paris, France.")[0].candidates[0].place
    assert (texas.country, france.country) == ("US", "FR")


def test_lost_commas_and_apostrophes_do_no_harm(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find("Jets bombed Syrias Idlib Homs and Hama on Friday.")) == ["Syria", "Idlib", "Homs", "Hama"]


@settings(max_examples=30)
@given(st.text(alphabet=st.sampled_from("ABab al-Homs'’. ,\nIdlib of town near é ش"), max_size=80))
def test_any_text_gives_true_mentions_in_order(annotator: Annotator, text: str) -> None:
    found = find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])
    assert all(text[p.mention.start : p.mention.end] == p.mention.quote for p in found)
    assert [p.mention.start for p in found] == sorted(p.mention.start for p in found)


def test_the_lexicon_is_sound() -> None:
    words = place_words()
    for group in (words.common, words.given, words.never, words.titles, words.strong, words.heads):
        assert group and all(word == word.lower() for word in group)
    assert set(words.kinds.values()) >= {"city", "village", "province", "road", "dam", "base", "crossing"}
    assert len(english_words()) > 5000


def test_the_pipeline_is_the_default_one(annotator: Annotator) -> None:
    assert isinstance(annotator.nlp, Language)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Deir Ezzor families wait for bread.", ["Deir Ezzor"]),
        ("Shelling kills six in Homs Monitor", ["Homs"]),
        ("A shell fell on the neighbourhood of Sheikh Barqan at noon.", ["Sheikh Barqan"]),
        ("Rockets hit the villages of al-Zarqash al-Barmuda Tall Sinnur and Qarzit.", 4),
        ("Fighting was heard in Zarfin Qalmash Birutan and Salqudah areas.", 4),
        ("The guns fired on al-Marzoun Hospital at night.", ["al-Marzoun Hospital"]),
        ("They met in the Lower Province of Aleppo.", ["Aleppo"]),
        ("Losses of the XQFs in the field were denied.", []),
        ("The road was open, according to Dali.", []),
    ],
)
def test_names_in_lists_and_headlines_that_lost_their_marks(find, text: str, names: list[str] | int) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    found = quotes(find(text))
    assert (len(found) if isinstance(names, int) else found) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mortar fire kills six in Syrias Quneitra", ["Syria", "Quneitra"]),
        ("Bomber kills nine outside a school in Syrias Hasakeh AFP Tuesday", ["Syria", "Hasakeh"]),
        ("Iraq Gunmen Seize Bridge", ["Iraq"]),
        ("Aleppos Orchard Massacre Continues", ["Aleppo"]),
        ("Council Declares Homs Disaster Area", ["Homs"]),
        ("Suicide Blasts Target Checkpoint near Homs", ["Homs"]),
        ("Double bomb attack kills 20", []),
    ],
)
def test_a_headline_in_capitals_gives_its_places_and_none_of_its_other_words(find, text: str, names: list[str]) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They hit posts in Arbin Douma Marj al-Warda Zabdun and Ain Tarma.",
            ["Arbin", "Douma", "Marj al-Warda", "Zabdun", "Ain Tarma"],
        ),
        ("Shelling of al-Fawwara and Kafaryun in Idlib wounded five.", ["al-Fawwara", "Kafaryun", "Idlib"]),
        ("Shares of Carmody and Blunt in Aleppo fell.", ["Aleppo"]),
    ],
)
def test_a_list_without_commas_is_governed_as_one(find, text: str, names: list[str]) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find(text)) == names


def test_what_stands_right_behind_a_town_with_an_article_is_no_far_village(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    text = "The army hit gunmen in Daraa al-Balad and Daraa al-Mahatta, and shells fell on Izra and Nawa."
    places = {place.name: place for place in find(text)}
    assert places["al-Balad"].candidates == ()
    assert places["Daraa"].candidates[0].place.country == "SY"


def test_governments_that_speak_leave_a_village_where_it_is(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    found = {place.name: place for place in find("Rebels shelled a market in Sarmin. Moscow accused Ankara of it.")}
    assert found["Sarmin"].candidates[0].place.country == "SY"


def test_a_peoples_name_tells_which_of_two_lands_is_meant(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    found = {place.name: place for place in find("Syrian gunmen, an activist said, shelled the town of Marea.")}
    assert found["Marea"].candidates[0].place.country == "SY"


@pytest.mark.parametrize(("text", "country"), [("A fire broke out in Columbus Ohio.", "US"), ("He left Hama Aleppo and Homs.", "SY")])  # fmt: skip # noqa: E501
def test_only_a_region_right_behind_a_town_holds_it(find, text: str, country: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    places = find(text)
    assert {place.candidates[0].place.country for place in places} == {country}
    assert places[0].candidates[0].place.population > 100_000


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on the Palestinian Zarnuq camp in Damascus.", ["Zarnuq camp", "Damascus"]),
        ("Fighters attacked the Syrian Kurdish city on Monday.", []),
        ("Jets hit districts in Syrias second city of Aleppo.", ["Syria", "Aleppo"]),
    ],
)
def test_a_peoples_name_is_no_part_of_a_places(find, text: str, names: list[str]) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    found = find(text)
    assert [place.name for place in found] == names
    assert all(place.candidates for place in found if place.name in ("Syria", "Aleppo", "Damascus"))


def test_a_quarter_whose_name_sounds_like_a_country_is_not_the_country(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    found = {place.name: place for place in find("Shells fell on al-Serian neighborhood in Aleppo city.")}
    assert found["al-Serian neighborhood"].candidates == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Saraqeb was heavily shelled by the army.", ["Saraqeb"]),
        ("Jarablus liberated from the militants.", ["Jarablus"]),
        ("A car bomb exploded in Saraqeb Sunday killing two.", ["Saraqeb"]),
        ("Ahmed was hit by a bullet.", []),
        ("Mortar Attack Targets Damascus School, Kills Children", ["Damascus"]),
    ],
)
def test_what_a_place_undergoes_tells_it(annotator: Annotator, text: str, names: list[str]) -> None:
    assert [p.mention.quote for p in find_places(annotator.nlp.make_doc(text), annotator.gazetteer, [])] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Two jets bombed a school in Oe Htein Kwin village at dawn.", "Oe Htein Kwin"),
        ("Gunmen stormed Kuryar Mota village on Monday.", "Kuryar Mota"),
    ],
)
def test_a_village_of_several_words_is_one_name(annotator: Annotator, text: str, name: str) -> None:
    found = annotations_of(annotator.annotate(Report("r", "r", text))).places
    assert [place.name for place in found] == [f"{name} village"]


def test_initials_for_a_thing_are_no_place(annotator: Annotator) -> None:
    text = "Security forces killed seven men in an IBO in North Waziristan."
    found = annotations_of(annotator.annotate(Report("r", "r", text))).places
    assert [place.name for place in found] == ["North Waziristan"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen opened fire on a bus near Port-au-Prince.", ["Port-au-Prince"]),
        ("A bomber struck a mosque in Pul-e-Khumri.", ["Pul-e-Khumri"]),
        ("Insurgents burned a village in Cabo Delgado on Monday.", ["Cabo Delgado"]),
        ("A base in Puerto Corrales was attacked.", ["Puerto Corrales"]),
        (
            "Gangs burned houses in Croix-des-Bouquets, Cité Soleil and Delmas.",
            ["Croix-des-Bouquets", "Cité Soleil", "Delmas"],
        ),
        ("A bomb hit a convoy on the Kirkuk–Baghdad road.", ["Kirkuk–Baghdad road"]),
        ("Rebels clashed with the army near Sake on Monday.", ["Sake"]),
        ("Warplanes raided Baalbek, Hermel and the outskirts of Tyre.", ["Baalbek", "Hermel", "Tyre"]),
        ("Two died near El Ade in Lower Shabelle.", ["El Ade", "Lower Shabelle"]),
        ("The guards fought with Ulmars and Wazendos near Goma.", ["Goma"]),
        ("Troops shelled Chasiv Yar, Ivanivske and Klishchiivka.", ["Chasiv Yar", "Ivanivske", "Klishchiivka"]),
        ("Five men were shot dead in neighbouring Michoacán.", ["Michoacán"]),
        ("In Deir ez Zor, the army shelled two markets.", ["Deir ez Zor"]),
        ("Soldiers raided a camp in the West Bank.", ["West Bank"]),
        ("The UN and the Red Cross confirmed an attack on the convoy.", []),
        ("The Red Cross said three of its workers were killed in Goma.", ["Goma"]),
        ("In Mir Ali, seven soldiers were killed.", ["Mir Ali"]),
        ("Gangs burned a market in Cite Soleil.", ["Cite Soleil"]),
        ("Troops of Operation Hadin Kai fought near Gwoza.", ["Gwoza"]),
        ("A farmer told Yangon Eye that troops had left Sagaing.", ["Sagaing"]),
    ],
)
def test_names_of_several_words_are_one_place(find, text: str, names: list[str]) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find(text)) == names


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Gunmen killed three people in Borno State.", "Borno", "state", "NG"),
        ("Gunmen killed three people in Norwick State.", "Norwick State", "province", None),
        ("Troops raided a camp in Blue Nile state and fled.", "Blue Nile", "state", "SD"),
        ("Bandits crossed into Niger State.", "Niger State", "state", "NG"),
        ("Shelling hit Kherson Oblast.", "Kherson Oblast", "province", "UA"),
    ],
)
def test_a_state_is_no_namesake_elsewhere(  # type: ignore[no-untyped-def]
    find,  # noqa: ANN001
    text: str,
    name: str,
    kind: str,
    country: str | None,
) -> None:
    place = find(text)[-1]
    assert (place.name, place.kind, place.country) == (name, kind, country)


@pytest.mark.parametrize(
    "text",
    ["The Homs state news agency told of it.", "She went to Homs State University.", "Fighters of Islamic State fled."],
)
def test_a_state_that_goes_with_what_follows_is_none(find, text: str) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert "State" not in " ".join(place.name.title() for place in find(text))


def test_a_noun_behind_one_place_tells_nothing_of_the_next(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert [place.kind for place in find("Fighting raged in Homs province, and Idlib.")] == ["province", "city"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Clashes broke out on the border between Armenia and Azerbaijan.", ["border between Armenia and Azerbaijan"]),
        ("Shells fell near Syria's border with Turkey.", ["border with Turkey"]),
        ("He crossed from Syria into Turkey.", ["Syria", "Turkey"]),
    ],
)
def test_a_border_is_told_by_the_lands_on_its_sides(find, text: str, names: list[str]) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    assert quotes(find(text)) == names


def test_a_border_has_no_countrys_pin(find) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    place = find("Troops massed along the border with Rwanda.")[0]
    assert (place.candidates, place.kind, place.relation) == ((), "region", "along")


def test_a_text_without_capitals_has_places(annotator: Annotator) -> None:
    text = "gunmen attacked a police post in san salvador on monday, killing three officers. fighting went on in lima."
    places = find_places(annotator.nlp.make_doc(text), annotator.gazetteer, ())
    assert quotes(places) == ["san salvador", "lima"]
