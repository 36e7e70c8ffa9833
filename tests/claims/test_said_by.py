"""Who says so: attributions found, speakers resolved, voices over events."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.annotate.pipeline import Annotator, annotations_of
from contested.annotate.sentences import mark_sentences
from contested.claims.context import Context, Event
from contested.claims.said_by import answer, find_attributions
from contested.claims.voices.speaker_bounds import speaks
from contested.claims.voices.weigh import learnt_choice
from contested.claims.words.speech import read_speech, speech, stem
from contested.model.annotations import ActorMention, Annotations, PlaceMention
from contested.model.errors import PackError
from contested.model.mention import Mention
from contested.model.report import Report
from contested.model.source import Source


def context_of(
    annotator: Annotator,
    text: str,
    publisher: str | None = None,
    actors: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
) -> Context:
    """The context of a text whose only annotations are actors and places, given by their words."""
    doc = annotator.nlp(mark_sentences(annotator.nlp.make_doc(text)))
    mentions = tuple(
        ActorMention(Mention.of(text, at, at + len(words)), words, "id-" + words.lower(), "government")
        for words in actors
        if (at := text.find(words)) >= 0
    )
    named = tuple(PlaceMention(Mention.of(text, at, at + len(w)), w) for w in places if (at := text.find(w)) >= 0)
    annotations = Annotations(actors=mentions, places=named)
    report = Report("r-1", "1", text, publisher=publisher)
    return Context(doc, report, annotations, find_attributions(doc, annotations))


def chain(annotator: Annotator, text: str, trigger: str, **given: object) -> tuple[Source, ...]:
    """The voices over the last occurrence of a trigger's words."""
    context = context_of(annotator, text, **given)  # type: ignore[arg-type]
    at = text.rfind(trigger)
    span = context.doc.char_span(at, at + len(trigger), alignment_mode="expand")
    return answer([Event("attack", span)], context)[0]


def names(annotator: Annotator, text: str, trigger: str, **given: object) -> list[str]:
    """The names of the voices over a trigger, outermost first."""
    return [source.name for source in chain(annotator, text, trigger, **given)]


