"""Grow oblivious tables on numbers by boosting: each table asks the same few questions of every case (numpy)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from contested.claims.parties.oblivious import Matrix, Tables

BINS = 32
Ints = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How many tables, how many questions each, how far a step goes; ``share`` and ``bag``: what a table sees."""

    tables: int = 100
    depth: int = 4
    rate: float = 0.12
    least: float = 8.0
    ridge: float = 5.0
    share: float = 0.5
    bag: float = 0.8


def grow_tables(
    cases: Matrix, labels: np.ndarray[Any, Any], names: Sequence[str], threshold: float, recipe: Recipe | None = None
) -> Tables:
    """Fit tables to the labels of cases × names; the same input gives the same tables."""
    recipe, chance = recipe or Recipe(), np.random.default_rng(1)
    edges = [np.unique(np.quantile(column, np.linspace(0, 1, BINS)[1:-1])) for column in cases.T]
    binned = np.stack([np.searchsorted(e, column, side="left") for e, column in zip(edges, cases.T, strict=True)])
    wanted = labels.astype(np.float64)
    bias = float(np.log(wanted.mean() / (1 - wanted.mean())))
    total, grown = np.full(len(wanted), bias), []
    for _ in range(recipe.tables):
        told = 1 / (1 + np.exp(-total))
        seen = chance.random(len(wanted)) < recipe.bag
        chosen = np.flatnonzero(chance.random(len(names)) < recipe.share)
        slopes, spreads = (told - wanted) * seen, told * (1 - told) * seen
        questions, leaf = questions_of(binned, chosen, (slopes, spreads), recipe)
        sums = [np.bincount(leaf, part, 2**recipe.depth) for part in (slopes, spreads)]
        values = -recipe.rate * sums[0] / (sums[1] + recipe.ridge)
        total += values[leaf]
        grown.append((questions, values))
    columns = np.array([[c for c, _ in asked] for asked, _ in grown], dtype=np.int64)
    cuts = np.array([[edges[c][at] for c, at in asked] for asked, _ in grown])
    return Tables(tuple(names), columns, cuts, np.array([values for _, values in grown]), bias, threshold)


def questions_of(
    binned: Ints, chosen: Ints, parts: tuple[Matrix, Matrix], recipe: Recipe
) -> tuple[list[tuple[int, int]], Ints]:
    """The questions of one table as (column, bin), the first asked first, and the leaf of every case."""
    leaf = np.zeros(binned.shape[1], dtype=np.int64)
    questions: list[tuple[int, int]] = []
    for level in range(recipe.depth):
        _, at, column = max((*gain(binned[c], (leaf, 2**level), parts, recipe), int(c)) for c in chosen)
        questions.append((column, at))
        leaf = leaf * 2 + (binned[column] > at)
    return questions, leaf


def gain(bins: Ints, leaves: tuple[Ints, int], parts: tuple[Matrix, Matrix], recipe: Recipe) -> tuple[float, int]:
    """How much better all leaves fit when cut at the best bin of one column, and that bin."""
    leaf, count = leaves
    width = int(bins.max()) + 1
    if width < 2:
        return -np.inf, 0
    where = leaf * width + bins
    left = [np.bincount(where, part, count * width).reshape(count, width).cumsum(axis=1) for part in parts]
    right = [part[:, -1:] - part for part in left]
    possible = (left[1] >= recipe.least) & (right[1] >= recipe.least)
    whole = fit_of(left[0][:, -1:], left[1][:, -1:], recipe)
    parted = fit_of(left[0], left[1], recipe) + fit_of(right[0], right[1], recipe)
    gains = np.where(possible, parted - whole, 0.0).sum(axis=0)[:-1]
    at = int(gains.argmax())
    return float(gains[at]), at


def fit_of(slopes: Matrix, spreads: Matrix, recipe: Recipe) -> Matrix:
    """How well the best value of a leaf fits its cases."""
    return np.asarray(slopes**2 / (spreads + recipe.ridge))


def save_tables(tables: Tables, path: Path) -> None:
    """Write tables as JSON, a field a line."""
    fields = {
        "names": list(tables.names),
        "bias": round(tables.bias, 4),
        "threshold": tables.threshold,
        "columns": tables.columns.tolist(),
        "cuts": [[float(f"{cut:.6g}") for cut in row] for row in tables.cuts],
        "leaves": [[round(float(value), 4) for value in row] for row in tables.leaves],
    }
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in fields.items())
    path.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
