"""A boosted forest over named features: small trees that ask which features are there, their leaves added up."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from contested.claims.linear import Linear, sigmoid
from contested.model.errors import PackError

Node: TypeAlias = "float | tuple[str, Node, Node]"  # a leaf, or a feature with the branches without and with it
UNSURE = (0.06, 0.92)


@dataclass(frozen=True, slots=True)
class Forest:
    """``trees`` add to ``bias``; ``threshold`` is the probability from which the answer is yes."""

    trees: Sequence[Node]
    bias: float
    threshold: float

    def probability(self, features: Collection[str]) -> float:
        """The probability of yes."""
        there, total = frozenset(features), self.bias
        for tree in self.trees:
            node = tree
            while not isinstance(node, float):
                node = node[2] if node[0] in there else node[1]
            total += node
        return sigmoid(total)


@dataclass(frozen=True, slots=True)
class Blend:
    """A linear model and a forest of the same features, which err on different samples: their mean probability.

    The forest, which takes longer, is not asked where the linear model is sure.
    """

    linear: Linear
    forest: Forest

    @property
    def threshold(self) -> float:
        """The probability from which the answer is yes."""
        return self.forest.threshold

    def probability(self, features: Collection[str]) -> float:
        """The probability of yes."""
        first = self.linear.probability(features)
        return (first + self.forest.probability(features)) / 2 if UNSURE[0] < first < UNSURE[1] else first


@cache
def load_forest(name: str) -> Forest:
    """The shipped forest of that name; raises PackError where the file is missing or broken."""
    file = f"weights/{name}.json"
    try:
        table = json.loads(files("contested.claims").joinpath(file).read_text(encoding="utf-8"))
        trees = [read_node(node, table["features"]) for node in table["trees"]]
        return Forest(trees, float(table["bias"]), float(table["threshold"]))
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise PackError(file, f"is no forest: {error}", "train it anew with bench/train_where.py") from error


def read_node(node: object, features: Sequence[str]) -> Node:
    """A node of the file, a number or [feature's number, without, with], with its features by name."""
    if isinstance(node, list):
        number, without, with_ = node
        return features[number], read_node(without, features), read_node(with_, features)
    if not isinstance(node, int | float):
        raise TypeError(f"a leaf is {node!r}")
    return float(node)