@pytest.mark.parametrize(
    ("text", "trigger", "innermost"),
    [
        ("Residents said that shells hit the market.", "hit", "Residents"),
        ("The monitoring group on Sunday said shells hit the market.", "hit", "monitoring group"),
        ("The army denies using the shells which rights groups say hit the market.", "hit", "rights groups"),
        ("Shells hit the market, residents said on Monday.", "hit", "residents"),
        ("A 62-year-old farmer said shells hit the market.", "hit", "62-year-old farmer"),
        ("Shells hit the market on Monday residents said.", "hit", "residents"),
        ("Shells hit the northern market on Monday a medical source said.", "hit", "medical source"),
        ("According to the ministry, shells hit the market.", "hit", "ministry"),
        ("The mayor said there were no deaths, but hospital staff reported that shells hit it.", "deaths", "mayor"),
        ("The rebels said shells hit the market; the army acknowledged the deaths of nine.", "hit", "rebels"),
        ("The rebels said shells hit the market; the army acknowledged the deaths of nine.", "deaths", "army"),
        ("Shells hit the market, according to Riverside Radio.", "hit", "Riverside Radio"),
        ("“Shells hit the market,” said the mayor.", "hit", "mayor"),
        ('"Shells hit the market," Colonel Adam Marlow told reporters.', "hit", "Colonel Adam Marlow"),
        ("The opposition accused the army of shelling the market.", "shelling", "opposition"),
        ("The army denied shelling the market.", "shelling", "army"),
        ("The Northern Watch cited local residents as saying shells hit the market.", "hit", "local residents"),
        ("Shells hit the market, Riverside Radio reported, citing a police officer.", "hit", "police officer"),
        ("Shells hit the market: activists\n\nNothing else is known.", "hit", "activists"),
        ("Shells kill nine near the old market activists\n\nNothing else is known.", "kill", "activists"),
        ("The group reported heavy clashes near the bridge.", "clashes", "group"),
        (
            "Harlow's Defence Ministry said nine men fell. The interior ministry said shells hit the port.",
            "hit",
            "interior ministry",
        ),
        ("The Northern Liberation Army said it held the hill. The army said shells hit the port.", "hit", "army"),
        ("One leader called for help. Another, Anna Marlow, said shells hit the port.", "hit", "Anna Marlow"),
        (
            "The mayor attributed the raid to the Front, though officials said the Harlow Guard could have struck.",
            "struck",
            "officials",
        ),
        (
            "A raid killed two men, the local Harlow Response Room, one of hundreds of volunteer groups, said.",
            "raid",
            "Harlow Response Room",
        ),
        ("Four dead in suicide bombing in Norwick: security sources", "suicide", "security sources"),
        ("Nine militants killed in clashes near Harlow: MoD", "clashes", "MoD"),
        ("Defenders repulsed another assault near Harlow - General Staff", "assault", "General Staff"),
        ("Four soldiers killed in clashes, nine wounded - Basurin", "clashes", "Basurin"),
        ("Northern forces kill nine militants in clashes -military", "clashes", "military"),
        ("Harlow officials: two attacks kill at least 12 troops", "attacks", "Harlow officials"),
        ("Medics have reported deaths and injuries in the port.", "deaths", "Medics"),
        ("Local media reported casualties in the raid on the port.", "raid", "Local media"),
        ("Men walk by ruins. (Riverside Agency) Harlow Watch says shells hit the port.", "hit", "Harlow Watch"),
        ("Two guards were hurt in the raid the ministry was quoted as saying.", "raid", "ministry"),
        ("Adam Marlow who heads the Harlow Institute said the raid hit the market.", "hit", "Adam Marlow"),
        ("A photographer saw the rubble of a house destroyed by a raid.", "raid", "photographer"),
        ("According to a new toll from the Harlow Institute the raid killed nine.", "raid", "Harlow Institute"),
        ("Citing local medics, the Harlow Times said nine people were killed.", "killed", "local medics"),
        ("Inspectors found that gas had been used in the town.", "gas", "Inspectors"),
        ("Thirty men were killed in the raid said a rights group that tracks the war.", "raid", "rights group"),
        ("12 dead in Harlow raid says monitor", "raid", "monitor"),
        ("A bomb hit the gate, according to an army report seen by Norwick News.", "hit", "army report"),
        ("The Islamic State Norwick Province said it shelled the base.", "shelled", "Islamic State Norwick Province"),
        (
            "Nine died in clashes with the army and allied Norwick militias, said Anna Marlow, a civil leader.",
            "clashes",
            "Anna Marlow",
        ),
        ("The ministry has accused the rebels of shelling Harlow, a charge the rebels deny.", "shelling", "ministry"),
        ("The Observatory said fighters from the Red Group (RG) attacked the village.", "attacked", "Observatory"),
        (
            "Units retook the town after the gunmen were beaten a source on the ground announced on Sunday.",
            "retook",
            "source on the ground",
        ),
        ("The ministrys statement said rebels attacked the base.", "attacked", "ministry"),
        (
            "State television said a bomb had killed nine people, blaming rebels for the attack.",
            "bomb",
            "State television",
        ),
    ],
)
def test_the_innermost_speaker_is_found(annotator: Annotator, text: str, trigger: str, innermost: str) -> None:
    assert names(annotator, text, trigger)[-1:] == [innermost]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The ministry could not confirm the raid.", "raid"),
        ("The hospital admitted 30 people after the raid.", "raid"),
        ("Rebels hit the town in a raid as the office warned of a long war.", "raid"),
        ("The army says it hit the port; ship sunk in raid off Norwick\n\nMore follows.", "raid"),
        ("Shells hit the market on Monday.", "hit"),
        ("The army accused the rebels of shelling the market.", "accused"),
        ("The ministry has accused the rebels of shelling Harlow, a charge the rebels deny.", "accused"),
        ("The army said rebels had shelled the town, which the rebels denied.", "denied"),
        ("The mayor accused the army of killing prisoners, which its spokesman dismissed.", "dismissed"),
        ("Officials say the army burned villages, allegations the ministry has rejected.", "rejected"),
        ("The rebels claimed responsibility for the bombing.", "bombing"),
        ("The army responded with an attack on the village.", "attack"),
        ("The bomb claimed the lives of nine people in the market.", "bomb"),
        ("Residents said the road was closed. Shells hit the market later.", "hit"),
        ("33 men claimed in Harlow in fierce fighting", "fighting"),
        ("In June the group declared a state in the land that it holds.", "holds"),
        ("The raids were told apart according to their shape and height.", "raids"),
        ("According to the deal both sides would stop fighting each other.", "fighting"),
        ("A watchdog said 23 reporters had been killed since the conflict began in May.", "conflict"),
        ("The army denied accusations of shelling the market.", "accusations"),
        ("The army rejected a report on the massacre in Harlow.", "massacre"),
        ("The militia rarely comments on its attacks.", "attacks"),
        ("Neither side has claimed to have taken the hill.", "taken"),
        ("No official said that the rebels had taken the hill.", "taken"),
        ("The army did not say who carried out the attack on the convoy.", "attack"),
        ("The colonel declined to say how many soldiers were killed in the raid.", "raid"),
        ("The cabinet neither confirmed nor denied the strike on the mill.", "strike"),
        ("The ministry did not deny that its troops fired on the crowd.", "fired"),
    ],
)
def test_what_the_author_asserts_has_no_speaker(annotator: Annotator, text: str, trigger: str) -> None:
    assert names(annotator, text, trigger) == []


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("Mayor Adam Marlow said the bridge fell. He added that shells hit the market.", "hit", "Mayor Adam Marlow"),
        (
            "A source at the border post said the bridge fell. The source added that shells hit the market.",
            "hit",
            "source at the border post",
        ),
        (
            "The Marlow Observatory for Human Rights said the bridge fell. The monitor said shells hit the market.",
            "hit",
            "Marlow Observatory for Human Rights",
        ),
        ('"The bridge fell," the mayor said. "Shells hit the market at noon."', "hit", "mayor"),
        ("The bridge fell, the mayor said. We saw how shells hit the market.", "hit", "mayor"),
        (
            "The army said a bridge fell. The official Harlow agency said it shook. It said shells hit the market.",
            "hit",
            "official Harlow agency",
        ),
        (
            "Villagers said a bridge fell. The army had blamed them when shells hit the market, they said.",
            "hit",
            "Villagers",
        ),
        (
            "The Harlow Ministry said it fell. Pavel Marlow said nine died. The ministry said shells hit the market.",
            "hit",
            "Harlow Ministry",
        ),
    ],
)
def test_a_voice_goes_on(annotator: Annotator, text: str, trigger: str, speaker: str) -> None:
    assert names(annotator, text, trigger)[-1:] == [speaker]


