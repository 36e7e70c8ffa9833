"""A linear model over named features: the sum of the weights that fire, as a probability."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError


@dataclass(frozen=True, slots=True)
class Linear:
    """``weights`` by feature; ``threshold`` is the probability from which the answer is yes."""

    weights: Mapping[str, float]
    bias: float
    threshold: float

    def probability(self, features: Iterable[str]) -> float:
        """The probability of yes."""
        get = self.weights.get
        total = self.bias + sum([get(feature, 0.0) for feature in features])
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def load_linear(name: str) -> Linear | None:
    """The shipped model of that name, None where none has been trained; raises PackError where the file is broken."""
    file = files("contested.claims").joinpath(f"weights/{name}.json")
    if not file.is_file():
        return None
    try:
        table = json.loads(file.read_text(encoding="utf-8"))
        return Linear(table["weights"], float(table["bias"]), float(table["threshold"]))
    except (ValueError, KeyError, TypeError) as error:
        raise PackError(
            f"weights/{name}.json", f"is no linear model: {error}", "train it anew with bench/train.py"
        ) from error
