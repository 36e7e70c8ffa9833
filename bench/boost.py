"""Grow a boosted forest over named features (Newton steps on the logistic loss, trees grown leaf by leaf; numpy)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from bench.sparse_fit import Floats, Ints, Table, sigmoid
from contested.claims.forest import Forest, read_node


@dataclass(frozen=True, slots=True)
class Growth:
    """How a forest grows: ``share`` of features and ``bag`` of samples that each tree sees."""

    trees: int = 80
    leaves: int = 15
    rate: float = 0.15
    least: int = 20
    shrink: float = 5.0
    share: float = 0.2
    bag: float = 0.8
    seed: int = 7


GROWTH = Growth()


@dataclass(slots=True)
class Leaf:
    """A leaf that may be split: its samples, the best split's gain and feature."""

    samples: Ints
    gain: float
    feature: int
    value: float
    branches: list[Leaf] = field(default_factory=list)


class Grower:
    """One forest over a table of samples."""

    def __init__(self, table: Table, growth: Growth) -> None:
        self.table, self.growth = table, growth
        self.sizes = np.diff(table.starts)
        self.slope: Floats = np.zeros(0)
        self.curve: Floats = np.zeros(0)
        self.open: Floats = np.zeros(0)

    def grow(self, labels: Floats, counted: Floats) -> tuple[float, list[Any]]:
        """The bias, and the trees as nested lists of [feature's number, without, with] and numbers."""
        dice, growth = np.random.default_rng(self.growth.seed), self.growth
        rate = float(np.average(labels, weights=counted))
        bias = float(np.log(rate / (1 - rate)))
        totals, trees = np.full(len(labels), bias), []
        for _ in range(growth.trees):
            told = sigmoid(totals)
            self.slope, self.curve = (labels - told) * counted, told * (1 - told) * counted
            self.open = dice.random(len(self.table.names)) < growth.share
            self.open[0] = False
            bag = np.flatnonzero(dice.random(len(labels)) < growth.bag)
            root = self.tree(bag)
            trees.append(self.written(root))
            self.add(root, np.arange(len(labels)), totals)
        return bias, trees

    def tree(self, samples: Ints) -> Leaf:
        """A tree: the leaf of the highest gain is split until there are enough."""
        root = self.leaf(samples)
        ends = [root]
        while len(ends) < self.growth.leaves:
            best = max(ends, key=lambda leaf: leaf.gain)
            if best.gain <= 1e-6:
                break
            best.branches = [self.leaf(part) for part in self.parted(best.samples, best.feature)]
            ends = [leaf for leaf in ends if leaf is not best] + best.branches
        return root

    def leaf(self, samples: Ints) -> Leaf:
        """A leaf with its best split."""
        growth, count = self.growth, len(self.table.names)
        slope, curve = self.slope[samples].sum(), self.curve[samples].sum()
        which, sizes = self.features_of(samples)
        with_slope = np.bincount(which, np.repeat(self.slope[samples], sizes), count)
        with_curve = np.bincount(which, np.repeat(self.curve[samples], sizes), count)
        there = np.bincount(which, minlength=count)
        gains = (
            with_slope**2 / (with_curve + growth.shrink)
            + (slope - with_slope) ** 2 / (curve - with_curve + growth.shrink)
            - slope**2 / (curve + growth.shrink)
        )
        few = (there < growth.least) | (len(samples) - there < growth.least) | ~self.open.astype(bool)
        gains[few] = 0.0
        best = int(gains.argmax())
        return Leaf(samples, float(gains[best]), best, float(growth.rate * slope / (curve + growth.shrink)))

    def features_of(self, samples: Ints) -> tuple[Ints, Ints]:
        """The features of some samples one after another, and how many each has."""
        picked = self.table.rows(samples)
        return picked.columns, np.diff(picked.starts)

    def parted(self, samples: Ints, feature: int) -> tuple[Ints, Ints]:
        """The samples without a feature and those with it."""
        which, sizes = self.features_of(samples)
        owner = np.repeat(np.arange(len(samples)), sizes)
        there = np.zeros(len(samples), bool)
        there[owner[which == feature]] = True
        return samples[~there], samples[there]

    def add(self, leaf: Leaf, samples: Ints, totals: Floats) -> None:
        """Add a tree's values to the totals of samples."""
        if not leaf.branches:
            totals[samples] += leaf.value
            return
        for branch, part in zip(leaf.branches, self.parted(samples, leaf.feature), strict=True):
            self.add(branch, part, totals)

    def written(self, leaf: Leaf) -> Any:
        """A tree as nested lists."""
        if not leaf.branches:
            return round(leaf.value, 4)
        return [leaf.feature, *(self.written(branch) for branch in leaf.branches)]


@dataclass(frozen=True, slots=True)
class Grown:
    """A forest as it is written."""

    features: Sequence[str]
    trees: list[Any]
    bias: float

    def forest(self, threshold: float) -> Forest:
        """The forest as the package reads it."""
        return Forest([read_node(tree, self.features) for tree in self.trees], self.bias, threshold)

    def save(self, path: Path, threshold: float) -> None:
        """Write the forest with the features that its trees ask for."""
        asked = sorted({number for tree in self.trees for number in numbers(tree)})
        index = {number: i for i, number in enumerate(asked)}
        table = {
            "bias": round(self.bias, 4),
            "threshold": threshold,
            "features": [self.features[number] for number in asked],
            "trees": [renumbered(tree, index) for tree in self.trees],
        }
        lines = json.dumps(table, ensure_ascii=False, separators=(",", ":")).replace("],[", "],\n[")
        path.write_text(lines + "\n", encoding="utf-8")


def grow_forest(table: Table, labels: Floats, counted: Floats, growth: Growth = GROWTH) -> Grown:
    """The forest that tells the labels of the table's rows; ``counted`` is the weight of each."""
    bias, trees = Grower(table, growth).grow(labels, counted)
    return Grown(table.names, trees, bias)


def numbers(tree: Any) -> list[int]:
    """The numbers of the features that a tree asks for."""
    return [tree[0], *numbers(tree[1]), *numbers(tree[2])] if isinstance(tree, list) else []


def renumbered(tree: Any, index: dict[int, int]) -> Any:
    """The tree with other numbers for its features."""
    if not isinstance(tree, list):
        return tree
    return [index[tree[0]], renumbered(tree[1], index), renumbered(tree[2], index)]
