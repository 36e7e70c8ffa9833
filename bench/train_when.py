"""Learn the choice among the times an event may have: python -m bench.train_when [--check NAME …].

Prints the accuracy on reports left out, for each file of codings, then writes src/contested/claims/weights/when.json;
with --check, the accuracy of the shipped weights on the named files instead.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from bench.corpora import ROOT
from bench.train_where import Told, collect
from contested.annotate.pipeline import Annotator, load_pipeline
from contested.claims.times.candidates import Candidates
from contested.claims.times.choice import Weights, choice_weights, choose, features
from contested.claims.times.story import CERTAIN, Dating, First, Round
from contested.model.claim import ClaimTime

WEIGHTS = ROOT / "src" / "contested" / "claims" / "weights" / "when.json"
FOLDS, DIVISIONS = 6, 6
ROUNDS, SHRINK, LEAST, LITTLE = 45, 30.0, 5, 0.005

Days = tuple[str | None, str | None]
Case = tuple[list[list[int]], list[bool], bool]  # numbers of the features by candidate, which are right, none
Table = dict[str, dict[str, float]]


class Names:
    """The features met so far, by kind and trait, under numbers."""

    def __init__(self) -> None:
        self.numbers: dict[tuple[str, str], int] = {}

    def encode(self, features: Iterable[tuple[str, str]]) -> list[int]:
        """The numbers of features, each once; a new feature gets the next number."""
        return [self.numbers.setdefault(feature, len(self.numbers)) for feature in dict.fromkeys(features)]


NAMES = Names()


@dataclass(frozen=True)
class Coded:
    """A coded report: the file it is from, its Dating, and the coders' days of every event."""

    name: str
    dating: Dating
    days: list[Days]


def coded_reports(told: Sequence[Told]) -> Iterator[Coded]:
    """The reports with the times that their events may have."""
    for one in told:
        dates = [claim.get("date", []) for claim in one.claims]
        days: list[Days] = [(d[0], d[-1]) if d else (None, None) for d in dates]
        yield Coded(one.name, Dating(one.events, one.context), days)


def days_of(time: ClaimTime | None) -> Days:
    """First and last day."""
    return (time.start, time.end) if time is not None else (None, None)


def case(coded: Coded, i: int, found: Candidates, general: list[str], alone: bool = False) -> Case:
    """One choice to learn from; ``alone``: days that no candidate has count as none."""
    days = coded.days[i]
    right = [days_of(candidate.time) == days for candidate in found.values()]
    told = [NAMES.encode(features(candidate, coded.dating.traits[i], general)) for candidate in found.values()]
    return told, right, days[0] is None or (alone and not any(right))


def own_cases(coded: Coded) -> list[Case]:
    """The choices of the first pass."""
    dating = coded.dating
    return [case(coded, i, dating.own[i], dating.alone(i), True) for i in range(len(coded.days))]


def story_cases(coded: Coded, firsts: Sequence[First], weights: Weights | None) -> list[Case]:
    """The choices of the second pass, what came before being dated by the coders or by the weights."""
    dating, cases = coded.dating, dict[int, Case]()
    state = Round(dating, firsts)
    for i in dating.order():
        if firsts[i][1] >= CERTAIN:
            cases[i] = ([], [], False)
            continue
        found, general = state.candidates(i)
        cases[i] = case(coded, i, found, general)
        if weights is not None:
            best, _ = choose(found, dating.traits[i], general, weights)
            state.note(i, best.time if best else None)
        else:
            state.note(i, next((c.time for c in found.values() if days_of(c.time) == coded.days[i]), None))
    return [cases[i] for i in range(len(coded.days))]


