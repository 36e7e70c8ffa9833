"""Fit the weights of ``claims/lexicon/where.toml`` on coded reports by logistic regression.

python -m bench.train_where GOLD.jsonl REPORTS.jsonl [--folds 5] [--write]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bench.slots import gold_events, load_scorer, read_row
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims.context import Context
from contested.claims.place_attach import pair_features
from contested.claims.place_roles import places_by_sentence

LEAST = 6
Sample = tuple[int, list[str], bool]


def samples(gold: Path, reports: Path) -> Iterator[Sample]:
    """Report number, features and whether the coders list the place, for each event and place of a sentence."""
    scorer = load_scorer()
    texts = {r.ref: r for r in map(read_row, reports.read_text(encoding="utf-8").splitlines())}
    annotator = Annotator(load_pipeline())
    for number, line in enumerate(gold.read_text(encoding="utf-8").splitlines()):
        coded = json.loads(line)
        doc = annotator.annotate(texts[str(coded["ref"])])
        context = Context(doc, texts[str(coded["ref"])], annotations_of(doc))
        pairs = sorted(gold_events(doc, coded["claims"]), key=lambda pair: pair[1].trigger.start)
        placed = places_by_sentence(context)
        for claim, event in pairs:
            here = placed.get(event.sentence.start, [])
            near = [e for _, e in pairs if e.sentence.start == event.sentence.start and e is not event]
            left = list(claim.get("places", []))
            for p in here:
                hit = next((g for g in left if scorer.same_name(g, [p.mention.name, p.mention.mention.quote])), None)
                yield number, list(pair_features(event, p, here, near)), hit is not None


def fit(x: Any, y: Any, strength: float = 1.0, rounds: int = 400) -> Any:
    """Weights of a logistic regression with a quadratic penalty."""
    w = np.zeros(x.shape[1])
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (p - y) + strength * w
        curvature = (x.T * (p * (1 - p))) @ x + strength * np.eye(len(w))
        move = np.linalg.solve(curvature, gradient)
        w -= move
        if np.abs(move).max() < 1e-6:
            break
    return w


def main() -> None:
    """Print cross-validated figures, and write the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--write", type=Path)
    args = parser.parse_args()
    rows = list(samples(args.gold, args.reports))
    counts = Counter(f for _, features, _ in rows for f in features)
    names = sorted(f for f, count in counts.items() if count >= LEAST)
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, (_, features, _) in enumerate(rows):
        x[i, [index[f] for f in features if f in index]] = 1
    y = np.array([hit for *_, hit in rows], float)
    fold = np.array([number % args.folds for number, *_ in rows])
    guess = np.zeros(len(rows))
    for k in range(args.folds):
        guess[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k])
    for cut in (-0.8, -0.4, 0.0, 0.4):
        on = guess > cut
        print(
            f"cut {cut}: P {y[on].mean():.3f} R {y[on].sum() / y.sum():.3f} of {len(rows)} pairs, {int(y.sum())} right"
        )
    if args.write:
        w = fit(x, y)
        lines = [f'"{name}" = {w[i]:.2f}' for name, i in sorted(index.items()) if abs(w[i]) >= 0.05]
        args.write.write_text(
            "\n".join(["# Weights of pair features, fitted by bench/train_where.py.", "[attach]", *lines, ""])
        )


if __name__ == "__main__":
    main()
