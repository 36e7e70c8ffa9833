"""Who flees, who strikes work, who counts: small words that make another event of it."""

from __future__ import annotations

from tests.claims.telling import all_told, first_told

from contested.annotate.pipeline import Annotator


def test_gunmen_who_flee_withdraw(annotator: Annotator) -> None:
    told = all_told(annotator, "The gunmen opened fire on a bus in Kano before fleeing.")
    assert [claim.event for claim in told] == ["attack", "withdrawal"]


def test_a_strike_that_is_called_is_no_raid(annotator: Annotator) -> None:
    told = all_told(annotator, "Teachers called a strike over the killing of two pupils in Kano.")
    assert [claim.event for claim in told] == ["protest", "casualties"]


def test_another_count_is_its_givers_alone(annotator: Annotator) -> None:
    text = "The group said it killed 70 soldiers in Djibo, though the government put the toll at 12."
    told = [claim for claim in all_told(annotator, text) if claim.event == "casualties"]
    assert [[voice.name for voice in claim.attribution] for claim in told] == [["group"], ["government"]]


def test_a_capital_that_speaks_is_no_place_of_the_event(annotator: Annotator) -> None:
    claim = first_told(annotator, "Addis Ababa said it struck only military sites.", "attack")
    assert not claim.places


def test_no_group_owns_up(annotator: Annotator) -> None:
    claim = first_told(
        annotator, "Four peacekeepers died, the UN said; no group claimed responsibility.", "responsibility"
    )
    assert not claim.initiators
    assert claim.factuality == "denied"
