"""How surely: asserted, hedged, denied, planned, conditional, forecast; and the author's stance."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.annotate.sentences import mark_sentences
from contested.claims.certainty.allowed import allowed
from contested.claims.certainty.choice import CLASSES, learnt_sureness, read_sureness
from contested.claims.certainty.signs import signs_of
from contested.claims.compile import claims_of
from contested.claims.context import Context, Event
from contested.claims.how_sure import Judge, answer
from contested.claims.said_by import find_attributions
from contested.claims.words.sureness import lexicon, read_lexicon
from contested.claims.words.tree import tree_of
from contested.model.annotations import Annotations
from contested.model.claim import AuthorStance, Factuality
from contested.model.errors import PackError
from contested.model.report import Report


def judge(annotator: Annotator, text: str, trigger: str, code: str = "attack") -> tuple[Factuality, AuthorStance]:
    """How surely the first event with these words is told."""
    doc = annotator.nlp(mark_sentences(annotator.nlp.make_doc(text)))
    context = Context(doc, Report("r-1", "1", text), Annotations(), find_attributions(doc, Annotations()))
    at = text.find(trigger)
    span = doc.char_span(at, at + len(trigger), alignment_mode="expand")
    return answer([Event(code, span)], context)[0]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Shells hit the market on Monday.", "hit", "asserted"),
        ("The army managed to capture the hill.", "capture", "asserted"),
        ("The army continued to shell the town.", "shell", "asserted"),
        ("Nine people were killed after shells hit the market.", "hit", "asserted"),
        ("Shells reportedly hit the market.", "hit", "hedged"),
        ("Monitors are investigating an alleged attack on the market.", "attack", "hedged"),
        ("The drone is believed to have struck the depot.", "struck", "hedged"),
        ("The raid may have killed nine people.", "killed", "hedged"),
        ("There were reports of clashes near the bridge.", "clashes", "hedged"),
        ("The ministry said in a report that the raid killed nine people.", "killed", "asserted"),
        ("It is unclear whether the helicopter was shot down.", "shot down", "hedged"),
        ("The raid appears to have killed nine people.", "killed", "hedged"),
        ("Rebels attacked the bridge. If those claims are confirmed, the road is cut.", "attacked", "hedged"),
        ("The raid was carried out by either the army or its allies.", "raid", "hedged"),
        ("Reuters could not confirm that rebels attacked the bridge.", "attacked", "hedged"),
        ("The monitor was unable to determine that the army attacked the bridge.", "attacked", "hedged"),
        ("There was no independent confirmation that rebels had attacked the bridge.", "attacked", "hedged"),
        ("The ministry confirmed that rebels attacked the bridge.", "attacked", "asserted"),
        ("Nine people died in Syrian or Russian air raids.", "air raids", "hedged"),
        ("Two or three air raids hit the market.", "air raids", "asserted"),
        ("Ten people were killed, largely due to military bombardment.", "bombardment", "asserted"),
        ("The attack is due to begin on Friday.", "attack", "planned"),
        ("The army did not attack the village.", "attack", "denied"),
        ("No clashes erupted in the area.", "clashes", "denied"),
        ("No fewer than 30 were slain in Bokkos.", "slain", "asserted"),
        ("Suspected Allied Democratic Forces (ADF) militants attacked the village.", "attacked", "hedged"),
        ("Most of the countryside is out of government control.", "out of government control", "denied"),
        ("The army denied launching the strike.", "strike", "denied"),
        ("The rebels failed to capture the hill.", "capture", "denied"),
        ("Shells fell on the field without killing anyone.", "killing", "denied"),
        ("The army plans to attack the village.", "attack", "planned"),
        ("The rebels vowed to retake the hill.", "retake", "planned"),
        ("The general ordered his troops to withdraw.", "withdraw", "planned"),
        ("The envoys will meet on Friday.", "meet", "planned"),
        ("The minister called for talks in the capital.", "talks", "planned"),
        ("The president threatened to bomb the airport.", "bomb", "planned"),
        ("If the truce fails, shells will hit the market.", "fails", "conditional"),
        ("Capturing the hill would cut the road.", "cut", "conditional"),
        ("The death toll could rise in the coming days.", "rise", "forecast"),
        ("The death toll is expected to rise.", "death toll", "forecast"),
        ("It was not clear who carried out the raid.", "raid", "asserted"),
        ("The raid caused no casualties.", "raid", "asserted"),
        ("The raid lasted an hour. There were no casualties.", "no casualties", "denied"),
        ("The army foiled an attack on the bridge.", "attack", "asserted"),
        ("Suspected smugglers killed a guard.", "killed", "hedged"),
        ("Gunmen killed a guard near the bridge (unconfirmed).", "killed", "hedged"),
        ("UNVERIFIED: Gunmen killed a guard near the bridge.", "killed", "hedged"),
        ("Gunmen killed a guard near the bridge - unverified.", "killed", "hedged"),
        ("The unconfirmed guard (a boy) was killed by gunmen.", "killed", "asserted"),
        ("The envoys were to meet on Friday.", "meet", "planned"),
        ("Capturing the hill would cut the road.", "Capturing", "conditional"),
        ("The death toll is likely to rise, doctors said.", "death toll", "forecast"),
        ("The number of victims may rise.", "victims", "forecast"),
        ("The rebels threatened to target the port with rockets.", "rockets", "planned"),
        ("The cabinet is considering air strikes on the port.", "air strikes", "planned"),
        ("The two governments wanted to broker a ceasefire.", "ceasefire", "planned"),
        ("The rebels are going to attack the bridge.", "attack", "planned"),
        ("The army has yet to withdraw from the port.", "withdraw", "denied"),
        ("A missile could have hit the depot.", "hit", "hedged"),
        ("Raids believed to be the work of the navy killed two.", "Raids", "hedged"),
        ("Guards stood at the door. The talks are due to begin on Friday.", "talks", "planned"),
        ("The meeting is set for Tuesday in the capital.", "meeting", "planned"),
        ("Both sides invited the rebels to talks in the capital.", "talks", "planned"),
        ("The deal provides for the release of all women.", "release", "planned"),
        ("The council demanded that the militia withdraw from the port.", "withdraw", "planned"),
        ("The army is readying for a possible attack on the port.", "attack", "planned"),
        ("Militiamen are preparing to carry out a new massacre in the town.", "massacre", "planned"),
        ("Two gunmen were shot before they could attack the mosque.", "attack", "planned"),
        ("The group warned it would strike the capital again.", "strike", "planned"),
        ("The envoy warned that the truce would collapse.", "collapse", "forecast"),
        ("The group claimed to have executed six men.", "executed", "asserted"),
        ("The army is not aware who carried out the raid.", "raid", "asserted"),
        ("The militia would not have attacked the village had it not been for the shelling.", "attacked", "asserted"),
        ("Any attack on the base would be met with force.", "attack", "conditional"),
        ("The crash was due to a technical fault.", "crash", "asserted"),
        ("Leaders agreed a deal that would see fighters evacuated.", "evacuated", "planned"),
        ("It is possible that more people were killed.", "killed", "hedged"),
        ("Unidentified jets, presumably from Norland, struck the market.", "struck", "hedged"),
        ("The hostages are feared to have been killed.", "killed", "hedged"),
        ("The premier is to warn parliament that gas may be used.", "warn", "planned"),
        ("Members are expected to back a text condemning the shelling of schools.", "condemning", "planned"),
        ("Members backed a text condemning the shelling of schools.", "condemning", "asserted"),
        ("A court will examine the raid that killed nine.", "raid", "asserted"),
        ("The planned assault on the port has drawn criticism.", "assault", "planned"),
        ("The rebels would answer any raid by shelling the airport.", "shelling", "conditional"),
        ("The claim that rebels shelled the market is a lie, they said.", "shelled", "denied"),
        ("The rebels scorned the claim to have taken the hill.", "taken", "asserted"),
        ("Reports of clashes near the bridge.", "clashes", "hedged"),
        ("Unconfirmed reports of an explosion at the airbase.", "explosion", "hedged"),
        ("Attempts to infiltrate the camp were repelled.", "infiltrate", "asserted"),
        ("An attempted assault on the camp was repulsed.", "assault", "asserted"),
        ("The guards foiled an attempt to infiltrate the camp.", "infiltrate", "planned"),
        ("Police prevented a suicide attack on the shrine.", "attack", "denied"),
        ("None of the missiles hit the base.", "missiles hit", "denied"),
        ("The commander made it clear that the offensive would continue.", "offensive", "planned"),
        ("Gunmen suspected to be bandits abducted 20 pupils.", "abducted", "hedged"),
        ("The town may be under rebel control.", "under rebel control", "hedged"),
        ("The court sentenced three men for the 2016 attack on a mill.", "attack", "asserted"),
        ("Two men were jailed for an alleged attack on the convoy.", "attack", "hedged"),
        ("The rebels apologised for the attack on the convoy.", "attack", "asserted"),
        ("The rebels called for an attack on the mill.", "attack", "planned"),
        ("The group could respond to the sanctions by attacking the port.", "attacking", "conditional"),
        ("Norland may launch an operation in the north.", "operation", "hedged"),
        ("One theory is that they were killed by a rival cartel.", "killed", "hedged"),
        ("The allegation is that soldiers executed 12 men.", "executed", "hedged"),
        ("The raid could not be independently verified.", "raid", "hedged"),
        ("A planned prisoner exchange did not take place.", "prisoner exchange", "denied"),
        ("The raid was called off at midnight.", "raid", "denied"),
        ("The envoys cancelled the talks.", "talks", "denied"),
        ("The army chief ruled out talks with the rebels.", "talks", "denied"),
        ("Officials did not rule out that a drone had hit the depot.", "hit", "hedged"),
        ("Neither side confirmed the fall of the town.", "fall", "hedged"),
        ("The ministry said it knew nothing about the attack on the convoy.", "attack", "hedged"),
    ],
)
def test_factuality(annotator: Annotator, text: str, trigger: str, expected: Factuality) -> None:
    assert judge(annotator, text, trigger)[0] == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The army dismissed reports that its troops had withdrawn from the hill.", "withdrawn", "denied"),
        ("The ministry dismissed as false claims that its jets bombed a school.", "bombed", "denied"),
        ("The army denied reports of a withdrawal from the hill.", "withdrawal", "denied"),
        ("The council refuted allegations that it was behind the attack on the convoy.", "attack", "denied"),
        ("The group denied claims that its fighters fled after the raid.", "raid", "asserted"),
        ("The cabinet neither confirmed nor denied the strike on the mill.", "strike", "hedged"),
        ("The army would not confirm or deny the capture of the general.", "capture", "hedged"),
        ("The ministry did not deny that its troops fired on the crowd.", "fired", "hedged"),
        ("The army never said that it had withdrawn.", "withdrawn", "hedged"),
        ("The army no longer controls the hill.", "controls", "denied"),
        ("The army did not say who carried out the attack.", "attack", "asserted"),
        ("The army said it had no information about an air strike in the area.", "air strike", "hedged"),
        ("The army had no information on casualties in the raids.", "raids", "asserted"),
    ],
)
def test_what_a_denial_or_a_silence_makes_of_what_it_is_about(
    annotator: Annotator, text: str, trigger: str, expected: Factuality
) -> None:
    assert judge(annotator, text, trigger)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The assault on the town has left hundreds reported dead.", {"hedged"}),
        ("Jets bombed a market in Harlow, reportedly killing 19 fighters.", {"hedged"}),
        ("Two soldiers were reported killed in the clash.", {"hedged"}),
        ("Nine people were wounded in the raid.", {"asserted"}),
        ("The raid killed nine people. Two other people were reported killed in the shelling.", {"asserted", "hedged"}),
        ("The ministry reported nine people killed in the raid.", {"asserted"}),
    ],
)
def test_harm_that_is_hearsay_makes_its_event_hearsay(
    annotator: Annotator, text: str, expected: set[Factuality]
) -> None:
    report = Report("r-1", "1", text)
    doc = annotator.annotate(report)
    assert {claim.factuality for claim in claims_of(doc, report, annotations_of(doc))} == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Shells hit the market on Monday.", "hit", "asserts"),
        ("Residents said shells hit the market.", "hit", "reports"),
        ("The army claims that rebels shelled the market.", "shelled", "doubts"),
        ("The village suffered an alleged attack.", "attack", "doubts"),
    ],
)
def test_author_stance(annotator: Annotator, text: str, trigger: str, expected: AuthorStance) -> None:
    assert judge(annotator, text, trigger)[1] == expected


def test_the_source_may_be_sure_where_the_author_is_not(annotator: Annotator) -> None:
    assert judge(annotator, "The rebels claimed that they captured the hill.", "captured") == ("asserted", "doubts")


def test_a_demand_is_made_whatever_it_asks(annotator: Annotator) -> None:
    assert judge(annotator, "The army must leave the town, the mayor said.", "must", "demand")[0] == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "The envoy said he would ask the council for help.",
        "Norland intends to ask the council for help.",
        "The envoy is to ask the council for help.",
    ],
)
def test_a_demand_may_itself_lie_ahead(annotator: Annotator, text: str) -> None:
    assert judge(annotator, text, "ask", "demand")[0] == "planned"


@pytest.mark.parametrize(("first", "second"), [("rebels", "soldiers"), ("soldiers", "rebels")])
def test_parties_are_treated_alike(annotator: Annotator, first: str, second: str) -> None:
    text = f"The {first} denied shelling the market and the {second} vowed to attack the hill."
    assert judge(annotator, text, "shelling")[0] == "denied"
    assert judge(annotator, text, "attack")[0] == "planned"


def test_the_lexicon_loads() -> None:
    words = lexicon()
    assert words.beside["modals"]["may"] == "hedged"
    assert not set(words.beside["modifiers"]) & set(words.beside["adverbs"]) - {"likely"}


def test_a_broken_lexicon_is_refused() -> None:
    with pytest.raises(PackError, match="sure"):
        read_lexicon('[verbs]\nsure = "know"\n')


def test_the_learnt_weights_load() -> None:
    assert all(len(row) == len(CLASSES) for row in learnt_sureness().weights.values())


def test_weights_of_other_classes_are_refused() -> None:
    with pytest.raises(ValueError, match="classes"):
        read_sureness({"classes": ["sure"], "weights": {}})


def test_nothing_is_denied_where_no_word_denies(annotator: Annotator) -> None:
    tree = tree_of(annotator.nlp(annotator.nlp.make_doc("A report blamed Norland, sending troops north.")))
    assert allowed(tree, 0, "") == {"asserted", "hedged"}
    assert "denied" in allowed(tree, 0, "deny")


def test_no_sign_names_a_party_or_a_place(annotator: Annotator) -> None:
    def signs(who: str, where: str) -> list[str]:
        text = f"{who} vowed on Friday to attack {where} unless the siege ends."
        doc = annotator.nlp(mark_sentences(annotator.nlp.make_doc(text)))
        context = Context(doc, Report("r-1", "1", text), Annotations(), find_attributions(doc, Annotations()))
        at = text.find("attack")
        span = doc.char_span(at, at + 6)
        judge_of = Judge.of(context)
        return signs_of(judge_of.certainty, span.start, span.end, judge_of.told(Event("attack", span)))

    assert sorted(signs("Norland", "Marlow")) == sorted(signs("Sudland", "Harlow"))
