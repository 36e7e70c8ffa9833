"""Amending a claim by persons' edits: checked, in order, and never in the way where one fits no longer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contested.model.amend import claims_as_judged, field_json, field_value
from contested.model.claim import Claim, ClaimTime, Effect, ReportRef
from contested.model.errors import AmendmentError
from contested.model.judgement import Judgement
from contested.model.mention import Mention

WORDS = "A shell killed four people."
CLAIM = Claim(
    "c-1", ReportRef("r-1", "one"), Mention(0, 27, WORDS), Mention(2, 7, "shell"), "shelling",
    effects=(Effect("killed", "people", 4, 4, Mention(15, 19, "four")),),
    time=ClaimTime("2016-07-03", "2016-07-03", "day"),
)  # fmt: skip


def edit(field: str, value: str, day: int = 1, coding: str = "open") -> Judgement:
    """An edit of the claim."""
    made = Judgement.make("edit", ("c-1",), "a", f"2020-01-{day:02d}")
    return replace(made, field=field, value=value, coding=coding)  # type: ignore[arg-type]


def test_the_later_edit_counts_and_the_claim_keeps_its_id() -> None:
    edits = [edit("event", '"air_strike"', 2), edit("event", '"ied"', 1)]
    for order in (edits, edits[::-1]):
        found, unfit = claims_as_judged({"c-1": CLAIM}, order)
        assert (found["c-1"].id, found["c-1"].event, unfit) == ("c-1", "air_strike", [])
        assert found["c-1"].codes != CLAIM.codes


def test_an_edit_that_fits_no_longer_is_passed_over_and_named() -> None:
    bad, good = edit("effects", '[{"kind": "vanished"}]', 1), edit("event", '"air_strike"', 2)
    found, unfit = claims_as_judged({"c-1": CLAIM}, [bad, good])
    assert found["c-1"].effects == CLAIM.effects and found["c-1"].event == "air_strike" and unfit == [bad]


def test_blind_and_undone_edits_change_nothing() -> None:
    done = edit("event", '"ied"', 2)
    undone = [done, Judgement.make("undo", (), "a", "2020-01-03", undoes=done.id)]
    assert claims_as_judged({"c-1": CLAIM}, [edit("event", '"air_strike"', 1, "blind"), *undone])[0] == {"c-1": CLAIM}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time", '{"start": "2016-02-30", "end": "2016-03-01", "precision": "day"}'),
        ("time", '{"start": "2016-03-02", "end": "2016-03-01", "precision": "day"}'),
        ("effects", field_json(CLAIM, "effects").replace('"low":4', '"low":5')),
    ],
)
def test_days_and_numbers_must_be_in_order(field: str, value: str) -> None:
    with pytest.raises(AmendmentError):
        field_value(field, value)
