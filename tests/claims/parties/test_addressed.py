"""To whom somebody speaks: whom a demand is made of, who is accused, whose word is denied."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "event", "targets"),
    [
        ("Norland called on Damascus to give inspectors access.", "demand", ["Damascus"]),
        ("The envoy called on all parties to respect the truce.", "demand", ["parties"]),
        ("The envoy appealed to donors to do more.", "demand", ["donors"]),
        ("The general asked the attorney general to investigate the raid.", "demand", ["attorney general"]),
        ("The governor rejected a call by the business chamber for his resignation.", "denial", ["business chamber"]),
        ("The lawyer disputed the prosecution's claim.", "denial", ["prosecution"]),
        ("The rebels killed two men they accused of spying.", "accusation", ["men"]),
        ("A gunman opened fire at troops before being executed along with his family.", "execution",
         ["gunman", "family"]),
    ],
)  # fmt: skip
def test_to_whom(annotator: Annotator, text: str, event: str, targets: list[str]) -> None:
    told = [claim for claim in all_told(annotator, text) if claim.event == event]
    assert [who.name for claim in told for who in claim.targets] == targets
    assert told


def test_who_accuses_is_who_acts(annotator: Annotator) -> None:
    told = all_told(annotator, "The gang beheaded a driver it accused of spying.")
    accused = next(claim for claim in told if claim.event == "accusation")
    assert [who.name for who in accused.initiators] == ["gang"]


def test_prisoners_are_released_by_somebody_and_on_a_day(annotator: Annotator) -> None:
    told = all_told(annotator, "The miners were released by rebels. The nuns were released on Friday.")
    assert [claim.event for claim in told] == ["release", "release"]


def test_what_is_warned_against_has_not_happened(annotator: Annotator) -> None:
    told = all_told(annotator, "The general warned the rebels against attacking the dam.")
    assert [claim.factuality for claim in told if claim.event == "attack"] == ["forecast"]
