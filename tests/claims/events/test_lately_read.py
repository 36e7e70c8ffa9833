"""Deeds that reports of other wars tell: releases, captures, strikes of workers, treaties, training."""

from __future__ import annotations

import pytest
from tests.claims.telling import all_told

from contested.annotate.pipeline import Annotator


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Rebels released three engineers who were kidnapped in May.", ["release", "abduction"]),
        ("He was captured by the army in May.", ["capture"]),
        ("Three gunmen fired from various angles at the mayor's car.", ["attack"]),
        ("Norland is training Harlow's security forces.", ["support"]),
        ("Norland is assisting the government.", ["support"]),
        ("The union has called a national strike.", ["protest"]),
        ("The president approved the treaty with Moscow.", ["agreement"]),
    ],
)
def test_what_is_told(annotator: Annotator, text: str, events: list[str]) -> None:
    assert [claim.event for claim in all_told(annotator, text)] == events


def test_who_frees_people_tells_nothing(annotator: Annotator) -> None:
    told = all_told(annotator, "Rebels released three engineers who were kidnapped in May.")
    assert not any(len(claim.attribution) > 1 for claim in told)


def test_who_left_a_bomb_is_not_dismantled(annotator: Annotator) -> None:
    told = all_told(annotator, "Experts dismantled a car bomb left by rebels near the barracks.")
    assert not any(who.name == "rebels" for claim in told for who in claim.targets)


def test_the_land_of_the_war_sets_off_no_bombs(annotator: Annotator) -> None:
    told = all_told(annotator, "Nine dead in Syria car bombings, police say.")
    assert not any(who.name == "Syria" for claim in told for who in claim.initiators)
