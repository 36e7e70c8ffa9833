"""Which factuality the signs around an event tell: a log-linear choice learnt from coded reports (bench)."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from contested.model.claim import Factuality
from contested.model.errors import PackError

FILE = "lexicon/sureness.json"
CLASSES: tuple[Factuality, ...] = ("asserted", "hedged", "denied", "planned", "conditional", "forecast")


@dataclass(frozen=True, slots=True)
class Sureness:
    """For each sign one weight a class, in the order of CLASSES."""

    weights: Mapping[str, tuple[int, ...]]

    def best(self, signs: Iterable[str], kinds: Collection[Factuality] = CLASSES) -> Factuality:
        """The factuality with the highest sum of weights, of those that the words allow."""
        get = self.weights.get
        rows = [row for sign in signs if (row := get(sign)) is not None]
        if not rows:
            return "asserted"
        sums = [sum(column) for column in zip(*rows, strict=True)]
        return max(
            (total, -n, kind) for n, (total, kind) in enumerate(zip(sums, CLASSES, strict=True)) if kind in kinds
        )[2]


@cache
def learnt_sureness() -> Sureness:
    """The weights that come with the package; raises PackError where the file is broken."""
    try:
        table = json.loads(files("contested.claims").joinpath(FILE).read_text(encoding="utf-8"))
        return read_sureness(cast("dict[str, object]", table))
    except (ValueError, KeyError, TypeError) as error:
        raise PackError(
            "sureness.json", f"is no table of weights: {error}", "train it anew: bench.train_sureness"
        ) from error


def read_sureness(table: Mapping[str, object]) -> Sureness:
    """Weights from their table; raises ValueError where the classes are others."""
    if table["classes"] != list(CLASSES):
        raise ValueError(f"classes must be {list(CLASSES)}")
    weights = cast("Mapping[str, list[int]]", table["weights"])
    return Sureness({sign: tuple(row) for sign, row in weights.items()})
