"""What joins claims within a report, learnt: the figure that judges it, and the fit."""

from __future__ import annotations

import pytest
from bench.train_accounts import JOINED, Read, b_cubed, coded_reports, fitted, groups_of, incident_of
from tests.reconcile.conftest import told


def test_b_cubed_of_a_grouping() -> None:
    coded = {("r", n): incident for n, incident in enumerate("aabb")}
    assert b_cubed(coded, {("r", n): ("r", n // 2) for n in range(4)}) == (1.0, 1.0, 1.0)
    precision, recall, f1 = b_cubed(coded, {("r", n): ("r", 0) for n in range(4)})
    assert (precision, recall, f1) == (0.5, 1.0, pytest.approx(2 / 3))


def test_a_claim_is_found_by_its_trigger() -> None:
    claim = told()
    here = claim.trigger.start, claim.trigger.end
    assert incident_of(claim, [(here[0], here[1], "raid"), (500, 510, "other")]) == "raid"
    assert incident_of(claim, [(500, 510, "other")]) is None


def test_what_speaks_for_one_event_is_learnt() -> None:
    pairs: dict[tuple[int, int], dict[str, float] | None] = {
        (0, 1): {"same village": 1.0}, (0, 2): {"other days": 1.0}, (1, 2): {"other days": 1.0}
    }  # fmt: skip
    reports = [Read(f"r{n}", ["one", "one", "two"], pairs) for n in range(30)]
    model = fitted(reports)
    assert model.weights["same village"] > 0 > model.weights["other days"]
    assert groups_of(reports[0], model, 0.0) == [[0, 1], [2]]


def test_the_coding_holds_no_text_and_no_claim_twice() -> None:
    for ref, claims in coded_reports(JOINED).items():
        assert ref and all(start < end and incident for start, end, incident in claims)
        assert len({(start, end) for start, end, _ in claims}) > 0
