"""Learning the choice of times: weights that single out the right candidate, means of weights."""

from __future__ import annotations

from bench.train_when import NAMES, Case, learn, mean

from contested.claims.times.candidates import Candidate, Candidates
from contested.claims.times.choice import choose
from contested.model.claim import ClaimTime


def some_case(right: str, none: bool = False) -> Case:
    """A choice between a near and a far time."""
    told = [NAMES.encode([("own", ""), ("own", trait)]) for trait in ("near", "far")]
    return told, [trait == right for trait in ("near", "far")], none


def test_the_trait_of_right_times_weighs_most() -> None:
    weights = learn([some_case("near") for _ in range(200)])["own"]
    assert weights["near"] > 0 > weights["far"]


def test_where_the_coders_have_none_nothing_is_chosen() -> None:
    weights = learn([some_case("", none=True) for _ in range(200)])
    found: Candidates = {
        ("2020-02-01",) * 2: Candidate(ClaimTime("2020-02-01", "2020-02-01", "day"), {"own": ["near"]})
    }
    assert choose(found, [], [], weights) == (None, 0.0)


def test_the_mean_counts_what_a_table_lacks_as_nothing() -> None:
    assert mean([{"own": {"near": 1.0, "far": 0.001}}, {"next": {"": -1.0}}]) == {
        "own": {"near": 0.5},
        "next": {"": -0.5},
    }
