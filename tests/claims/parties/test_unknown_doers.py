"""Doers that grammar alone tells, whose a weapon was, and nations that the report lent to the wrong side."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.report import Report, report_id


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("The victims were members of the Fulani community attacked by Dozo hunters.", "attack", ["Dozo hunters"],
         ["Fulani"]),
        ("Two brothers were shot dead by their cousin in Swabi.", "execution", ["cousin"], ["brothers"]),
        ("The occupiers shelled Nikopol, wounding a pensioner.", "shelling", ["occupiers"], ["pensioner"]),
        ("Fragments hit the store.", "attack", [], ["store"]),
        ("Three UN peacekeepers were hurt when their vehicle hit a landmine planted by militants in Menaka.", "ied",
         ["militants"], ["UN peacekeepers"]),
        ("A missile fired by the Houthis hit a tanker.", "shelling", ["Houthis"], ["tanker"]),
        ("The massacre was carried out by men in military uniform.", "attack_on_civilians", ["men"], []),
        ("Suspected of having carried out the attack, two men were arrested by Russian police.", "attack", [], []),
        ("An explosion blamed on Ukrainian saboteurs derailed a train in Bryansk.", "bombing",
         ["Ukrainian saboteurs"], []),
        ("An attacker stabbed two officers before being shot dead.", "execution", [], ["attacker"]),
        ("The rebels' leader was killed in a raid by French special forces in Mali.", "attack",
         ["French special forces"], ["leader"]),
        ("Hamas gunmen took 251 hostages in the attack on southern Israel.", "abduction", ["Hamas gunmen"],
         ["hostages"]),
        ("The army said it had killed 17 rebels in a strike on a compound.", "air_strike", ["army"],
         ["rebels", "compound"]),
        ("Residents said the attackers accused the villagers of spying.", "accusation", ["attackers"], ["villagers"]),
        ("Militants had rammed a bomb-laden truck into an army post, killing seven farmers.", "bombing", ["Militants"],
         ["army post", "farmers"]),
        ("The group put the toll at at least 400.", "casualties", [], []),
        ("Two bombs were dropped and the office of a political party was destroyed.", "destruction", [],
         ["office of a political party"]),
        ("Rockets set two apartment blocks on fire in a suburb.", "destruction", [], ["apartment blocks"]),
        ("Drone strikes on Port Sudan blamed on RSF", "air_strike", ["RSF"], []),
        ("Members of the Desert Storm militia shot and killed a farmer near Hebron.", "casualties",
         ["Members of the Desert Storm militia"], ["farmer"]),
        ("A UN helicopter was shot at while evacuating soldiers from Nasir, killing a pilot.", "attack", [],
         ["UN helicopter", "pilot"]),
        ("Mexican soldiers came under fire from members of the Zetas in Nuevo Laredo.", "attack",
         ["members of the Zetas"], ["Mexican soldiers"]),
        ("The Colombian army blamed the ELN for the killing of a farmer.", "casualties", ["ELN"], ["farmer"]),
        ("Turkey said it had killed 15 Kurdish militants in northern Iraq.", "casualties", ["Turkey"],
         ["Kurdish militants"]),
        ("Police accused the IPOB of killing four officers in Imo.", "accusation", ["Police"], ["IPOB"]),
        ("Snipers killed three farmers near Izium.", "casualties", ["Snipers"], ["farmers"]),
        ("Cyclone Freddy killed nine people in Malawi.", "casualties", [], ["people"]),
        ("Police killed a gang leader known as Makandal.", "casualties", ["Police"], ["Makandal"]),
        ("The bodies of 87 people killed by the RSF were found in a mass grave.", "casualties", ["RSF"], ["people"]),
        ("Israeli soldiers find bodies of six hostages in Rafah tunnel", "casualties", [], ["hostages"]),
        ("The soldiers were ambushed by Russian paratroopers.", "ambush", ["Russian paratroopers"], ["soldiers"]),
    ],
)  # fmt: skip
def test_who_grammar_tells(annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]) -> None:
    report = Report(report_id(text), "r", text, published="2020-02-04")
    doc = annotator.annotate(report)
    told = [c for c in claims_of(doc, report, annotations_of(doc)) if c.event == event]
    assert [[who.name for who in claim.initiators] for claim in told] == [doers] * len(told)
    assert [[who.name for who in claim.targets] for claim in told] == [hit] * len(told)
