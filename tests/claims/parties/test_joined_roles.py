"""Who shares a deed with others, and who only stands in a clause joined to it."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("The army said a soldier was killed by an anti-tank missile fired from Lebanon.", "shelling", [], ["soldier"]),
        ("Three people were wounded by a grenade thrown by unknown men.", "grenade", ["unknown men"], ["people"]),
        ("An IED planted by Maoists went off, injuring two farmers in Sukma.", "ied", ["Maoists"], ["farmers"]),
        ("One farmer was killed and two others injured by gunmen in Daraa.", "casualties", ["gunmen"], ["farmer"]),
        ("An assassination attempt on a former rebel commander by unknown persons failed.", "execution",
         ["unknown persons"], ["former rebel commander"]),
        ("Fighting between Habr Gedir and Marehan militias killed eight.", "armed_clash",
         ["Habr Gedir", "Marehan militias"], []),
        ("The military regime used jets and artillery against Loikaw.", "shelling", ["military regime"], []),
        ("Masked men ambushed prison guards and freed an inmate.", "release", ["Masked men"], []),
        ("Rwanda rejected accusations that it supports M23.", "accusation", [], ["Rwanda"]),
        ("Kyiv and Moscow traded accusations over the strike on the plant.", "accusation", ["Kyiv", "Moscow"], []),
        ("Kyiv and Moscow traded accusations over the strike on the plant.", "air_strike", [], ["plant"]),
        ("The army and the RSF traded fire in Omdurman.", "armed_clash", ["army", "RSF"], []),
        ("Troops repelled 14 attacks of the aggressor near Toretsk.", "attack", ["aggressor"], []),
        ("The Zetas and the Gulf Cartel fought in Reynosa.", "armed_clash", ["Zetas", "Gulf Cartel"], []),
        ("Clashes between Tajik and Kyrgyz border guards erupted.", "armed_clash",
         ["Tajik border guards", "Kyrgyz border guards"], []),
        ("A shell hit a school, a bus and three houses in Nikopol.", "shelling", [], ["school", "bus", "houses"]),
        ("Sicarios murdered a journalist in Acapulco.", "attack_on_civilians", ["Sicarios"], ["journalist"]),
    ],
)  # fmt: skip
def test_who_shares_a_deed(annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]) -> None:
    told = first_told(annotator, text, event)
    assert [who.name for who in told.initiators] == doers
    assert [who.name for who in told.targets] == hit