def test_who_a_told_clause_is_about_may_tell_it(annotator: Annotator) -> None:
    text = "The coalition carried out nine raids, it said in a statement."
    assert names(annotator, text, "raids") == ["coalition"]


@pytest.mark.parametrize("trigger", ["horrific attack", "shelled", "struck"])
def test_a_statement_without_marks_is_told_to_its_end(annotator: Annotator, trigger: str) -> None:
    text = (
        "The Harlow minister, Anna Marlow, said:\n\nIt was a horrific attack. I mourn the dead.\n\n"
        "Rebels shelled the port. Jets struck the market."
    )
    assert names(annotator, text, trigger) == ["Anna Marlow"]


def test_what_follows_a_statement_is_no_part_of_it(annotator: Annotator) -> None:
    text = "The minister said:\n\nI mourn the dead.\n\nNotes to editors\nRebels shelled the port."
    assert names(annotator, text, "shelled") == []


def test_a_label_tells_its_own_sentence_only(annotator: Annotator) -> None:
    text = "Norland: Rebels broke the truce nine times. Shells hit the market."
    assert names(annotator, text, "broke", actors=("Norland",)) == ["Norland"]
    assert names(annotator, text, "hit", actors=("Norland",)) == []


def test_two_tellers_share_a_sentence_that_lost_its_mark(annotator: Annotator) -> None:
    text = (
        "Nine men were killed when gunmen stormed the village a monitoring group said on Saturday Tuesdays raid took "
        "place after soldiers left the Marlow Observatory said."
    )
    assert names(annotator, text, "stormed")[-1:] == ["monitoring group"]
    assert names(annotator, text, "raid")[-1:] == ["Marlow Observatory"]


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        (
            "The Harlow Relief Association (HRA) opened a clinic. Shells hit the clinic, the HRA said.",
            "hit",
            "Harlow Relief Association",
        ),
        (
            "The foreign ministry said in a statement that talks had failed. Mayor Adam Marlow disagreed and said so. "
            "Shells hit the bridge, the statement said.",
            "hit",
            "foreign ministry",
        ),
        ("The Harlow Relief Association a charity said shells hit the clinic.", "hit", "Harlow Relief"),
        ("Riverside Radio reported heavy rain. The report said shells hit the market.", "hit", "Riverside Radio"),
        ("The Harlow Observatory reported heavy rain. The Norwick-based group said shells fell.", "fell", "Harlow"),
    ],
)
def test_a_short_name_means_the_full_one(annotator: Annotator, text: str, trigger: str, name: str) -> None:
    assert names(annotator, text, trigger)[-1].startswith(name)


