"""How surely events are told by constructions that are rare and plain: questions answered, fears that grow, charges."""

from __future__ import annotations

import pytest
from tests.claims.telling import first_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        ("Asked whether the raid killed civilians, the spokesman said no.", "attack", "denied"),
        ("Asked if his troops had shelled the hospital, the general said no.", "shelling", "denied"),
        ("Fears are growing of an attack on El Fasher.", "attack", "forecast"),
        ("Fears are mounting that the army will storm the camp.", "attack", "forecast"),
        ("Reports are emerging of clashes in Omdurman.", "armed_clash", "hedged"),
        (
            "The army said the statement that its units had opened fire did not correspond to reality.",
            "attack",
            "denied",
        ),
        ("The army said reports that its jets had bombed the market were false.", "air_strike", "denied"),
        (
            "The council dismissed as false reports that a drone strike had killed dozens in Merawi.",
            "air_strike",
            "denied",
        ),
        ("Officials dismissed suggestions that the rebels had captured the bridge.", "territory_gained", "denied"),
        ("Satellite images appear to show that the bridge was destroyed.", "destruction", "hedged"),
        ("Talks on a ceasefire are to resume in Jeddah on Thursday.", "talks", "planned"),
        ("Dozens could have been killed in the strike on Mekelle, residents said.", "air_strike", "hedged"),
        ("At least 20 people may have been killed in the blast in Kabul.", "bombing", "hedged"),
        ("Raids since 21 May have killed nine people in Kabul.", "attack", "asserted"),
        ("Unconfirmed reports say rebels took Bunagana.", "territory_gained", "hedged"),
        ("Rebels took Bunagana, according to unconfirmed media reports.", "territory_gained", "hedged"),
        ("The army has vowed to retaliate for the strike on its camp.", "air_strike", "asserted"),
        ("The mission expressed concern over the killing of 14 civilians in Djugu.", "attack_on_civilians", "asserted"),
        ("The ministry denies backing the militia, which seized Rutshuru on Thursday.", "territory_gained", "asserted"),
        ("The group denied sheltering fighters who attacked the checkpoint in Chitral.", "attack", "asserted"),
        ("The attacks on hospitals must stop, the mayor said.", "attack", "asserted"),
        ("The group warns that, should the port remain closed, stocks will run out.", "warning", "asserted"),
        ("The army is believed to have carried out 90 airstrikes, according to a survey.", "air_strike", "hedged"),
        ("The minister said the council had fabricated the massacre.", "attack_on_civilians", "denied"),
        ("The army found no evidence of a chemical attack in Douma.", "chemical_attack", "hedged"),
        ("At least 15 people are thought to have died in the shelling of Donetsk.", "shelling", "hedged"),
        ("Had the missile hit the dam, thousands would have drowned.", "shelling", "conditional"),
        ("The council called for an investigation into the killing of nine men.", "casualties", "asserted"),
        ("The council will discuss the attack on the convoy on Tuesday.", "attack", "asserted"),
        ("It had no information to corroborate the claim that a drone was shot down.", "interception", "hedged"),
        ("The attack, if confirmed, would be the first on Kosti.", "attack", "hedged"),
        ("Residents worry the militia will attack the camp.", "attack", "forecast"),
        ("Rights groups have reported deaths in besieged areas.", "casualties", "asserted"),
        ("If true, it would be the first time that the army has attacked Goma.", "attack", "hedged"),
        ("The group denied that it had attacked the checkpoint in Chitral.", "attack", "denied"),
    ],
)
def test_what_is_plainly_told(annotator: Annotator, text: str, event: str, expected: str) -> None:
    assert first_told(annotator, text, event).factuality == expected


def test_who_denies_helping_somebody_does_not_tell_what_they_did(annotator: Annotator) -> None:
    text = "The ministry denies backing the militia, which seized Rutshuru on Thursday."
    assert first_told(annotator, text, "territory_gained").attribution == ()
