"""Learn the weights of ``contested.claims.certainty.choice`` from coded reports.

    python -m bench.train_sureness [--folds N] [--out FILE]

Prints the share of right answers of the rules alone and of the choice, cross-validated by report, then
writes weights learnt from all reports. The coding in ``train`` counts half as much again, since its habits are
the norm; ``gold/constructions.txt`` has sentences written for what reports seldom hold, which count double.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from bench.corpora import LEARNING, OWN, coded_reports, coded_with_texts
from bench.slots import gold_events
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims.certainty.choice import CLASSES
from contested.claims.certainty.signs import signs_of
from contested.claims.context import Context, Event
from contested.claims.how_sure import Judge
from contested.claims.said_by import find_attributions
from contested.model.claim import Factuality
from contested.model.report import Report

OUT = Path(__file__).resolve().parents[1] / "src/contested/claims/lexicon/sureness.json"
LEAST = 4  # times that a sign must have been seen
WRITTEN = "constructions"
SMALLEST = 5  # hundredths; signs whose weights are all smaller are left out
Table = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """One coded claim: its report, its signs, the coder's class and the rules' as indices."""

    ref: str
    signs: list[str]
    right: int
    ruled: int


def examples() -> Iterator[Example]:
    """Every coded claim with its signs."""
    pairs = list(coded_with_texts(LEARNING))
    docs = Annotator(load_pipeline()).annotate_many(report for _, report in pairs)
    for (coded, report), doc in zip(pairs, docs, strict=True):
        annotations = annotations_of(doc)
        judge = Judge.of(Context(doc, report, annotations, find_attributions(doc, annotations)))
        for claim, event in gold_events(doc, coded["claims"]):
            if claim.get("factuality") in CLASSES:
                told = judge.told(event)
                signs = signs_of(judge.certainty, event.trigger.start, event.trigger.end, told)
                yield Example(str(coded["ref"]), signs, CLASSES.index(claim["factuality"]), CLASSES.index(told.rule))


def written(line: str) -> tuple[Factuality, str, Report, int, int]:
    """What a line ``factuality|code|sentence with its [trigger]`` holds; the trigger's bounds in code points."""
    kind, code, sentence = line.split("|")
    start, end = sentence.index("["), sentence.index("]") - 1
    text = sentence.replace("[", "").replace("]", "")
    return cast("Factuality", kind), code, Report(WRITTEN, WRITTEN, text), start, end


def constructed() -> Iterator[Example]:
    """The sentences written for the purpose, with their signs."""
    rows = [written(line) for line in (OWN / f"{WRITTEN}.txt").read_text(encoding="utf-8").splitlines() if line]
    docs = Annotator(load_pipeline()).annotate_many(report for _, _, report, _, _ in rows)
    for (kind, code, report, start, end), doc in zip(rows, docs, strict=True):
        annotations = annotations_of(doc)
        judge = Judge.of(Context(doc, report, annotations, find_attributions(doc, annotations)))
        trigger = doc.char_span(start, end, alignment_mode="expand")
        if trigger is None:
            raise ValueError(f"no trigger in {report.text!r}")
        event = Event(code, trigger)
        told = judge.told(event)
        signs = signs_of(judge.certainty, event.trigger.start, event.trigger.end, told)
        yield Example(WRITTEN, signs, CLASSES.index(kind), CLASSES.index(told.rule))


def table_of(rows: Sequence[Example], places: dict[str, int]) -> Table:
    """One row an example, one column a sign."""
    table = np.zeros((len(rows), len(places)), np.float32)
    for n, row in enumerate(rows):
        table[n, [places[sign] for sign in row.signs if sign in places]] = 1
    return table


def prior_of(places: dict[str, int], trust: float) -> Table:
    """Where weights start and decay to: "trust" for the class that the rules answer, else 0; signs × classes."""
    prior = np.zeros((len(places), len(CLASSES)), np.float32)
    for n, kind in enumerate(CLASSES):
        if f"rule={kind}" in places:
            prior[places[f"rule={kind}"], n] = trust
    return prior


def fit(table: Table, right: NDArray[np.int64], shares: Table, prior: Table, args: argparse.Namespace) -> Table:
    """Adam on the weighted multinomial likelihood with quadratic decay; signs × classes."""
    weights = prior.copy()
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    goal = np.eye(len(CLASSES), dtype=np.float32)[right]
    for step in range(1, args.steps + 1):
        scores = table @ weights
        odds = np.exp(scores - scores.max(1, keepdims=True))
        odds /= odds.sum(1, keepdims=True)
        slope = table.T @ ((odds - goal) * shares[:, None]) + args.decay * (weights - prior)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        weights -= 0.05 * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-6)
    return weights


def cross_validate(rows: list[Example], table: Table, shares: Table, prior: Table, args: argparse.Namespace) -> float:
    """The share of right answers on reports not learnt from; sentences written for the purpose are always learnt."""
    fold = {ref: n % args.folds for n, ref in enumerate(sorted({row.ref for row in rows} - {WRITTEN}))}
    folds = np.array([fold.get(row.ref, -1) for row in rows])
    right = np.array([row.right for row in rows])
    hits = 0
    for n in range(args.folds):
        rest = folds != n
        weights = fit(table[rest], right[rest], shares[rest], prior, args)
        hits += int(((table[~rest] @ weights).argmax(1) == right[~rest]).sum())
    return hits / int((folds >= 0).sum())


def main() -> None:
    """Read, validate, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--decay", type=float, default=2.0)
    parser.add_argument("--trust", type=float, default=3.0, help="how far the rules' answer counts before learning")
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    rows = [*examples(), *constructed()]
    norm = {str(coded["ref"]) for coded in coded_reports("train")}
    shares = np.array([1.5 if row.ref in norm else 2.0 if row.ref == WRITTEN else 1.0 for row in rows], np.float32)
    shares /= shares.mean()
    counts = Counter(sign for row in rows for sign in set(row.signs))
    places = {sign: n for n, sign in enumerate(sorted(sign for sign, count in counts.items() if count >= LEAST))}
    prior = prior_of(places, args.trust)
    table, right = table_of(rows, places), np.array([row.right for row in rows])
    print(f"{len(rows)} claims, rules alone {np.mean([row.right == row.ruled for row in rows]):.4f}")
    if args.folds > 1:
        print(f"choice, cross-validated {cross_validate(rows, table, shares, prior, args):.4f}")
    weights = np.rint(100 * fit(table, right, shares, prior, args)).astype(int)
    kept = {sign: weights[n].tolist() for sign, n in places.items() if np.abs(weights[n]).max() >= SMALLEST}
    whole = {"classes": list(CLASSES), "weights": kept}
    args.out.write_text(json.dumps(whole, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    print(f"{args.out}: {args.out.stat().st_size / 1e3:.0f} kB, {len(kept)} signs")


if __name__ == "__main__":
    main()