@pytest.mark.parametrize(
    ("text", "trigger", "innermost"),
    [
        ("Riverside Radio gave a toll of nine dead.", "dead", "Riverside Radio"),
        ("The mayor put the number of the wounded at thirty.", "wounded", "mayor"),
        ("The fire, according to a police officer, spread and destroyed the market.", "destroyed", "police officer"),
        ("According to the statement shells also hit the market.", "hit", "statement"),
        ("Two houses were hit in the raid said the mayor adding that the fire was out.", "hit", "mayor"),
        (
            "A raid killed nine in the old town of Norwick on Monday state television said.",
            "killed",
            "state television",
        ),
        ("Marlow who runs the Norwick-based Observatory said shells hit the market.", "hit", "Marlow"),
        ("Shelling kills nine in Norwick hospital staff\n\nNothing else is known.", "kills", "hospital staff"),
    ],
)
def test_speakers_and_scopes_where_marks_were_lost(
    annotator: Annotator, text: str, trigger: str, innermost: str
) -> None:
    assert names(annotator, text, trigger)[-1:] == [innermost]


def test_a_speakers_own_blame_is_told_by_the_author(annotator: Annotator) -> None:
    assert names(annotator, "Shells hit the market, the mayor said, blaming the army.", "blaming") == []
    assert names(annotator, "Police say a mine hit a car in the north and blame the rebels.", "blame") == []
    assert names(annotator, "Police said rebels hit a car and blamed the army.", "blamed") == ["Police"]


def test_a_noun_between_which_somebody_speaks_is_told(annotator: Annotator) -> None:
    text = "Talks began a day after the attack which the ministry said killed nine people."
    assert names(annotator, text, "killed") == ["ministry"]
    assert names(annotator, text, "Talks") == []


def test_the_publisher_is_the_outermost_voice(annotator: Annotator) -> None:
    text = "Residents said that shells hit the market."
    first, last = chain(annotator, text, "hit", publisher="Riverside Radio")
    assert first == Source("Riverside Radio", "publisher")
    assert (last.name, last.kind) == ("Residents", "local")
    assert last.mention is not None
    assert last.cue is not None
    assert (last.mention.quote, last.cue.quote) == ("Residents", "said")


def test_voices_nest(annotator: Annotator) -> None:
    text = "Riverside Radio reported that the mayor said shells hit the market."
    assert names(annotator, text, "hit") == ["Riverside Radio", "mayor"]
    outer, inner = find_attributions(context_of(annotator, text).doc, Annotations())
    assert (outer.outer, inner.outer) == (None, 0)


def test_a_source_takes_the_actor_it_overlaps(annotator: Annotator) -> None:
    text = "The Marlow government said that shells hit the market."
    assert chain(annotator, text, "hit", actors=("Marlow government",))[-1].actor == "id-marlow government"


def test_hearsay_has_no_source(annotator: Annotator) -> None:
    text = "Shells reportedly hit the market on Monday."
    found = find_attributions(context_of(annotator, text).doc, Annotations())
    assert all(a.source == () and a.name is None for a in found)


@pytest.mark.parametrize("pair", [("rebels", "soldiers"), ("soldiers", "rebels")])
def test_parties_are_treated_alike(annotator: Annotator, pair: tuple[str, str]) -> None:
    first, second = pair
    text = f"The {first} said the {second} shelled the market, but the {second} denied shelling it."
    assert names(annotator, text, "shelled") == [first]
    assert names(annotator, text, "shelling") == [second]


WORDS = 'said the mayor , " “ ” : according to shells hit it . \n\n he'.split(" ")


@settings(max_examples=25)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_words_give_spans_of_the_text(annotator: Annotator, words: list[str]) -> None:
    text = " ".join(words)
    for attribution in find_attributions(annotator.nlp(mark_sentences(annotator.nlp.make_doc(text))), Annotations()):
        for mention in (*attribution.source, *attribution.cue, *attribution.content):
            assert text[mention.start : mention.end] == mention.quote


def test_the_lexicon_loads() -> None:
    words = speech()
    assert (words.verb("said"), words.verb("denies"), words.verb("claimed")) == ("tell", "deny", "doubt")
    assert words.roles["observatory"] == "monitor"
    assert not set(words.verbs) & {""}


def test_a_broken_lexicon_is_refused() -> None:
    with pytest.raises(PackError, match="verbs"):
        read_speech('[verbs]\nshout = "say"\n')


@pytest.mark.parametrize("forms", [("deny", "denies", "denied", "denying"), ("hope", "hopes", "hoped", "hoping")])
def test_forms_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


def test_the_weights_load() -> None:
    choice = learnt_choice()
    assert "say" in choice.known.verbs
    assert all(isinstance(w, float | int) for table in choice.weights.values() for w in table.values())


