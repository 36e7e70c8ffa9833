"""Logistic regression on many sparse samples (numpy, full batch), one pass over the names of the features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]
Ints = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Table:
    """Samples as rows of feature numbers: row i is ``columns[starts[i]:starts[i + 1]]``; no row is empty."""

    names: list[str]
    columns: Ints
    starts: Ints

    def totals(self, weights: Floats) -> Floats:
        """The sum of the weights of each row."""
        return np.add.reduceat(weights[self.columns], self.starts[:-1])

    def rows(self, picked: Ints) -> Table:
        """Some of the rows, in the order asked for."""
        sizes = np.diff(self.starts)[picked]
        starts = np.concatenate([[0], np.cumsum(sizes)])
        at = np.repeat(self.starts[picked] - starts[:-1], sizes) + np.arange(starts[-1])
        return Table(self.names, self.columns[at], starts)


def table_of(samples: Sequence[Sequence[str]], least: int) -> Table:
    """The table of samples with the features that ``least`` or more of them have, and one that all have."""
    counts = Counter(feature for features in samples for feature in features)
    names = ["", *sorted(name for name, count in counts.items() if count >= least)]
    index = {name: i for i, name in enumerate(names)}
    rows = [[0, *sorted(index[f] for f in features if f in index)] for features in samples]
    columns = np.fromiter((column for row in rows for column in row), dtype=np.int32)
    return Table(names, columns, np.concatenate([[0], np.cumsum([len(row) for row in rows])]))


def fit_table(table: Table, labels: Floats, strength: float, rounds: int) -> Floats:
    """The weight of each feature, the first being the bias; ``strength`` is that of the L2 penalty."""
    weights = np.zeros(len(table.names))
    weights[0] = np.log((labels.mean() + 1e-6) / (1 - labels.mean() + 1e-6))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    sizes = np.diff(table.starts)
    penalty = np.full(len(weights), strength)
    penalty[0] = 0.0
    for step in range(1, rounds + 1):
        gap = sigmoid(table.totals(weights)) - labels
        slope = np.bincount(table.columns, weights=np.repeat(gap, sizes), minlength=len(weights)) + penalty * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.06 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def sigmoid(totals: Floats) -> Floats:
    """Probabilities of sums."""
    return np.asarray(1 / (1 + np.exp(-np.clip(totals, -30, 30))))
