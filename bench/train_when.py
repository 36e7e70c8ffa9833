"""Learn how much each trait tells of an undated event's belonging to a dated one.

    python -m bench.train_when GOLD.jsonl REPORTS.jsonl WEIGHTS.json

Prints the accuracy on reports held out in turn, then writes the weights learned from all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.slots import gold_events, read_row
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims import time_carry
from contested.claims.context import Context
from contested.claims.when import answer

Pair = tuple[list[str], bool, bool]
FOLDS, STEPS, RATE, SHRINK = 10, 600, 0.5, 0.01


def pairs_of(gold: Path, reports: Path) -> Iterator[list[Pair]]:
    """For each report: the traits of its pairs, whether the lender's time is right, whether no time is."""
    texts = {r.ref: r for r in map(read_row, reports.read_text(encoding="utf-8").splitlines())}
    annotator = Annotator(load_pipeline())
    for line in gold.read_text(encoding="utf-8").splitlines():
        coded = json.loads(line)
        doc = annotator.annotate(texts[str(coded["ref"])])
        context = Context(doc, texts[str(coded["ref"])], annotations_of(doc))
        events = sorted(gold_events(doc, coded["claims"]), key=lambda pair: pair[1].trigger.start)
        dates = {id(event): claim.get("date", []) for claim, event in events}
        found: list[Pair] = []

        def note(event: object, *rest: object, _dates: dict[int, list[str]] = dates, _found: list[Pair] = found) -> list[str]:
            traits = TRAITS(event, *rest)  # type: ignore[arg-type]
            date, time = _dates[id(event)], rest[2].time  # type: ignore[attr-defined]
            _found.append((traits, bool(date) and (date[0], date[-1]) == (time.start, time.end), not date))
            return traits

        time_carry.link_traits = note  # type: ignore[assignment]
        answer([event for _, event in events], context)
        yield found
    time_carry.link_traits = TRAITS


TRAITS = time_carry.link_traits


def learn(pairs: list[Pair]) -> dict[str, float]:
    """Logistic regression with ridge, over pairs where the answer matters."""
    names = sorted({trait for traits, _, _ in pairs for trait in traits})
    index = {name: i for i, name in enumerate(names)}
    matrix = np.zeros((len(pairs), len(names) + 1))
    matrix[:, -1] = 1
    for row, (traits, _, _) in enumerate(pairs):
        matrix[row, [index[t] for t in traits]] = 1
    truth = np.array([right for _, right, _ in pairs], dtype=float)
    matters = np.array([right or none for _, right, none in pairs], dtype=float)
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        error = (1 / (1 + np.exp(-matrix @ weights)) - truth) * matters
        ridge = SHRINK * np.append(weights[:-1], 0)
        weights -= RATE * (matrix.T @ error / max(1, len(pairs)) + ridge)
    return {name: round(float(weights[i]), 3) for name, i in index.items()} | {"bias": round(float(weights[-1]), 3)}


def right(weights: dict[str, float], pairs: list[Pair]) -> int:
    """How many pairs are decided right."""
    total = 0
    for traits, same, none in pairs:
        carries = sum(weights.get(t, 0.0) for t in traits) + weights["bias"] > 0
        total += same if carries else none
    return total


def main() -> None:
    """Cross-validate by report, print the figure, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "reports", "weights"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    reports = list(pairs_of(args.gold, args.reports))
    good = count = 0
    for fold in range(FOLDS):
        weights = learn([p for i, pairs in enumerate(reports) if i % FOLDS != fold for p in pairs])
        held = [p for i, pairs in enumerate(reports) if i % FOLDS == fold for p in pairs]
        good, count = good + right(weights, held), count + len(held)
    print(f"held out: {good / max(1, count):.3f} of {count} pairs")
    weights = learn([p for pairs in reports for p in pairs])
    args.weights.write_text(json.dumps(dict(sorted(weights.items())), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