@pytest.mark.parametrize(
    ("text", "trigger", "innermost"),
    [
        ("A rights group, the Northern Watch, counted 21 dead farmers.", "dead", "Northern Watch"),
        ("The harbour agency placed the number of dead at 17.", "dead", "harbour agency"),
        ("Shells killed nine men; the ministry has acknowledged five.", "five", "ministry"),
        ("The governor put the toll at 12. The mayor later put the number at 19.", "number", "mayor"),
        (
            "A port source denied that a guard was killed and described the figures announced in Norwick as false.",
            "killed",
            "port source",
        ),
    ],
)
def test_who_gives_a_count(annotator: Annotator, text: str, trigger: str, innermost: str) -> None:
    assert names(annotator, text, trigger)[-1:] == [innermost]


def test_a_count_after_a_semicolon_leaves_the_clause_before_to_the_author(annotator: Annotator) -> None:
    assert names(annotator, "Shells killed nine men; the ministry has acknowledged five.", "Shells") == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Riverland gave another account. Its spokesman said that shells hit the market.", "id-riverland"),
        ("Riverland, a friend of Hillside, gave another account. Its envoy said that shells hit it.", "id-riverland"),
    ],
)
def test_whose_spokesman_speaks(annotator: Annotator, text: str, actor: str) -> None:
    assert chain(annotator, text, "hit", actors=("Riverland", "Hillside"))[-1].actor == actor


def test_who_does_not_mention_an_event_is_no_voice_of_it(annotator: Annotator) -> None:
    assert names(annotator, "The government did not mention the raid on the port.", "raid") == []


@pytest.mark.parametrize(
    ("text", "trigger", "innermost"),
    [
        ("Two raids on the town left another 30 injured Anna Marlow told Riverside Radio.", "raids", "Anna Marlow"),
        ("Adam Marlow a local health official said shells hit the market.", "hit", "Adam Marlow"),
        ("Shells hit the market, the mayor said according to his prepared statement.", "hit", "mayor"),
        ("Shells hit it, according to the state news agency Riverside.", "hit", "state news agency Riverside"),
        ("The mayor said a bomb went off. The clashes had spread to the river he continued.", "clashes", "mayor"),
        ("State media said the plane was hit. It added that the pilot was killed.", "killed", "State media"),
        ("The mayor told reporters a car bomb went off adding that gunmen stormed the station.", "stormed", "mayor"),
        ("“They hit the market. They are cruel to us,” said Dr Anna Marlow, a surgeon.", "hit", "Dr Anna Marlow"),
        ("Shells hit five people in the port district Reuters reported.", "hit", "Reuters"),
        ("Riverside Watch director Anna Marlow said shells fell. Nine died in the raid, she said.", "died", "Marlow"),
        ("Forty were hurt in the fire the Riverside Watch said a mill next to the besieged hill.", "besieged", "Watch"),
    ],
)
def test_speakers_whom_the_words_beside_hide(annotator: Annotator, text: str, trigger: str, innermost: str) -> None:
    assert names(annotator, text, trigger)[-1].endswith(innermost)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A video posted by rebels showed the wrecked market after the raid.", "raid"),
        ('The mayor said nobody was hurt. Norwick was once known as "the capital of the revolt".', "revolt"),
        ("Shells wounded six in the market the agency said blaming the army for the attack.", "blaming"),
        ("The war has claimed the lives of 12 and displaced hundreds.", "displaced"),
    ],
)
def test_neither_films_nor_happenings_nor_lone_words_in_marks_speak(
    annotator: Annotator, text: str, trigger: str
) -> None:
    assert names(annotator, text, trigger) == []


@pytest.mark.parametrize(
    ("name", "can"),
    [
        ("Riverside Watch", True),
        ("death toll", False),
        ("Losses of the army", False),
        ("clashes with militants", False),
        ("air strikes last week", False),
        ("", False),
    ],
)
def test_which_names_can_speak(name: str, can: bool) -> None:
    assert speaks(name) is can


@pytest.mark.parametrize(
    ("text", "trigger", "innermost"),
    [
        ("Shells hit Velin and wounded at least 50 a monitoring group said.", "Shells", ["monitoring group"]),
        ("They lost the hill they seized a day earlier the observers said.", "seized", ["observers"]),
        ("Shells killed at least 27 people on Monday activists said.", "Shells", ["activists"]),
        ("The group holds 40 per cent of the town and fighting goes on.", "fighting", []),
    ],
)
def test_no_number_and_no_share_is_a_speaker(
    annotator: Annotator, text: str, trigger: str, innermost: list[str]
) -> None:
    assert names(annotator, text, trigger)[-1:] == innermost


def test_a_group_that_fights_is_no_monitor(annotator: Annotator) -> None:
    text = (
        "The Syrian Observatory for Human Rights said Islamic State fighters took the base. "
        "On Thursday the jihadist group said it had shot down a warplane."
    )
    report = Report("r-1", "1", text)
    doc = annotator.annotate(report)
    annotations = annotations_of(doc)
    found = find_attributions(doc, annotations)
    assert [a.actor for a in found] == ["sohr", "isis"], [(a.name, a.actor) for a in found]


