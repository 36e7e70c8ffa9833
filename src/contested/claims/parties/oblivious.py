"""Oblivious trees: a sum of small decision tables, each asking the same few questions of every case."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from contested.model.errors import PackError

Matrix = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Tables:
    """``columns`` and ``cuts``: tables × questions; ``leaves``: tables × 2^questions, the first question weighs most.

    ``names`` tells the columns in their order; ``threshold`` is the probability from which the answer is yes.
    """

    names: tuple[str, ...]
    columns: np.ndarray[Any, np.dtype[np.int64]]
    cuts: Matrix
    leaves: Matrix
    bias: float
    threshold: float

    def probabilities(self, cases: Matrix) -> Matrix:
        """The probability of yes for each row of cases × columns."""
        count, depth = self.columns.shape
        if not len(cases):
            return np.zeros(0)
        leaf, answers = np.zeros((count, len(cases)), dtype=np.int64), np.ascontiguousarray(cases.T)
        for question in range(depth):
            leaf <<= 1
            leaf |= answers[self.columns[:, question]] > self.cuts[:, question, None]
        total = self.bias + self.leaves[np.arange(count), leaf.T].sum(axis=1)
        return np.asarray(1.0 / (1.0 + np.exp(-np.clip(total, -30.0, 30.0))))


@cache
def load_tables(name: str) -> Tables | None:
    """The shipped tables of that name, None where none were trained; raises PackError where the file is broken."""
    file = files("contested.claims").joinpath(f"weights/{name}.json")
    if not file.is_file():
        return None
    try:
        return read_tables(json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise PackError(
            f"weights/{name}.json", f"are no tables: {error}", "train them anew with bench/train.py"
        ) from error


def read_tables(table: Mapping[str, Any]) -> Tables:
    """Tables as they were saved; raises KeyError, TypeError or ValueError where a field is missing or does not fit."""
    made = Tables(
        tuple(table["names"]),
        np.array(table["columns"], dtype=np.int64),
        np.array(table["cuts"], dtype=np.float64),
        np.array(table["leaves"], dtype=np.float64),
        float(table["bias"]),
        float(table["threshold"]),
    )
    if made.leaves.shape != (len(made.cuts), 2 ** made.cuts.shape[1]) or made.columns.max() >= len(made.names):
        raise ValueError("shapes do not fit")
    return made
