"""Fit the weights of ``claims/lexicon/where.toml`` on coded reports by logistic regression.

python -m bench.train_where GOLD.jsonl REPORTS.jsonl [--folds 5] [--write]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bench.slots import gold_events, load_scorer, read_row
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims.context import Context
from contested.claims.place_attach import family, pair_features
from contested.claims.place_carry import Carrier
from contested.claims.place_roles import places_by_sentence
from contested.claims.where import UNPLACED
from contested.model.annotations import PlaceMention

LEAST = 6
Sample = tuple[str, int, list[str], bool]


def samples(gold: Path, reports: Path) -> Iterator[Sample]:
    """Table, report number, features and whether the coders agree, for each decision that is to be weighed."""
    same = load_scorer().same_name
    texts = {r.ref: r for r in map(read_row, reports.read_text(encoding="utf-8").splitlines())}
    annotator = Annotator(load_pipeline())
    for number, line in enumerate(gold.read_text(encoding="utf-8").splitlines()):
        coded = json.loads(line)
        doc = annotator.annotate(texts[str(coded["ref"])])
        context = Context(doc, texts[str(coded["ref"])], annotations_of(doc))
        pairs = sorted(gold_events(doc, coded["claims"]), key=lambda pair: pair[1].trigger.start)
        placed, carrier = places_by_sentence(context), Carrier(context)
        for claim, event in pairs:
            here = placed.get(event.sentence.start, [])
            near = [e for _, e in pairs if e.sentence.start == event.sentence.start and e is not event]
            right = [p for p in here if listed(p.mention, claim, same)]
            for p in here:
                yield "attach", number, list(pair_features(event, p, here, near)), p in right
            if family(event.code) in UNPLACED:
                continue
            chosen = [p.mention for p in right]
            if not chosen:
                found, features = carrier.source(event)
                hit = any(listed(mention, claim, same) for mention in found)
                if found:
                    yield "carry", number, features, hit
                chosen = found if hit else []
            carrier.note(event, chosen)


def listed(mention: PlaceMention, claim: dict[str, Any], same: Callable[[str, list[str]], bool]) -> bool:
    """Whether the coders list the place."""
    return any(same(name, [mention.name, mention.mention.quote]) for name in claim.get("places", []))


def fit(x: Any, y: Any, strength: float = 3.0, rounds: int = 400) -> Any:
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
    tables = ["# Weights of features, fitted by bench/train_where.py."]
    for table in ("attach", "carry"):
        weights = weigh(table, [row[1:] for row in rows if row[0] == table], args.folds)
        tables += [f"\n[{table}]", *(f'"{name}" = {w:.2f}' for name, w in weights.items())]
    if args.write:
        args.write.write_text("\n".join([*tables, ""]), encoding="utf-8")


def weigh(table: str, rows: list[tuple[int, list[str], bool]], folds: int) -> dict[str, float]:
    """The weights of one table; prints how the decision fares on reports left out."""
    counts = Counter(f for _, features, _ in rows for f in features)
    index = {name: i for i, name in enumerate(sorted(f for f, count in counts.items() if count >= LEAST))}
    x = np.zeros((len(rows), len(index)))
    for i, (_, features, _) in enumerate(rows):
        x[i, [index[f] for f in features if f in index]] = 1
    y = np.array([hit for *_, hit in rows], float)
    fold = np.array([number % folds for number, *_ in rows])
    guess = np.zeros(len(rows))
    for k in range(folds):
        guess[fold == k] = x[fold == k] @ fit(x[fold != k], y[fold != k])
    for cut in (-0.8, -0.4, 0.0, 0.4):
        on = guess > cut
        found = f"P {y[on].mean():.3f} R {y[on].sum() / y.sum():.3f}"
        print(f"{table} cut {cut}: {found} of {len(rows)} decisions, {int(y.sum())} right")
    w = fit(x, y)
    return {name: w[i] for name, i in index.items() if abs(w[i]) >= 0.05}


if __name__ == "__main__":
    main()
