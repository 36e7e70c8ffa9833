"""Headlines of two parts, each with its own place."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.model.claim import Claim
from contested.read.table import report_from_row


def told_under(annotator: Annotator, headline: str, text: str) -> list[Claim]:
    """The claims of a text under a headline."""
    report = report_from_row({"ref": "r", "title": headline, "published": "2020-02-04", "text": text})
    doc = annotator.annotate(report)
    return claims_of(doc, report, annotations_of(doc))


@pytest.mark.parametrize(
    ("headline", "places"),
    [
        ("Syrian Army Kills 18 Rebels in Idlib Advances in Hama", [["Idlib"], ["Hama"]]),
        ("28 Rebels Killed in Idlib Syrian Army Regains Several Towns in Hama", [["Idlib"], ["Hama"]]),
        ("Air Raids on Rebel-Held Areas of Idlib", [["Idlib"], ["Idlib"]]),
        ("Army Kills 18 Rebels in Idlib", [["Idlib"]]),
    ],
)
def test_each_part_has_its_place(annotator: Annotator, headline: str, places: list[list[str]]) -> None:
    claims = told_under(annotator, headline, f"{headline}. Nothing more was known.")
    title = [claim for claim in claims if claim.trigger.start < len(headline)]
    assert [[place.name for place in claim.places] for claim in title] == places


@pytest.mark.parametrize(
    ("headline", "places"),
    [
        ("Jets Bomb Rebel-Held Town Near Idlib", [["Idlib"], ["Idlib"]]),
        ("Army Kills 32 Rebels in Idlib Province Ambush", [["Idlib Province"]]),
        ("Rebels Attack Weapons Depot in Idlib", [["Idlib"]]),
        ("Army Kills 40 Rebels in Marzut Ambush", [["Marzut"]]),
        ("Army Foils Attack near Tarmud Killing 80", [["Tarmud"], ["Tarmud"]]),
        ("AIR STRIKES KILL 12 IN REBEL-HELD AREAS OF IDLIB", [["IDLIB"], ["IDLIB"]]),
    ],
)
def test_capitals_make_no_places(annotator: Annotator, headline: str, places: list[list[str]]) -> None:
    claims = told_under(annotator, headline, "Nothing more was known.")
    assert [[place.name for place in claim.places] for claim in claims] == places
    assert not any(who.name == "AIR" for claim in claims for who in claim.initiators)