def test_what_is_reported_of_somebody_is_not_told_by_him(annotator: Annotator) -> None:
    assert names(annotator, "Army chief reported dead after raid on Homs", "raid") == []


@pytest.mark.parametrize(
    ("text", "innermost"),
    [
        ("The raid hit two villages which are controlled by RG activists said.", "activists"),
        ("The raid killed nine people in the province of Norwick state-run news agency said.", "state-run news agency"),
        ("The raid hit men who were plotting attacks abroad Harland Secretary of Defense Ashton Marlow said on Monday.",
         "Harland Secretary of Defense Ashton Marlow"),
        ("The raid hit a base and a joint operation followed on Sunday security sources said.", "security sources"),
        ("The raid killed nine people in Norwick the Northern centre for aid to the parties in Estmark said.",
         "Northern centre for aid to the parties in Estmark"),
        ("The raid was backed by fighters sources close to the army told Reuters earlier this month.",
         "sources close to the army"),
        ("The raid and heavy bombing went on for hours defense analysts say.", "defense analysts"),
        ("The raid left nine dead as fighting continued Syrian opposition activists and the extremist group said.",
         "Syrian opposition activists and the extremist group"),
        ("The raid killed nine people near the market the Norland-based watchdog said.", "Norland-based watchdog"),
        ("The raid killed nine people near the market; Reuters reported.", "Reuters"),
        ("NATO, which has 4,500 troops there, said the raid hit a market.", "NATO"),
        ("The raid killed nine men, the mayor said, one more than the army reported.", "mayor"),
        ("The raid hit a vehicle near Norwick; two fighters killed - local sources", "local sources"),
        ("The raid hit the port, two dead – SOHR", "SOHR"),
        ("The raid hit the port, per SOHR. More follows.", "SOHR"),
        ("The raid hit the base killing the Imam Adam al-Marlow state-run TV reported.", "state-run TV"),
        ("The raid killed nine people, medics at Al-Nur Martyrs Hospital said.", "medics at Al-Nur Martyrs Hospital"),
        ("The raid hit a depot near Norwick, its spokesman Adam Marlow said.", "spokesman Adam Marlow"),
        ("The raid killed nine people near the market the army said in a statement posted on its site.", "army"),
        ("The raid killed nine people near the market a monitoring group said Tags Norwick Estmark war.",
         "monitoring group"),
        ("The raid killed nine people near the market, an organisation tracking the war said on Friday.",
         "organisation"),
        ("The raid killed nine people, Radio Marlow quoted police as saying.", "police"),
        ("The raid killed nine people near the market the agency quoted a medic as saying on Monday.", "medic"),
        ("The raid hit the mill killing nine people residents said a day after monitors said ten had died in a fire.",
         "residents"),
        ("The raid hit men near the town of Norwick said the Marlow Watch for Human Rights a group close to exiles.",
         "Marlow Watch for Human Rights"),
        ("The raid ended before it reached the mill said the source stressing that nine men were dead.", "source"),
        ("The raid hit nine homes and 40 families fled, according to the IOM.", "IOM"),
        ("The army said the raid hit a hill, but rebels were still shelling the town, according to residents.", "army"),
        ("The raid hit a hill while nine rebels were captured, according to the mayor.", "mayor"),
        ("The raid killed nine civilians in eastern Norwick UNICEF said on Monday.", "UNICEF"),
        ("The raid killed nine people in a camp for displaced NGO\n\nMore follows.", "NGO"),
        ("Norland's foreign ministry told of it. The raid hit troops, the Estmark defence ministry said.",
         "Estmark defence ministry"),
        ("According to Norwick Farmers Association tanks and artillery were used in the raid.",
         "Norwick Farmers Association"),
    ],
)  # fmt: skip
def test_who_closes_a_sentence_that_lost_its_comma(annotator: Annotator, text: str, innermost: str) -> None:
    assert names(annotator, text, "raid", places=("Norwick", "Estmark"))[-1:] == [innermost]


def test_what_is_told_about_is_no_speaker(annotator: Annotator) -> None:
    text = "Speaking from Norwick activist Adam Marlow said explosions from rockets hitting the market were heard."
    assert names(annotator, text, "rockets") == ["Norwick activist Adam Marlow"]


def test_a_country_before_a_colon_may_only_tell_where(annotator: Annotator) -> None:
    text = "Norland: rebels hit town in raid, mayor says\n\nMore follows."
    assert names(annotator, text, "raid", actors=("Norland",)) == ["mayor"]


