"""Where an event took place, on texts made for the purpose."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.context import Context, Event
from contested.claims.places.placed import place_nouns
from contested.claims.where import CARRIED, HERE, answer, model
from contested.model.report import Report


def where(annotator: Annotator, text: str, *events: tuple[str, str]) -> list[list[str]]:
    """The names of the places of each event, given as code and trigger words."""
    doc = annotator.annotate(Report("r-1", "one", text))
    spans = []
    at = 0
    for code, words in events:
        at = text.index(words, at)
        span = doc.char_span(at, at + len(words), alignment_mode="expand")
        assert span is not None
        spans.append(Event(code, span))
    context = Context(doc, doc.user_data["contested.report"], annotations_of(doc))
    return [[ref.name for ref in places] for places in answer(spans, context)]


@pytest.mark.parametrize(
    ("text", "code", "trigger", "names"),
    [
        ("Warplanes bombed a market in Saraqib on Monday.", "air_strike", "bombed", ["Saraqib"]),
        ("The army captured Khan Shaykhun after a week.", "territory_gained", "captured", ["Khan Shaykhun"]),
        ("Rebels shelled the city of Homs.", "shelling", "shelled", ["Homs"]),
        ("An attack on the village of Zarnuqa left six dead.", "attack", "attack", ["Zarnuqa"]),
        ("Turkey said the raid killed two men in Manbij.", "air_strike", "raid", ["Manbij"]),
        ("Rockets fired by militants fell in Izra.", "shelling", "Rockets fired", ["Izra"]),
    ],
)
def test_the_place_of_one_event(annotator: Annotator, text: str, code: str, trigger: str, names: list[str]) -> None:
    assert where(annotator, text, (code, trigger)) == [names]


@pytest.mark.parametrize(
    ("text", "code", "trigger"),
    [
        ("Turkey accused Iran of sending weapons.", "accusation", "accused"),
        ("France demanded an inquiry by experts.", "demand", "demanded"),
        ("The governor of Homs denied the report.", "denial", "denied"),
    ],
)
def test_a_speech_act_has_no_place(annotator: Annotator, text: str, code: str, trigger: str) -> None:
    assert where(annotator, text, (code, trigger)) == [[]]


def test_all_places_of_a_list_count(annotator: Annotator) -> None:
    text = "The army took the villages of Barqusha, Tall Nasrin and Khirbat Lawz."
    assert where(annotator, text, ("territory_gained", "took")) == [["Barqusha", "Tall Nasrin", "Khirbat Lawz"]]


def test_a_dateline_is_no_place(annotator: Annotator) -> None:
    text = "BEIRUT (Agency) A car bomb exploded in Idlib on Sunday."
    assert where(annotator, text, ("ied", "exploded")) == [["Idlib"]]


def test_the_most_exact_place_comes_first(annotator: Annotator) -> None:
    text = "Air strikes hit the town of Rastan in Homs province."
    assert where(annotator, text, ("air_strike", "Air strikes"))[0][0] == "Rastan"


def test_the_town_is_carried_over(annotator: Annotator) -> None:
    text = "Warplanes bombed Saraqib on Monday. Six people were killed in the town."
    assert where(annotator, text, ("air_strike", "bombed"), ("casualties", "killed")) == [["Saraqib"], ["Saraqib"]]


def test_the_city_of_a_quarter_is_carried_over(annotator: Annotator) -> None:
    text = "Mortars hit the Zahra neighbourhood of Homs on Monday. Four people were wounded there."
    assert where(annotator, text, ("shelling", "hit"), ("casualties", "wounded"))[0] == ["Zahra neighbourhood", "Homs"]


def test_every_answer_carries_its_words(annotator: Annotator) -> None:
    text = "Shells fell on Homs, said a doctor. The Syrian capital was calm, but Jobar was shelled."
    doc = annotator.annotate(Report("r-1", "one", text))
    span = doc.char_span(text.rindex("shelled"), text.rindex("shelled") + 7)
    assert span is not None
    context = Context(doc, doc.user_data["contested.report"], annotations_of(doc))
    for ref in answer([Event("shelling", span)], context)[0]:
        assert text[ref.mention.start : ref.mention.end] == ref.mention.quote


def test_no_events_no_answers(annotator: Annotator) -> None:
    assert where(annotator, "Nothing happened in Homs.") == []


@pytest.mark.parametrize(("one", "other"), [("The army", "The rebels"), ("Government forces", "Opposition forces")])
def test_swapping_parties_changes_nothing(annotator: Annotator, one: str, other: str) -> None:
    text = "{} shelled the town of Rastan, and the hospital in Homs was hit."
    events = (("shelling", "shelled"), ("shelling", "hit"))
    assert where(annotator, text.format(one), *events) == where(annotator, text.format(other), *events)


def test_the_lexicon_is_sound() -> None:
    assert all(word == word.lower() for group in place_nouns().values() for word in group)


@pytest.mark.parametrize("name", [HERE, CARRIED])
def test_the_models_are_there(name: str) -> None:
    assert 0.0 < model(name).threshold < 1.0


@pytest.mark.parametrize(
    ("text", "code", "trigger"),
    [
        ("Shells killed nine men; Ankara has acknowledged five.", "casualties", "five"),
        ("It was the worst clash since Turkey set up ten posts.", "base_established", "set up"),
        ("Howitzers hit 40 targets, the president said before he flew to Geneva.", "shelling", "hit"),
    ],
)
def test_a_government_that_acts_and_the_end_of_a_journey_are_no_place(
    annotator: Annotator, text: str, code: str, trigger: str
) -> None:
    assert where(annotator, text, (code, trigger)) == [[]]


def test_a_border_that_only_tells_where_a_town_lies_is_no_second_place(annotator: Annotator) -> None:
    text = "Warplanes bombed a market in the town of Zarnuqa near the Turkish border on Monday."
    assert where(annotator, text, ("air_strike", "bombed")) == [["Zarnuqa"]]


def test_a_border_alone_is_the_place(annotator: Annotator) -> None:
    assert where(annotator, "Fighters clashed near the Turkish border.", ("armed_clash", "clashed")) == [
        ["Turkish border"]
    ]


@pytest.mark.parametrize(
    ("text", "code", "trigger", "names"),
    [
        ("Jets bombed the town of Saraqib without telling Moscow.", "air_strike", "bombed", ["Saraqib"]),
        ("Troops loyal to Damascus entered Saraqib.", "deployment", "entered", ["Saraqib"]),
        ("Three men died in Idlib after talks between Paris and Ankara.", "casualties", "died", ["Idlib"]),
        ("Forty civilians were killed by Turkey near Saraqib.", "casualties", "killed", ["Saraqib"]),
        ("Rockets were fired at Damascus and three people died.", "shelling", "fired at", ["Damascus"]),
    ],
)
def test_a_government_that_is_spoken_to_or_dealt_with_is_no_place(
    annotator: Annotator, text: str, code: str, trigger: str, names: list[str]
) -> None:
    assert where(annotator, text, (code, trigger)) == [names]


@pytest.mark.parametrize(
    ("text", "code", "trigger", "names"),
    [
        ("Gunmen positioned in Jobar fired shells at Zamalka.", "shelling", "fired", ["Zamalka"]),
        ("The Nusra Front, a branch in the Levant, fired shells at Zamalka.", "shelling", "fired", ["Zamalka"]),
        ("Shells hit Salah Eddin neighbourhood of Aleppo.", "shelling", "hit", ["Salah Eddin neighbourhood", "Aleppo"]),
    ],
)
def test_where_a_force_stands_is_not_where_it_acts(
    annotator: Annotator, text: str, code: str, trigger: str, names: list[str]
) -> None:
    assert where(annotator, text, (code, trigger)) == [names]


@pytest.mark.parametrize(
    ("text", "code", "trigger", "names"),
    [
        (
            "The defence ministry in Moscow said it had shot down drones over Kursk.",
            "interception",
            "shot down",
            ["Kursk"],
        ),
        ("Two people were killed in Donetsk, officials said in Moscow.", "casualties", "killed", ["Donetsk"]),
        ("Police in Nairobi arrested 20 people in Kisumu.", "arrest", "arrested", ["Kisumu"]),
        ("Activists in Homs said shells hit a market.", "shelling", "shells hit", ["Homs"]),
        ("Drones hit a depot in Ryazan, some 200 km southeast of Moscow.", "air_strike", "hit", ["Ryazan"]),
        ("Two people were killed in Dikwa, 25 km east of Maiduguri.", "casualties", "killed", ["Dikwa"]),
        ("Troops were deployed along the border with Rwanda.", "deployment", "deployed", ["border with Rwanda"]),
        ("The army shelled Omdurman from the east bank of the Nile.", "shelling", "shelled", ["Omdurman"]),
        ("BEIRUT/DAMASCUS - A bomb killed ten people in Homs.", "bombing", "bomb", ["Homs"]),
        ("Kobane, on the border with Turkey, was shelled.", "shelling", "shelled", ["Kobane"]),
    ],
)
def test_seats_and_marks_of_the_way_are_no_places_of_an_event(
    annotator: Annotator, text: str, code: str, trigger: str, names: list[str]
) -> None:
    assert where(annotator, text, (code, trigger)) == [names]


def test_a_border_that_only_describes_a_town_told_elsewhere_is_no_place(annotator: Annotator) -> None:
    text = "Rebels entered Kobane on Monday. They took a town on the border with Turkey, a monitor said."
    assert "border with Turkey" not in where(annotator, text, ("territory_gained", "took"))[0]
