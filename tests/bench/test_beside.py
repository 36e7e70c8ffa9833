"""The mean of weights learnt before and of those learnt now."""

from __future__ import annotations

import numpy as np
import pytest
from bench.beside import mean_tables

from contested.claims.parties.oblivious import Tables


def tables(cut: float, bias: float, names: tuple[str, ...] = ("a", "b")) -> Tables:
    """One table with one question of the first column."""
    return Tables(names, np.array([[0]]), np.array([[cut]]), np.array([[-1.0, 1.0]]), bias, 0.5)


def test_the_mean_answers_between_those_it_is_made_of() -> None:
    one, other = tables(0.5, 0.0), tables(2.5, 0.2)
    cases = np.array([[0.0, 0.0], [1.0, 0.0], [3.0, 0.0]])
    logits = [np.log(p / (1 - p)) for p in (t.probabilities(cases) for t in (one, other, mean_tables([one, other])))]
    assert np.allclose(logits[2], (logits[0] + logits[1]) / 2)


def test_tables_of_other_columns_have_no_mean() -> None:
    with pytest.raises(ValueError, match="other columns"):
        mean_tables([tables(0.5, 0.0), tables(0.5, 0.0, ("a", "c"))])
