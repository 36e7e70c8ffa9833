"""What only a plan tells is planned, and no more; what was done stays told as done."""

from __future__ import annotations

import pytest

from contested.annotate.pipeline import Annotator
from contested.claims.words.speech import stem

from ..telling import first_told


@pytest.mark.parametrize(
    ("text", "event", "factuality"),
    [
        ("The army's next goal is the capture of the town of Tabqa.", "territory_gained", "planned"),
        ("The aim of the mission is the evacuation of civilians.", "evacuation", "planned"),
        ("The delegation has not yet decided whether it will attend the peace talks in Geneva.", "talks", "planned"),
        ("Parliament will vote on extending air strikes to Norland.", "air_strike", "planned"),
        ("The deputies voted to extend air strikes into Norland.", "air_strike", "planned"),
        ("The draft resolution condemns the shelling of civilians.", "condemnation", "planned"),
        ("The draft resolution condemns the shelling of civilians.", "shelling", "asserted"),
        ("The proposed resolution calls on all parties to lift sieges.", "demand", "planned"),
        ("France presented a draft resolution demanding a ceasefire.", "demand", "planned"),
        ("The resolution condemns the shelling of civilians.", "condemnation", "asserted"),
        ("The talks were to have begun last week.", "talks", "planned"),
        ("The ministers were to have met in Geneva on Monday.", "talks", "planned"),
        ("Talks in Geneva have been put off until 25 February.", "talks", "planned"),
        ("The army pushed back the assault.", "attack", "asserted"),
        ("The opposition boycotted the talks.", "talks", "denied"),
        ("Norland ruled out sending ground troops.", "deployment", "denied"),
        ("The general said the battle for the city would begin soon.", "armed_clash", "planned"),
        ("Norland opposes any strike on its ally.", "air_strike", "planned"),
        ("The town has been the target of several attacks.", "attack", "asserted"),
        ("The plane was the fourth shot down by rebels since April.", "interception", "asserted"),
        ("They demanded that the troops withdraw from the town.", "withdrawal", "planned"),
        ("They said that the troops withdraw from the town.", "withdrawal", "asserted"),
        ("Under the plan, the militia would withdraw from the town.", "withdrawal", "planned"),
        ("According to the deal, the rebels would withdraw from the town.", "withdrawal", "planned"),
        ("According to the deal, the rebels would withdraw from the town.", "agreement", "asserted"),
        ("An aid convoy is due to enter the town on Thursday.", "aid", "planned"),
        ("The militia vowed more attacks on the army.", "attack", "planned"),
        ("The evacuation was supposed to begin at 6 a.m.", "evacuation", "planned"),
        ("The looming attack on the town has forced thousands to flee.", "attack", "planned"),
        ("The deployment of 1,000 police officers was put on hold.", "deployment", "planned"),
    ],
)
def test_how_surely(annotator: Annotator, text: str, event: str, factuality: str) -> None:
    assert first_told(annotator, text, event).factuality == factuality


def test_a_plane_is_no_plan() -> None:
    assert stem("planes") == stem("plane") != stem("plans") == stem("plan")