def test_a_ministry_is_no_organisation_that_shares_a_word_with_it(annotator: Annotator) -> None:
    text = "The World Health Organization confirmed the flood. A raid killed nine, the Health ministry said."
    assert names(annotator, text, "raid") == ["Health ministry"]


def test_an_office_speaks_as_it(annotator: Annotator) -> None:
    text = "The army held a hill. The ombudsman's office said the road was closed. A raid killed nine, it added."
    assert names(annotator, text, "raid") == ["ombudsman's office"]


@pytest.mark.parametrize(
    ("text", "trigger", "chained"),
    [
        ("Footage released by the news agency showed a helicopter being hit.", "hit", ["news agency"]),
        ("Residents shared pictures of houses hit by shells.", "hit", ["Residents"]),
        ("Photos published by the monitoring group showed houses hit by shells.", "hit", ["monitoring group"]),
        ("State TV broadcast images of bodies after the blast.", "blast", ["State TV"]),
        ("A video posted online by activists showed houses hit by shells.", "hit", ["activists"]),
        ("Norwick TV ran footage of houses hit by shells.", "hit", ["Norwick TV"]),
    ],
)
def test_who_puts_footage_out_tells_what_it_shows(
    annotator: Annotator, text: str, trigger: str, chained: list[str]
) -> None:
    assert names(annotator, text, trigger) == chained


@pytest.mark.parametrize(
    ("text", "trigger", "chained"),
    [
        ("The army is accused by rights groups of shelling the market.", "shelling", ["rights groups"]),
        (
            "The agency said jets bombed the port, as a journalist in Norwick said shells hit the market.",
            "hit",
            ["journalist in Norwick"],
        ),
        ("The agency said rockets fell as a resident said shells hit the market.", "fell", ["agency"]),
    ],
)
def test_a_speaker_whom_the_parse_took_for_another_phrase(
    annotator: Annotator, text: str, trigger: str, chained: list[str]
) -> None:
    assert names(annotator, text, trigger)[-1:] == chained


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A local activist who uses the name Abu Omar said shells hit the market.", "Abu Omar"),
        ("A resident, who gave his name only as Omar, said shells hit the market.", "Omar"),
        ("A Norwick-based activist identified as Abu Omar said shells hit the market.", "Abu Omar"),
        ("Adam Marlow, the manager of the clinic, said shells hit the market.", "Adam Marlow"),
        ("Adam Marlow the manager of the clinic said shells hit the market.", "Adam Marlow"),
        ("AGENCY/Stringer A human rights activist said shells hit the market.", "human rights activist"),
    ],
)
def test_speakers_go_by_their_names(annotator: Annotator, text: str, name: str) -> None:
    found = chain(annotator, text, "hit")
    assert [source.name for source in found] == [name]


def test_a_person_by_name_is_of_the_kind_that_the_role_tells(annotator: Annotator) -> None:
    found = chain(annotator, "A resident, who gave his name only as Omar, said shells hit the market.", "hit")
    assert [source.kind for source in found] == ["local"]


