"""Copies for the growth bench: worlds of their own, with offsets that stay true."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.growth import Cost, changed, copies, figures_of, measure

from contested.model.claim import Claim, ClaimTime, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report, report_id

TEXT = "Shells fell on the town of Besane on 3 March and wounded four people, the mayor said."


def seed() -> list[tuple[Report, list[Claim]]]:
    """One report with one claim."""
    report = Report(report_id(TEXT), "besane", TEXT, publisher="Vale Post", published="2021-03-04", origin="x")
    at = Mention.of(TEXT, TEXT.index("Besane"), TEXT.index("Besane") + 6)
    claim = Claim(
        "", ReportRef.of(report), Mention.of(TEXT, 0, len(TEXT)), Mention.of(TEXT, 0, 6), "shelling",
        places=(PlaceRef("Besane", "town:1", 35.0, 37.0, 1, "on", "SY", (), at),),
        time=ClaimTime("2021-03-03", "2021-03-03", "day"),
    )  # fmt: skip
    return [(report, [claim.with_id()])]


def test_copies_are_worlds_of_their_own() -> None:
    made = list(copies(seed(), 200))
    assert len({report.id for report, _ in made}) == len({claim.id for _, (claim,) in made}) == 200
    for report, (claim,) in made:
        assert report.text[claim.trigger.start : claim.trigger.end] == claim.trigger.quote
        assert claim.time is not None and claim.time.start < str(report.published)
        assert -90 <= float(claim.places[0].lat or 0) <= 90 and -180 <= float(claim.places[0].lon or 0) <= 180


@pytest.mark.parametrize("world", [1, 26, 640, 1999])
def test_words_change_and_keep_their_length(world: int) -> None:
    assert changed(TEXT, world) != TEXT and len(changed(TEXT, world)) == len(TEXT)


def test_measuring_reconciles_and_takes_over(tmp_path: Path) -> None:
    cost = measure(seed(), 40, tmp_path)
    assert cost.claims == 40 and cost.reconcile > 0


def test_figures_are_how_many_times_a_claim_costs() -> None:
    whole, alone, more = figures_of([Cost(500, 1000, 1.0, 1.0, 0.1, 0.1), Cost(5000, 10000, 10.0, 30.0, 3.0, 0.2)])
    assert (whole.value, alone.value, more.value) == (2.0, 3.0, 0.1)
