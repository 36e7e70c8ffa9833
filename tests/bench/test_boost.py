"""Growing a boosted forest."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from bench.boost import Growth, grow_forest
from bench.sparse_fit import table_of

SAMPLES = [["a"] if i % 4 == 0 else ["b"] if i % 4 == 1 else ["a", "b"] if i % 4 == 2 else ["c"] for i in range(200)]
EITHER = np.array([i % 4 in (0, 1) for i in range(200)], float)  # one of two features, which no sum of weights tells


def test_a_forest_tells_either_or() -> None:
    growth = Growth(trees=40, leaves=4, rate=0.3, least=5, share=1.0)
    forest = grow_forest(table_of(SAMPLES, 1), EITHER, np.ones(200), growth).forest(0.5)
    assert all((forest.probability(sample) > 0.5) == bool(label) for sample, label in zip(SAMPLES, EITHER, strict=True))


def test_growing_twice_gives_the_same_file(tmp_path: Path) -> None:
    files = []
    for name in ("one.json", "two.json"):
        grow_forest(table_of(SAMPLES, 1), EITHER, np.ones(200), Growth(trees=5, share=0.5)).save(tmp_path / name, 0.5)
        files.append((tmp_path / name).read_bytes())
    assert files[0] == files[1]
