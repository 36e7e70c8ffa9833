"""Learn which events of a report are one event told again: python -m bench.train_same [--folds 6] [--out FOLDER].

Two coded claims are one where their codes are of one family, nothing coded of them differs (date, places, initiators,
effects) and enough agrees; two where something differs; pairs of which the coding tells too little are left out.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from bench.corpora import Coded, load_scorer
from bench.sparse_fit import fit_table, table_of
from bench.train_where import WEIGHTS as FOLDER
from bench.train_where import Told, collect, save
from contested.annotate.pipeline import Annotator, load_pipeline
from contested.claims.cast import cast_of
from contested.claims.linear import Linear
from contested.claims.same_event import WEIGHTS, Pairing, likely

STRENGTH, LEAST, ROUNDS = 8.0, 5, 150
ENOUGH, SLIGHT = 1.9, 0.7  # what must agree in all; what an agreement of participants counts
VAGUE = 2  # "civilians were killed": a bound that many events share
FOLDS, THRESHOLD, THRESHOLDS = 6, 0.4, (0.3, 0.4, 0.5, 0.6)


class Labels:
    """What two coded claims tell of being one event."""

    def __init__(self) -> None:
        self.scorer = load_scorer()

    def of(self, one: Coded, other: Coded) -> bool | None:
        """Whether they are one event; None where the coding does not tell."""
        codes = [{claim["event"], *claim.get("also", [])} for claim in (one, other)]
        if not any(self.scorer.family_fit(a, b) for a in codes[0] for b in codes[1]):
            return False
        pairs = {slot: (one.get(slot, []), other.get(slot, [])) for slot in ("date", "places", "initiators", "targets")}
        told = {slot: bool(a and b) for slot, (a, b) in pairs.items()}
        if told["date"] and (pairs["date"][0][0], pairs["date"][0][-1]) != (pairs["date"][1][0], pairs["date"][1][-1]):
            return False
        if any(told[slot] and not self.share(*pairs[slot]) for slot in ("places", "initiators")):
            return False
        agreed = told["date"] + told["places"] + SLIGHT * told["initiators"]
        agreed += SLIGHT * (told["targets"] and self.share(*pairs["targets"]))
        same, clash = effects_of(one, other)
        agreed += same - clash / 2
        if agreed >= ENOUGH and not (clash and not same and agreed < 2):
            return True
        return False if clash and not same else None

    def share(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two lists share a name."""
        return any(self.scorer.same_name(a, [b]) for a in one for b in other)


def effects_of(one: Coded, other: Coded) -> tuple[float, int]:
    """How many effects of two claims agree, vague ones for a third, and how many differ."""
    mine, its = ({e["kind"]: (e.get("low"), e.get("high")) for e in claim.get("effects", [])} for claim in (one, other))
    both = mine.keys() & its.keys()
    same = sum(1.0 if mine[kind][0] != VAGUE else 0.3 for kind in both if mine[kind] == its[kind])
    return same, sum(mine[kind] != its[kind] for kind in both)


def samples(told: Sequence[Told], labels: Labels) -> Iterator[tuple[int, int, int, list[str], bool | None]]:
    """Report, earlier and later event, features and label of every pair that is weighed."""
    for number, one in enumerate(told):
        pairing = Pairing(cast_of(one.events, one.context), one.context)
        for later in range(len(one.events)):
            for earlier in pairing.forerunners(later):
                features = pairing.features(earlier, later)
                yield number, earlier, later, features, labels.of(one.claims[earlier], one.claims[later])


class Rows:
    """The pairs whose coding tells whether they are one event."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.known = [row for row in samples(told, Labels()) if row[4] is not None]
        self.table = table_of([row[3] for row in self.known], LEAST)
        self.truth = np.array([bool(row[4]) for row in self.known], float)
        self.reports = np.array([row[0] for row in self.known])

    def fit(self, kept: Any) -> Linear:
        """The weights that some of the pairs give."""
        picked = np.flatnonzero(kept)
        weights = fit_table(self.table.rows(picked), self.truth[picked], STRENGTH, ROUNDS)
        return Linear(dict(zip(self.table.names[1:], weights[1:].tolist(), strict=True)), float(weights[0]), THRESHOLD)

    def folds(self, count: int) -> list[Linear]:
        """The weights of each fold, learnt from the other reports."""
        return [self.fit(self.reports % count != fold) for fold in range(count)]


def report_clusters(told: Sequence[Told], rows: Rows, models: Sequence[Linear]) -> None:
    """Print how many pairs of the clusters are right at some thresholds, on reports left out."""
    judged = {row[:3]: bool(row[4]) for row in rows.known}
    for threshold in THRESHOLDS:
        right = linked = 0
        for number, one in enumerate(told):
            model = replace(models[number % len(models)], threshold=threshold)
            clusters = likely(Pairing(cast_of(one.events, one.context), one.context), model).clusters
            for earlier, later in combinations(range(len(clusters)), 2):
                if clusters[earlier] == clusters[later] and (number, earlier, later) in judged:
                    linked += 1
                    right += judged[number, earlier, later]
        wanted = int(rows.truth.sum())
        both = 2 * right / max(1, linked + wanted)
        print(f"{threshold}: pairs of clusters P {right / max(1, linked):.3f} R {right / wanted:.3f} F1 {both:.3f}")


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--out", type=Path, default=FOLDER)
    args = parser.parse_args()
    told = list(collect(Annotator(load_pipeline())))
    rows = Rows(told)
    report_clusters(told, rows, rows.folds(args.folds))
    save(rows.fit(rows.reports >= 0), args.out / f"{WEIGHTS}.json")


if __name__ == "__main__":
    main()
