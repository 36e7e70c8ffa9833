"""Train the choice of an event's places on coded reports: python -m bench.train_where [--folds 5] [--out FOLDER].

Two models: one for the places of the event's own sentence, one for those carried over from other sentences, which
learns from what the first would give on reports that it has not seen.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from bench.corpora import LEARNING, ROOT, Coded, coded_with_texts, load_scorer
from bench.slots import Tally, add_sets, gold_events
from bench.sparse_fit import Table, fit_table, table_of
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims import how_many
from contested.claims.context import Context, Event
from contested.claims.said_by import find_attributions
from contested.claims.where import CARRIED, HERE, Weighed, weigh
from contested.claims.words.linear import Linear
from contested.model.annotations import PlaceMention

WEIGHTS = ROOT / "src" / "contested" / "claims" / "weights"
NONE = Linear({}, -9.0, 0.5)
LEARNING_CUT = 0.42
CUTS = {HERE: 0.5, CARRIED: 0.42}  # on reports left out the F1 is the same from 0.42 to 0.5
DIVISIONS = 4
TWICE = ("train", "elsewhere", "written")  # files whose reports count double, by how their names begin
STRENGTH, LEAST, ROUNDS = 20.0, 4, 150


@dataclass(frozen=True, slots=True)
class Told:
    """A coded report: the file of its coding, its claims, their events, and how much it weighs."""

    name: str
    claims: Sequence[Coded]
    events: Sequence[Event]
    context: Context
    weight: int


@dataclass
class Samples:
    """Rows of features with their labels and the numbers of their reports."""

    table: Table
    labels: Any
    reports: Any

    def fit(self, kept: Any) -> Linear:
        """The model of some of the rows."""
        picked = np.flatnonzero(kept)
        weights = fit_table(self.table.rows(picked), self.labels[picked], STRENGTH, ROUNDS)
        names = self.table.names
        return Linear(dict(zip(names[1:], weights[1:].tolist(), strict=True)), float(weights[0]), LEARNING_CUT)


class Trainer:
    """The coded reports, in as many folds as asked."""

    def __init__(self, told: Sequence[Told], folds: int) -> None:
        self.told, self.folds = told, folds
        self.same = load_scorer().same_name
        self.fold = np.arange(len(told)) % folds

    def weighed(self, here: Sequence[Linear], carried: Sequence[Linear]) -> Iterator[tuple[int, Coded, Weighed]]:
        """Each claim with its event's places, by the models of its report's fold."""
        for number, one in enumerate(self.told):
            fold = self.fold[number]
            for claim, weighed in zip(
                one.claims, weigh(one.events, one.context, here[fold], carried[fold]), strict=True
            ):
                yield number, claim, weighed

    def is_coded(self, mention: PlaceMention, names: Sequence[str]) -> bool:
        """Whether the coders list the place."""
        return any(self.same(name, [mention.name, mention.mention.quote]) for name in names)

    def here(self) -> Samples:
        """A sample a place of the event's own sentence."""
        rows = (
            (number, features, self.is_coded(placed.mention, claim.get("places", [])))
            for number, claim, one in self.weighed([NONE] * self.folds, [NONE] * self.folds)
            for placed, features, _ in one.here
        )
        return self.samples(rows)

    def carried(self, here: Sequence[Linear], carried: Sequence[Linear]) -> Samples:
        """A sample a place that may be carried over; right where the coders list it and nothing else answers them."""
        rows = []
        for number, claim, one in self.weighed(here, carried):
            others = [c.mention for c, _ in one.carried]
            own = [m for m in one.places if m not in others]
            left = [n for n in claim.get("places", []) if not any(self.is_coded(m, [n]) for m in own)]
            rows += [(number, c.features, self.is_coded(c.mention, left)) for c, _ in one.carried]
        return self.samples(iter(rows))

    def samples(self, rows: Iterator[tuple[int, list[str], bool]]) -> Samples:
        """The rows, those of reports that weigh double twice."""
        kept = [row for row in rows for _ in range(self.told[row[0]].weight)]
        labels = np.array([label for *_, label in kept], float)
        return Samples(table_of([f for _, f, _ in kept], LEAST), labels, np.array([n for n, *_ in kept]))

    def models(self, samples: Samples) -> list[Linear]:
        """One model a fold, learnt from the others."""
        return [samples.fit(self.fold[samples.reports] != k) for k in range(self.folds)]

    def tally(self, here: Sequence[Linear], carried: Sequence[Linear]) -> Tally:
        """Right, spurious and missed places, as the claims scorer counts them."""
        tally = Tally()
        for _, claim, one in self.weighed(here, carried):
            add_sets(tally, claim.get("places", []), [[m.name, m.mention.quote] for m in one.places], self.same)
        return tally


