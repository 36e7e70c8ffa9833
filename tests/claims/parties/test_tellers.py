"""Who only tells of an event neither did nor suffered it."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator

from ..telling import all_told, first_told


@pytest.mark.parametrize(
    ("text", "event", "doers", "hit"),
    [
        ("Activists and the Local Coordination Committees reported shelling in Daraya.", "shelling", [], []),
        ("Activists and doctors reported shelling in Daraya.", "shelling", [], []),
        ("The UN and the Red Cross confirmed an attack on the convoy.", "attack", [], ["convoy"]),
        ("The army and allied militias announced the capture of Daraya.", "territory_gained",
         ["army", "allied militias"], []),
    ],
)  # fmt: skip
def test_several_who_report_it_together(
    annotator: Annotator, text: str, event: str, doers: list[str], hit: list[str]
) -> None:
    claim = first_told(annotator, text, event)
    assert [who.name for who in claim.initiators] == doers
    assert [who.name for who in claim.targets] == hit


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Activists and residents described heavy shelling of Daraya.", ["shelling"]),
        ("The minister described the raid as a crime.", ["condemnation"]),
    ],
)
def test_who_describes_it_tells_it_and_who_gives_it_a_name_judges(
    annotator: Annotator, text: str, events: list[str]
) -> None:
    assert [claim.event for claim in all_told(annotator, text)] == events
