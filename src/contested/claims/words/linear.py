"""A linear model over named features: the sum of the weights that fire, as a probability."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

from contested.model.errors import PackError

NOTHING = repeat(0.0)


@dataclass(frozen=True, slots=True)
class Linear:
    """``weights`` by feature; ``threshold`` is the probability from which the answer is yes.

    ``scale`` and ``shift`` map the sum to a calibrated one (Platt 1999), fitted on reports held out in turn.
    """

    weights: Mapping[str, float]
    bias: float
    threshold: float
    scale: float = 1.0
    shift: float = 0.0

    def probability(self, features: Iterable[str]) -> float:
        """The probability of yes."""
        return sigmoid(sum(map(self.weights.get, features, NOTHING), self.bias))

    def calibrated(self, probability: float) -> float:
        """How often yes was right where the model said so with this probability."""
        clipped = min(1 - 1e-9, max(1e-9, probability))
        return sigmoid(self.scale * math.log(clipped / (1 - clipped)) + self.shift)


def sigmoid(total: float) -> float:
    """The logistic function."""
    if -30.0 < total < 30.0:
        return 1.0 / (1.0 + math.exp(-total))
    return 1.0 / (1.0 + math.exp(-30.0 if total > 0 else 30.0))


@cache
def load_linear(name: str) -> Linear | None:
    """The shipped model of that name, None where none has been trained; raises PackError where the file is broken."""
    file = files("contested.claims").joinpath(f"weights/{name}.json")
    if not file.is_file():
        return None
    try:
        table = json.loads(file.read_text(encoding="utf-8"))
        curve = float(table.get("scale", 1.0)), float(table.get("shift", 0.0))
        return Linear(table["weights"], float(table["bias"]), float(table["threshold"]), *curve)
    except (ValueError, KeyError, TypeError) as error:
        raise PackError(
            f"weights/{name}.json", f"is no linear model: {error}", "train it anew with bench/train.py"
        ) from error