def collect(annotator: Annotator, names: Sequence[str] = LEARNING) -> Iterator[Told]:
    """The coded reports of the named files."""
    seen: set[str] = set()
    for name in names:
        for coded, report in coded_with_texts([name]):
            if report.ref in seen:
                continue
            seen.add(report.ref)
            doc = annotator.annotate(report)
            annotations = annotations_of(doc)
            pairs = sorted(gold_events(doc, coded["claims"]), key=lambda pair: pair[1].trigger.start)
            events = [event for _, event in pairs]
            context = Context(doc, report, annotations, find_attributions(doc, annotations))
            context = replace(context, effects=how_many.answer(events, context))
            yield Told(name, [claim for claim, _ in pairs], events, context, 2 if name.startswith(TWICE) else 1)


def train(told: Sequence[Told], folds: int) -> dict[str, Linear]:
    """Both models; prints what they reach on reports left out.

    What is carried over is learnt from several divisions into folds and averaged, as any one leans its own way.
    """
    total, carried = Tally(), list[Linear]()
    for seed in range(DIVISIONS):
        order = list(told)
        random.Random(seed).shuffle(order)
        trainer = Trainer(order, folds)
        here = trainer.here()
        first = trainer.models(here)
        second = trainer.models(trainer.carried(first, [NONE] * folds))
        samples = trainer.carried(first, second)
        carried.append(samples.fit(samples.reports >= 0))
        second = trainer.models(samples)
        add_tally(total, trainer.tally([cut(m, HERE) for m in first], [cut(m, CARRIED) for m in second]))
        print(total.line("places"), flush=True)
    return {HERE: cut(here.fit(here.reports >= 0), HERE), CARRIED: cut(mean(carried), CARRIED)}


def cut(model: Linear, name: str) -> Linear:
    """The model with the threshold of its name."""
    return replace(model, threshold=CUTS[name])


def mean(models: Sequence[Linear]) -> Linear:
    """The mean of models; what one lacks counts as nothing."""
    names = sorted({name for model in models for name in model.weights})
    weights = {name: sum(model.weights.get(name, 0.0) for model in models) / len(models) for name in names}
    return replace(models[0], weights=weights, bias=sum(model.bias for model in models) / len(models))


def add_tally(total: Tally, one: Tally) -> None:
    """Add one tally to another."""
    total.right += one.right
    total.spurious += one.spurious
    total.missed += one.missed


def save(model: Linear, path: Path, digits: int = 2, least: float = 0.03) -> None:
    """Write a model with weights of so many digits, those that are next to nothing left out."""
    kept = {name: round(weight, digits) for name, weight in sorted(model.weights.items()) if abs(weight) >= least}
    head = {"bias": round(model.bias, 3), "threshold": model.threshold, "scale": 1.0, "shift": 0.0}
    path.write_text(json.dumps({**head, "weights": kept}, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


def linear_from(path: Path) -> Linear:
    """A model as it was saved."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return Linear(table["weights"], table["bias"], table["threshold"])


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--beside", type=Path, help="weights learnt before; the mean is written, they count twice")
    args = parser.parse_args()
    for name, model in train(list(collect(Annotator(load_pipeline()))), args.folds).items():
        before = 2 * [linear_from(args.beside / f"{name}.json")] if args.beside else []
        save(mean([model, *before]), args.out / f"{name}.json")


if __name__ == "__main__":
    main()
