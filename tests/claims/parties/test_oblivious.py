"""Tables of decisions add up to a probability."""

from __future__ import annotations

import numpy as np
import pytest

from contested.claims.parties.oblivious import Tables, load_tables
from contested.claims.parties.second_look import COLUMNS


def small() -> Tables:
    """Two questions: is x above 1, is y above 2; only both together speak for yes."""
    leaves = np.array([[-2.0, -2.0, -2.0, 3.0]])
    return Tables(("x", "y"), np.array([[0, 1]]), np.array([[1.0, 2.0]]), leaves, 0.0, 0.5)


@pytest.mark.parametrize(("x", "y", "yes"), [(2, 3, True), (2, 1, False), (0, 3, False), (0, 0, False)])
def test_the_leaf_of_the_answers_counts(x: float, y: float, yes: bool) -> None:
    assert (small().probabilities(np.array([[x, y]]))[0] > 0.5) is np.bool_(yes)


def test_no_cases_have_no_probabilities() -> None:
    assert small().probabilities(np.zeros((0, 2))).shape == (0,)


@pytest.mark.parametrize("side", ["initiators", "targets"])
def test_shipped_tables_read_the_columns_of_the_second_look(side: str) -> None:
    tables = load_tables(f"{side}_again")
    assert tables is not None
    assert tables.names == COLUMNS
    assert 0 < tables.threshold < 1


def test_untrained_tables_are_none() -> None:
    assert load_tables("nobody_trained_these") is None
