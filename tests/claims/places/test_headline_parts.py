"""Headlines of two parts, each with its own place."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator, annotations_of
from contested.claims.compile import claims_of
from contested.read.table import report_from_row


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
    row = {"ref": "r", "title": headline, "published": "2020-02-04", "text": f"{headline}. Nothing more was known."}
    report = report_from_row(row)
    doc = annotator.annotate(report)
    claims = claims_of(doc, report, annotations_of(doc))
    title = [claim for claim in claims if claim.trigger.start < len(headline)]
    assert [[place.name for place in claim.places] for claim in title] == places


@pytest.mark.parametrize(
    ("headline", "places"),
    [
        ("Jets Bomb Rebel-Held Town Near Idlib", [["Idlib"], ["Idlib"]]),
        ("Army Kills 32 Rebels in Idlib Province Ambush", [["Idlib Province"]]),
        ("Rebels Attack Weapons Depot in Idlib", [["Idlib"]]),
        ("AIR STRIKES KILL 12 IN REBEL-HELD AREAS OF IDLIB", [["IDLIB"], ["IDLIB"]]),
    ],
)
def test_capitals_make_no_places(annotator: Annotator, headline: str, places: list[list[str]]) -> None:
    row = {"ref": "r", "title": headline, "published": "2020-02-04", "text": "Nothing more was known."}
    report = report_from_row(row)
    doc = annotator.annotate(report)
    claims = claims_of(doc, report, annotations_of(doc))
    assert [[place.name for place in claim.places] for claim in claims] == places
    assert not any(who.name == "AIR" for claim in claims for who in claim.initiators)
