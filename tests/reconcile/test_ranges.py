"""Which figures make the range of a toll, in whatever order they come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contested.model.incident import Counts, TollFigure
from contested.reconcile.ranges import Scene, chosen_figures, ranges_of


def figure(
    report: str, low: int, counts: Counts = "whole", source: str = "Red Post", who: str | None = "people"
) -> TollFigure:
    """A count of dead, told once; the claim is named after the report, the number and the source."""
    claim = f"{report} {low} {source}"
    return TollFigure(claim, report, "killed", who, None, low, low, counts, source, source, "2016-07-03")


def span(figures: list[TollFigure], scenes: dict[str, Scene] | None = None) -> tuple[int, int] | None:
    """Lowest and highest of the reading that takes any source."""
    found = [t for t in ranges_of(figures, {}, scenes or {}) if t.by == "any" and t.side is None]
    return (found[0].low, found[0].high) if found else None


@pytest.mark.parametrize(
    ("figures", "low", "high"),
    [
        ([figure("a", 17), figure("b", 21)], 17, 21),
        ([figure("a", 17), figure("b", 24, "vague")], 17, 24),
        ([figure("a", 17), figure("b", 2, "vague")], 17, 17),
        ([figure("a", 17), figure("a", 24, "vague")], 17, 17),
        ([figure("a", 40), figure("a", 40), figure("a", 26, source="Blue Post")], 26, 40),
        ([figure("a", 9), figure("a", 9), figure("a", 5, source="Blue Post", who="soldiers")], 9, 9),
        ([figure("a", 30), figure("a", 30), figure("a", 18, source="B"), figure("a", 12, source="C")], 30, 30),
        ([figure("a", 200), figure("b", 210), figure("c", 6)], 200, 210),
        ([figure("a", 58), figure("a", 58), figure("a", 82), figure("a", 24, "addition")], 82, 82),
        ([figure("a", 11), figure("a", 11), figure("a", 15), figure("a", 11, "part")], 15, 15),
        ([figure("a", 11), figure("a", 11, "part"), figure("b", 15)], 11, 15),
        ([figure("a", 2, who="children"), figure("b", 7)], 2, 7),
        ([figure("a", 2, who="children"), figure("a", 7), figure("b", 7)], 7, 7),
    ],
)
def test_range(figures: list[TollFigure], low: int, high: int) -> None:
    assert span(figures) == (low, high)


def test_a_lone_named_voice_may_be_the_nameless_one_of_the_headline() -> None:
    main, other = figure("a", 14, source="outlet"), figure("a", 11, source="Nahr Watch")
    scenes = {main.claim: Scene("shelling", named=False), other.claim: Scene("shelling")}
    assert span([main, main, other], scenes) == (14, 14)
    scenes[other.claim] = Scene("casualties", recount=True)
    assert span([main, main, other], scenes) == (11, 14)


def test_a_number_for_another_event_or_village_is_no_rival() -> None:
    main, other = figure("a", 14), figure("a", 11, source="Nahr Watch")
    here, there = frozenset({"kafr sara"}), frozenset({"tell amara"})
    assert span([main, main, other], {main.claim: Scene("shelling"), other.claim: Scene("execution")}) == (14, 14)
    assert span([main, main, other], {main.claim: Scene("ied", here), other.claim: Scene("ied", there)}) == (14, 14)
    assert span([main, main, other], {main.claim: Scene("ied", here), other.claim: Scene("ied", here)}) == (11, 14)


TOLD = st.builds(
    figure,
    st.sampled_from("abc"),
    st.integers(1, 60),
    st.sampled_from(("whole", "part", "addition", "vague")),
    st.sampled_from(("Red Post", "Blue Post")),
    st.sampled_from(("people", "soldiers", "children", None)),
)


@given(st.lists(TOLD, min_size=1, max_size=8))
def test_range_is_of_numbers_told_and_one_number_twice_changes_nothing_of_others(figures: list[TollFigure]) -> None:
    chosen = list(chosen_figures(figures))
    assert chosen and set(chosen) <= set(figures)
    found = span(figures)
    assert found == (min(f.low or 0 for f in chosen), max(f.high or 0 for f in chosen))


@given(st.lists(TOLD, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_order_of_reports_does_not_matter(figures: list[TollFigure], random: object) -> None:
    reports = sorted({f.report for f in figures})
    random.shuffle(reports)  # type: ignore[attr-defined]
    mixed = [f for report in reports for f in figures if f.report == report]
    assert span(mixed) == span(figures)
