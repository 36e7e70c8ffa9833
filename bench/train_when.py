"""Learn the choice among the times an event may have: python -m bench.train_when [--check NAME …].

Prints the accuracy on reports left out, for each file of codings, then writes src/contested/claims/weights/when.json;
with --check, the accuracy of the shipped weights on the named files instead.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bench.corpora import ROOT
from bench.train_where import Told, collect
from contested.annotate.pipeline import Annotator, load_pipeline
from contested.claims.time_candidates import Candidates
from contested.claims.time_choice import Weights, choice_weights, choose, features
from contested.claims.time_story import CERTAIN, Dating, First, Round
from contested.model.claim import ClaimTime

WEIGHTS = ROOT / "src" / "contested" / "claims" / "weights" / "when.json"
FOLDS, STEPS, RATE, SHRINK, LEAST = 6, 150, 0.05, 30.0, 5

Days = tuple[str | None, str | None]
Case = tuple[list[list[tuple[str, str]]], list[bool], bool]  # features by candidate, which are right, none
Chosen = Callable[[int, Candidates, list[str]], ClaimTime | None]


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
    told = [features(candidate, coded.dating.traits[i], general) for candidate in found.values()]
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


def learn(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """Choice among candidates or none: softmax with ridge; cases without a right choice are left out."""
    cases = [c for c in cases if c[0] and (c[2] or any(c[1]))]
    counts = Counter(f for told, *_ in cases for one in told for f in set(one))
    names = sorted(f for f, count in counts.items() if count >= LEAST)
    index = {name: i for i, name in enumerate(names)}
    rows = [(owner, one, ok) for owner, c in enumerate(cases) for one, ok in zip(c[0], c[1], strict=True)]
    picked = [[index[f] for f in one if f in index] for _, one, _ in rows]
    at = np.repeat(np.arange(len(rows)), [len(p) for p in picked])
    which = np.array([i for p in picked for i in p])
    owner, truth = np.array([o for o, _, _ in rows]), np.array([ok for *_, ok in rows], dtype=float)
    none = np.array([c[2] for c in cases], dtype=float)
    weights, first, second = np.zeros(len(names)), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, STEPS + 1):
        strength = np.exp(np.clip(np.bincount(at, weights[which], len(rows)), -30, 30))
        total = 1 + np.bincount(owner, strength, len(cases))
        right = none + np.bincount(owner, strength * truth, len(cases))
        gap = strength / total[owner] - strength * truth / right[owner]
        slope = np.bincount(which, gap[at], len(names)) + SHRINK * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    table: dict[str, dict[str, float]] = {}
    for (kind, trait), weight in zip(names, weights.tolist(), strict=True):
        if abs(weight) >= 0.005:
            table.setdefault(kind, {})[trait] = round(weight, 3)
    return table


def left_out(cases: Sequence[Sequence[Case]]) -> list[dict[str, dict[str, float]]]:
    """Weights by fold, each learned without the reports of that fold."""
    return [learn([c for i, some in enumerate(cases) if i % FOLDS != fold for c in some]) for fold in range(FOLDS)]


def train(reports: Sequence[Coded]) -> dict[str, Weights]:
    """The weights of both passes; prints how they fare on reports left out."""
    own = [own_cases(coded) for coded in reports]
    own_folds = left_out(own)
    firsts = [coded.dating.first_pass(own_folds[i % FOLDS]) for i, coded in enumerate(reports)]
    begun = left_out([story_cases(coded, firsts[i], None) for i, coded in enumerate(reports)])
    story = [story_cases(coded, firsts[i], begun[i % FOLDS]) for i, coded in enumerate(reports)]
    story_folds = left_out(story)
    report_accuracy(reports, lambda i: (own_folds[i % FOLDS], story_folds[i % FOLDS]))
    return {"own": learn([c for some in own for c in some]), "story": learn([c for some in story for c in some])}


def report_accuracy(reports: Sequence[Coded], weights: Callable[[int], tuple[Weights, Weights]]) -> None:
    """Print the share of events dated as the coders did, by file and in all."""
    right, count = Counter[str](), Counter[str]()
    for i, coded in enumerate(reports):
        for time, days in zip(coded.dating.decide(*weights(i)), coded.days, strict=True):
            for name in (coded.name, "all"):
                count[name] += 1
                right[name] += days_of(time) == days
    print("  ".join(f"{name} {right[name] / count[name]:.4f}" for name in count))


def main() -> None:
    """Train and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", nargs="*", help="files of codings to measure the shipped weights on")
    args = parser.parse_args()
    annotator = Annotator(load_pipeline())
    if args.check:
        shipped = choice_weights()
        reports = list(coded_reports(list(collect(annotator, args.check))))
        report_accuracy(reports, lambda _: (shipped["own"], shipped["story"]))
        return
    table = train(list(coded_reports(list(collect(annotator)))))
    WEIGHTS.write_text(json.dumps(table, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
