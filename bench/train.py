"""Train the small linear model of events on coded reports: python -m bench.train [--folds 8].

Prints cross-validated figures (by report) before it writes src/contested/claims/weights/events.json; who did it to
whom is trained by train_who.py.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bench.beside import mean_with
from bench.corpora import LEARNING, ROOT, Coded, coded_with_texts, load_scorer
from bench.fit import OPTIONAL, Sample, cross_validate, fit, platt
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims.did_what import weighed
from contested.model.report import Report

THRESHOLD = 0.45  # by the scorer's F1 over held-out reports
# The coders of learning4 count what the others leave out (27 claims a report, not 18): no measure of what is told.
CODINGS = tuple(name for name in LEARNING if name != "learning4")
WEIGHTS = ROOT / "src" / "contested" / "claims" / "weights"


@dataclass(frozen=True, slots=True)
class Coding:
    """A coded report with its candidates as claims, in the order of their samples."""

    coded: Coded
    claims: list[Coded]
    samples: list[Sample]


def collect(names: Sequence[str]) -> list[Coding]:
    """The candidates of the named gold files."""
    annotator, scorer = Annotator(load_pipeline()), load_scorer()
    return [coding_of(annotator.annotate(report), coded, report, scorer) for coded, report in coded_with_texts(names)]


def coding_of(doc: Any, coded: Coded, report: Report, scorer: Any) -> Coding:
    """Candidates of a report: right where one answers a coded claim."""
    candidates = [told for group in weighed(doc, report, annotations_of(doc)) for told in group]
    claims: list[Coded] = [
        {
            "report": {"ref": report.ref},
            "event": c.code,
            "trigger": {"quote": c.span.text},
            "evidence": {"quote": c.sentence.text},
        }
        for c, _ in candidates
    ]
    wrong = unanswered(coded, claims, scorer)
    core = {**coded, "claims": [claim for claim in coded["claims"] if not claim.get("optional")]}
    beyond_core = unanswered(core, claims, scorer)
    samples = [
        (report.ref, [*features, *([OPTIONAL] if n in beyond_core and n not in wrong else [])], n not in wrong)
        for n, (_, features) in enumerate(candidates)
    ]
    return Coding(coded, claims, samples)


def judged_anew(codings: Sequence[Coding], probabilities: Sequence[float]) -> tuple[list[Sample], list[float]]:
    """The candidates that become claims with their probabilities, judged without the others, which answer none."""
    scorer, given = load_scorer(), iter(probabilities)
    samples: list[Sample] = []
    told: list[float] = []
    for coding in codings:
        kept = [
            (sample, claim, p)
            for sample, claim, p in zip(coding.samples, coding.claims, given, strict=False)
            if p >= THRESHOLD
        ]
        wrong = unanswered(coding.coded, [claim for _, claim, _ in kept], scorer)
        samples += [(ref, features, n not in wrong) for n, ((ref, features, _), _, _) in enumerate(kept)]
        told += [p for _, _, p in kept]
    return samples, told


def unanswered(coded: Coded, claims: list[Coded], scorer: Any) -> set[int]:
    """The indices of claims that answer no coded one."""
    _, errors = scorer.score([coded], claims)
    spurious = Counter((e[2], e[3], e[4]) for e in errors if e[0] == "spurious")
    found = set()
    for n, claim in enumerate(claims):
        key = (claim["event"], claim["trigger"]["quote"], claim["evidence"]["quote"][:150])
        if spurious[key] > 0:
            spurious[key] -= 1
            found.add(n)
    return found


def best_threshold(samples: Sequence[Sample], probabilities: Sequence[float]) -> tuple[float, float]:
    """The cut that gives the highest F1, and that F1."""
    ranked = sorted(zip(probabilities, (label for _, _, label in samples), strict=True), reverse=True)
    total = sum(label for _, label in ranked)
    best, right = (0.0, 0.5), 0
    for n, (probability, label) in enumerate(ranked, 1):
        right += label
        best = max(best, (2 * right / (n + total), probability))
    return best[1], best[0]


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--beside", type=Path, help="weights learnt before; the mean of both is written")
    args = parser.parse_args()
    codings = collect(CODINGS)
    samples = [sample for coding in codings for sample in coding.samples]
    fitter = partial(fit, strength=4.0, rounds=300)
    held_out = cross_validate(samples, fitter, args.folds)
    _, f1 = best_threshold(samples, held_out)
    print(f"events {len(samples)} samples, cross-validated F1 {f1:.3f}, threshold {THRESHOLD}")
    fitter(samples).save(args.out / "events.json", THRESHOLD, platt(*judged_anew(codings, held_out)))
    if args.beside:
        mean_with(args.beside, args.out / "events.json")


if __name__ == "__main__":
    main()
