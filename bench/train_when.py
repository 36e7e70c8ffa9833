"""Learn how much each trait tells of an undated event's belonging to a dated one.

    python -m bench.train_when GOLD.jsonl REPORTS.jsonl WEIGHTS.json

Prints the accuracy on reports held out in turn, then writes the weights learned from all.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from bench.slots import gold_events, read_row
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims import time_carry
from contested.claims.context import Context, Event
from contested.claims.time_lender import Link, Told
from contested.claims.when import answer

Pair = tuple[list[str], bool, bool]
Case = list[Pair]
FOLDS, STEPS, RATE, SHRINK = 10, 600, 0.5, 0.015


def pairs_of(gold: Path, reports: Path) -> Iterator[list[Case]]:
    """For each report and undated event: the traits of its pairs, whether that time is right, whether none is."""
    texts = {r.ref: r for r in map(read_row, reports.read_text(encoding="utf-8").splitlines())}
    annotator = Annotator(load_pipeline())
    for line in gold.read_text(encoding="utf-8").splitlines():
        coded = json.loads(line)
        doc = annotator.annotate(texts[str(coded["ref"])])
        context = Context(doc, texts[str(coded["ref"])], annotations_of(doc))
        events = sorted(gold_events(doc, coded["claims"]), key=lambda pair: pair[1].trigger.start)
        dates = {id(event): claim.get("date", []) for claim, event in events}
        cases: dict[int, Case] = {}

        def note(event: Event, at: int, link: Link, told: Told, _seen: Any = (dates, cases)) -> list[str]:
            known, kept = _seen
            traits = TRAITS(event, at, link, told)
            date = known[id(event)]
            same = bool(date) and (date[0], date[-1]) == (told.time.start, told.time.end)
            kept.setdefault(id(event), []).append((traits, same, not date))
            return traits

        time_carry.link_traits = note  # type: ignore[assignment]
        answer([event for _, event in events], context)
        yield list(cases.values())
    time_carry.link_traits = TRAITS


TRAITS = time_carry.link_traits


def learn(cases: list[Case]) -> dict[str, float]:
    """Choice among an event's lenders or none: softmax with ridge, cases without a right choice left out."""
    cases = [case for case in cases if case[0][2] or any(same for _, same, _ in case)]
    names = sorted({trait for case in cases for traits, _, _ in case for trait in traits})
    index = {name: i for i, name in enumerate(names)}
    owner = np.array([i for i, case in enumerate(cases) for _ in case])
    pairs = [pair for case in cases for pair in case]
    matrix = np.zeros((len(pairs), len(names) + 1))
    matrix[:, -1] = 1
    for row, (traits, _, _) in enumerate(pairs):
        matrix[row, [index[t] for t in traits]] = 1
    truth = np.array([same for _, same, _ in pairs], dtype=float)
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        strength = np.exp(np.clip(matrix @ weights, -30, 30))
        total = 1 + np.bincount(owner, strength, len(cases))
        goal = np.bincount(owner, strength * truth, len(cases))
        wanted = np.divide(strength * truth, goal[owner], out=np.zeros_like(truth), where=goal[owner] > 0)
        ridge = SHRINK * np.append(weights[:-1], 0)
        weights -= RATE * (matrix.T @ (strength / total[owner] - wanted) / max(1, len(cases)) + ridge)
    return {name: round(float(weights[i]), 3) for name, i in index.items()} | {"bias": round(float(weights[-1]), 3)}


def right(weights: dict[str, float], cases: list[Case]) -> int:
    """How many events are dated right."""
    total = 0
    for case in cases:
        weighed = [(sum(weights.get(t, 0.0) for t in traits) + weights["bias"], same) for traits, same, _ in case]
        best = max(weighed)
        total += best[1] if best[0] > 0 else case[0][2]
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
        weights = learn([case for i, cases in enumerate(reports) if i % FOLDS != fold for case in cases])
        held = [case for i, cases in enumerate(reports) if i % FOLDS == fold for case in cases]
        good, count = good + right(weights, held), count + len(held)
    print(f"held out: {good / max(1, count):.3f} of {count} events")
    weights = learn([case for cases in reports for case in cases])
    args.weights.write_text(json.dumps(dict(sorted(weights.items())), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
