"""Fit a linear model on named features by L2-regularised logistic regression (numpy, full batch)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

Sample = tuple[str, list[str], bool]  # group (a report), features, label

OPTIONAL = "optional"  # a feature that marks samples of little weight; never a weight of its own
OPTIONAL_WEIGHT = 0.1


@dataclass(frozen=True)
class Fit:
    """Weights by feature, and the bias."""

    weights: dict[str, float]
    bias: float

    def probability(self, features: Sequence[str]) -> float:
        """The probability of yes."""
        total = self.bias + sum(self.weights.get(f, 0.0) for f in features)
        return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))

    def save(self, path: Path, threshold: float, curve: tuple[float, float] = (1.0, 0.0), decimals: int = 3) -> None:
        """Write the model; weights that round to nothing are left out."""
        kept = {k: round(v, decimals) for k, v in sorted(self.weights.items()) if abs(v) >= 10**-decimals * 5}
        table = {
            "bias": round(self.bias, decimals),
            "threshold": threshold,
            "scale": curve[0],
            "shift": curve[1],
            "weights": kept,
        }
        path.write_text(json.dumps(table, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def fit(samples: Sequence[Sample], strength: float = 1.0, least: int = 3, rounds: int = 400) -> Fit:
    """Fit on all samples; features seen fewer than ``least`` times are left out."""
    counts = Counter(f for _, features, _ in samples for f in set(features))
    names = sorted(f for f, n in counts.items() if n >= least and f != OPTIONAL)
    index = {f: i for i, f in enumerate(names)}
    rows, columns = [], []
    for row, (_, features, _) in enumerate(samples):
        picked = {index[f] for f in features if f in index}
        rows += [row] * len(picked)
        columns += sorted(picked)
    at, which = np.array(rows), np.array(columns)
    labels = np.array([label for _, _, label in samples], dtype=float)
    counted = np.array([OPTIONAL_WEIGHT if OPTIONAL in features else 1.0 for _, features, _ in samples])
    weights, bias = np.zeros(len(names)), float(np.log((labels.mean() + 1e-6) / (1 - labels.mean() + 1e-6)))
    first, second = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, rounds + 1):
        scores = bias + np.bincount(at, weights=weights[which], minlength=len(labels))
        gap = (1 / (1 + np.exp(-np.clip(scores, -30, 30))) - labels) * counted
        slope = np.bincount(which, weights=gap[at], minlength=len(names)) + strength * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        bias -= 0.5 * float(gap.mean())
    return Fit({name: float(w) for name, w in zip(names, weights, strict=True)}, bias)


def platt(samples: Sequence[Sample], probabilities: Sequence[float], rounds: int = 400) -> tuple[float, float]:
    """Scale and shift of the logit that make held-out probabilities mean how often yes is right (Platt 1999)."""
    clipped = np.clip(np.array(probabilities), 1e-9, 1 - 1e-9)
    logits, labels = np.log(clipped / (1 - clipped)), np.array([label for _, _, label in samples], dtype=float)
    scale, shift = 1.0, 0.0
    for _ in range(rounds):
        told = 1 / (1 + np.exp(-np.clip(scale * logits + shift, -30, 30)))
        slope = np.array([np.mean((told - labels) * logits), np.mean(told - labels)])
        spread = told * (1 - told)
        curve = np.array(
            [[np.mean(spread * logits**2), np.mean(spread * logits)], [np.mean(spread * logits), np.mean(spread)]]
        )
        step = np.linalg.solve(curve + 1e-9 * np.eye(2), slope)
        scale, shift = scale - float(step[0]), shift - float(step[1])
        if float(np.abs(step).max()) < 1e-9:
            break
    return round(scale, 4), round(shift, 4)


def cross_validate(samples: Sequence[Sample], fitter: Callable[[Sequence[Sample]], Fit], folds: int = 8) -> list[float]:
    """The probability of each sample by a model that has not seen its report."""
    groups = sorted({group for group, _, _ in samples})
    fold_of = {group: i % folds for i, group in enumerate(groups)}
    out = [0.0] * len(samples)
    for fold in range(folds):
        model = fitter([s for s in samples if fold_of[s[0]] != fold])
        for i, (group, features, _) in enumerate(samples):
            if fold_of[group] == fold:
                out[i] = model.probability(features)
    return out