@pytest.mark.parametrize(
    ("text", "trigger", "innermost"),
    [
        ("The strike hit a bakery, a resident, quoted by Radio Marlow, said.", "strike", "resident"),
        ("The attack killed five, the mayor, speaking to reporters in Harlow, said.", "attack", "mayor"),
        ("Radio Marlow, citing medical sources, said shells hit the mill.", "hit", "medical sources"),
        ("The mill burned, with the UN recording 44 attacks on hospitals.", "attacks", "UN"),
        ("NCRD recorded more than 500 clashes in June.", "clashes", "NCRD"),
        (
            "Harlow's National News Agency (NNA): drone strikes mill in Estmark.",
            "strikes",
            "Harlow's National News Agency",
        ),
        (
            "Anna Marlow, an expert on arms, said sarin was used. It was a gas attack, says the expert.",
            "attack",
            "Anna Marlow",
        ),
        ("Omar Saleh, a baker, said gunmen came. The baker said they killed nine people.", "killed", "Omar Saleh"),
        (
            "The army spokesman said rebels hit a base. The official went on to say that two were killed.",
            "killed",
            "army spokesman",
        ),
        ("Nine fighters were killed by artillery, a Norland broadcaster claims.", "killed", "Norland broadcaster"),
        ("The news site Harlow Herald said rebels shelled the mill.", "shelled", "Harlow Herald"),
        ("The mayor made it clear that the raid would go on.", "raid", "mayor"),
        ("The mayor said the rebels must go and made clear that the raid would go on.", "raid", "mayor"),
        ("Ten dead in Harlow missile strike: mayor", "strike", "mayor"),
        ("Local sources: drone strike on a car in Harlow, two dead", "strike", "Local sources"),
        ("Per local sources, a drone struck a car in Harlow.", "struck", "local sources"),
        ("The Marlow Network recorded the deaths of 12 civilians in May.", "deaths", "Marlow Network"),
        ("The NCRD accused the army of war crimes, including the shelling of a camp.", "shelling", "NCRD"),
        ("The council denounced a strike on Harlow airport that it said killed nine.", "strike", "council"),
        ("UNRWA said two of its staff were shot. The agency said nine others were killed.", "killed", "UNRWA"),
        (
            "Anna Marlow, the mayor, said nine people died. According to her, two men were arrested.",
            "arrested",
            "Anna Marlow",
        ),
        ("The newspaper Herald, quoting a medical source, reported that nine people died.", "died", "medical source"),
        ("Nine people died, a local administrator and an elder said.", "died", "local administrator and an elder"),
        (
            "The attack is known, said Anna Marlow, head of a union. A group said it attacked the mill.",
            "attacked",
            "group",
        ),
        ("NCRD assesses that troops shelled the mill.", "shelled", "NCRD"),
        ("An NCRD report accused Norland of sending troops north.", "sending", "NCRD"),
        ("The group took the mill, its founder Pavel Marlow claimed.", "took", "founder Pavel Marlow"),
        ("The raid hit a clinic in a strike that killed 13 people MSF said.", "raid", "MSF"),
        (
            "A mill burned, the Marlow Watch - which has staff there - said. It added that shells hit.",
            "hit",
            "Marlow Watch",
        ),
        ("Shells hit a mill, according to the Marlow Watch which tracks the war.", "hit", "Marlow Watch"),
        ("A nurse corroborated that account saying she heard blasts.", "blasts", "nurse"),
        ("Sources told Radio Marlow that the militia fled adding that a raid was under way.", "raid", "Sources"),
        ("The council said the army still shells the port, citing the raid on the mill.", "raid", "council"),
    ],
)
def test_speakers_by_what_stands_beside_them(annotator: Annotator, text: str, trigger: str, innermost: str) -> None:
    assert names(annotator, text, trigger)[-1:] == [innermost]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("There were no injuries or damage reported.", "injuries"),
        ("The war went on, with militants burning homes in Harlow.", "burning"),
        ("The bombing drove out civilians estimated at 900.", "bombing"),
        ("The army has rejected the rebel claims.", "rejected"),
        ("They were the latest of 900 dead since envoys passed a text ordering an end to sieges.", "sieges"),
    ],
)
def test_neither_things_nor_doers_tell(annotator: Annotator, text: str, trigger: str) -> None:
    assert names(annotator, text, trigger) == []


def test_he_is_whom_the_sentence_before_is_about(annotator: Annotator) -> None:
    text = "Residents said help was late. The mayor called for aid in a message. Shells hit the market, he said."
    assert names(annotator, text, "hit") == ["mayor"]


def test_the_head_of_something_else_is_another(annotator: Annotator) -> None:
    text = "The Harlow Observatory said nine died. The head of the Marlow tribe said shells hit the market."
    assert names(annotator, text, "hit") == ["head of the Marlow tribe"]
    text = "Adam Marlow, head of the Harlow Observatory, said nine died. The head of the monitor said shells hit it."
    assert names(annotator, text, "hit") == ["Adam Marlow"]


def test_we_are_those_who_called_for_help(annotator: Annotator) -> None:
    text = "Residents said help was late. The elders called for aid. We saw how shells hit the market."
    assert names(annotator, text, "hit") == ["elders"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("#Norwick: shells hit the camp, per the Emergency Room.", "Emergency Room"),
        ("AP Norland's state TV has said shells hit the camp.", "Norland's state TV"),
        ("The army in an online statement said shells hit the camp.", "army"),
        ("The Harlow Observatory for Rights [HOR] said shells hit the camp.", "Harlow Observatory for Rights"),
        ("The Houthis say shells hit the camp. A Houthi fighter was hurt.", "Houthis"),
    ],
)
def test_names_without_what_is_glued_to_them(annotator: Annotator, text: str, name: str) -> None:
    assert names(annotator, text, "hit") == [name]


def test_a_telephone_says_nothing(annotator: Annotator) -> None:
    text = "A local leader, Adam Marlow, said by telephone that shells hit the camp."
    assert names(annotator, text, "hit") != ["telephone"]


def test_a_state_is_no_he(annotator: Annotator) -> None:
    text = "Captain Adam Marlow said help was late. Syria denied it all. Shells hit the camp, he said."
    assert names(annotator, text, "hit", actors=("Syria",)) == ["Captain Adam Marlow"]
