"""Weights beside those learnt before: the mean of both leans less to the coders of one year."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.fit import Fit
from bench.grow_tables import save_tables
from bench.train_where import linear_from, mean, save
from contested.claims.parties.oblivious import Tables, read_tables


def mean_of(before: Path, now: Path, names: Sequence[str], out: Path) -> None:
    """Write the means of the linear weights of those names, and of their tables ``…_again``, of two folders."""
    for name in names:
        linear = mean([linear_from(folder / f"{name}.json") for folder in (before, now)])
        save(linear, out / f"{name}.json", 3, 0.01)
        tables = [
            read_tables(json.loads((folder / f"{name}_again.json").read_text(encoding="utf-8")))
            for folder in (before, now)
        ]
        save_tables(mean_tables(tables), out / f"{name}_again.json")


def mean_tables(tables: Sequence[Tables]) -> Tables:
    """Tables that answer with the mean of what several add up to; raises ValueError where their columns differ."""
    if len({one.names for one in tables}) > 1:
        raise ValueError("the tables ask of other columns; learn both anew")
    parts = ([getattr(one, name) for one in tables] for name in ("columns", "cuts", "leaves"))
    columns, cuts, leaves = (np.concatenate(part) for part in parts)
    bias, threshold = (
        sum(values) / len(tables) for values in zip(*((t.bias, t.threshold) for t in tables), strict=True)
    )
    return Tables(tables[0].names, columns, cuts, leaves / len(tables), bias, threshold)


def mean_with(before: Path, now: Path) -> None:
    """Write over the weights of ``now`` their mean with those of ``before``: what was learnt first is not all lost."""
    one, two = (json.loads(path.read_text(encoding="utf-8")) for path in (before, now))
    names = sorted({*one["weights"], *two["weights"]})
    both = {name: (one["weights"].get(name, 0.0) + two["weights"].get(name, 0.0)) / 2 for name in names}
    bias, scale, shift = ((one[key] + two[key]) / 2 for key in ("bias", "scale", "shift"))
    Fit(both, bias).save(now, two["threshold"], (round(scale, 4), round(shift, 4)))