def learn(cases: Sequence[Case]) -> Table:
    """Choice among candidates or none: softmax with ridge; cases without a right choice are left out."""
    cases = [c for c in cases if c[0] and (c[2] or any(c[1]))]
    rows = [one for told, *_ in cases for one in told]
    columns = np.fromiter((f for one in rows for f in one), dtype=np.int32)
    starts = np.concatenate([[0], np.cumsum([len(one) for one in rows])])
    kept = np.flatnonzero(np.bincount(columns, minlength=len(NAMES.numbers)) >= LEAST)
    ones = np.ones(len(columns), dtype=np.float32)
    traits = csr_matrix((ones, columns, starts), shape=(len(rows), len(NAMES.numbers)))[:, kept]
    owner = np.repeat(np.arange(len(cases)), [len(told) for told, *_ in cases])
    truth = np.array([ok for _, right, _ in cases for ok in right], dtype=float)
    loss = Loss(traits, traits.T.tocsr(), owner, truth, np.array([c[2] for c in cases], dtype=float))
    found = minimize(loss, np.zeros(len(kept)), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    names = list(NAMES.numbers)
    table: Table = {}
    for number, weight in zip(kept.tolist(), found.x.tolist(), strict=True):
        kind, trait = names[number]
        table.setdefault(kind, {})[trait] = weight
    return table


@dataclass(frozen=True)
class Loss:
    """What weights cost: rows by features and the same turned, the case of a row, right rows, cases for none."""

    traits: Any
    turned: Any
    owner: Any
    truth: Any
    none: Any

    def __call__(self, weights: Any) -> tuple[float, Any]:
        """The loss with its penalty, and its slope."""
        count = len(self.none)
        strength = np.exp(np.clip(self.traits @ weights.astype(np.float32), -30, 30).astype(float))
        total = 1 + np.bincount(self.owner, strength, count)
        right = self.none + np.bincount(self.owner, strength * self.truth, count)
        gap = strength / total[self.owner] - strength * self.truth / right[self.owner]
        slope = (self.turned @ gap.astype(np.float32)).astype(float) + SHRINK * weights
        return float((np.log(total) - np.log(right)).sum() + SHRINK / 2 * (weights @ weights)), slope


def left_out(cases: Sequence[Sequence[Case]]) -> list[Table]:
    """Weights by fold, each learned without the reports of that fold."""
    return [learn([c for i, some in enumerate(cases) if i % FOLDS != fold for c in some]) for fold in range(FOLDS)]


def mean(tables: Sequence[Table]) -> Table:
    """The mean of weights; what a table lacks counts as nothing, and what is next to nothing is left out."""
    sums: dict[tuple[str, str], float] = {}
    for table in tables:
        for kind, weights in table.items():
            for trait, weight in weights.items():
                sums[kind, trait] = sums.get((kind, trait), 0.0) + weight / len(tables)
    found: Table = {}
    for (kind, trait), weight in sums.items():
        if abs(weight) >= LITTLE:
            found.setdefault(kind, {})[trait] = round(weight, 3)
    return found


def train(reports: Sequence[Coded]) -> dict[str, Table]:
    """The weights of both passes; prints how they fare on reports left out.

    The second pass is learnt from several divisions into folds and averaged, as any one leans its own way.
    """
    stories = []
    for seed in range(DIVISIONS):
        order = list(reports)
        random.Random(seed).shuffle(order)
        stories.append(learn([c for some in divided(order) for c in some]))
    return {"own": mean([learn([c for coded in reports for c in own_cases(coded)])]), "story": mean(stories)}


def divided(reports: Sequence[Coded]) -> list[list[Case]]:
    """The cases of the second pass, each report's after weights learned without it; prints the accuracy so."""
    own = left_out([own_cases(coded) for coded in reports])
    firsts = [coded.dating.first_pass(own[i % FOLDS]) for i, coded in enumerate(reports)]
    begun = left_out([story_cases(coded, firsts[i], None) for i, coded in enumerate(reports)])
    cases = [story_cases(coded, firsts[i], begun[i % FOLDS]) for i, coded in enumerate(reports)]
    story = left_out(cases)
    report_accuracy(reports, lambda i: (own[i % FOLDS], story[i % FOLDS]))
    return cases


def report_accuracy(reports: Sequence[Coded], weights: Callable[[int], tuple[Weights, Weights]]) -> None:
    """Print the share of events dated as the coders did, by file and in all."""
    right, count = Counter[str](), Counter[str]()
    for i, coded in enumerate(reports):
        for time, days in zip(coded.dating.decide(*weights(i)), coded.days, strict=True):
            for name in (coded.name, "all"):
                count[name] += 1
                right[name] += days_of(time) == days
    print("  ".join(f"{name} {right[name] / count[name]:.4f}" for name in sorted(count)), flush=True)


def main() -> None:
    """Train and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", nargs="*", help="files of codings to measure the shipped weights on")
    parser.add_argument(
        "--beside", type=Path, help="weights learnt before; the mean is written, they count three times"
    )
    args = parser.parse_args()
    annotator = Annotator(load_pipeline())
    if args.check:
        shipped = choice_weights()
        reports = list(coded_reports(list(collect(annotator, args.check))))
        report_accuracy(reports, lambda _: (shipped["own"], shipped["story"]))
        return
    table = train(list(coded_reports(list(collect(annotator)))))
    if args.beside:
        # What the coders of one year lean to is not to be all that is known.
        before = json.loads(args.beside.read_text(encoding="utf-8"))
        table = {step: mean([*3 * [before[step]], weights]) for step, weights in table.items()}
    WEIGHTS.write_text(json.dumps(table, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
