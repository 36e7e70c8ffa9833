"""Tables learn what needs two questions, and are the same each time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from bench.grow_tables import Recipe, grow_tables, save_tables


def test_tables_learn_a_pattern_of_two_columns(tmp_path: Path) -> None:
    cases = np.random.default_rng(5).random((600, 4))
    labels = (cases[:, 1] > 0.5) & (cases[:, 3] < 0.4)
    recipe = Recipe(tables=30, depth=2, share=1.0)
    tables = grow_tables(cases, labels, ["a", "b", "c", "d"], 0.5, recipe)
    told = tables.probabilities(cases)
    assert ((told > 0.5) == labels).mean() > 0.95
    again = grow_tables(cases, labels, ["a", "b", "c", "d"], 0.5, recipe).probabilities(cases)
    np.testing.assert_array_equal(told, again)
    save_tables(tables, tmp_path / "t.json")
    assert (tmp_path / "t.json").read_text().startswith("{")
