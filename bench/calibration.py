"""How far the confidence of claims can be believed: expected calibration error over ten bins.

    python -m bench.calibration [NAME…] [--json OUT]

NAME is a coded file (by default those on which nothing is learnt: dev, unseen, elsewhere2, written2). A claim is right
when it answers a coded one as the claims scorer has it, an optional one too. Files that weights were learnt from tell
nothing. Of several files the error of all their claims together is given, too: of one with few claims chance moves it
far.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from bench.corpora import LEARNING, Coded, coded_with_texts, load_scorer
from bench.gate import Figure
from contested.flow.batches import tell_reports
from contested.flow.rules import Settings
from contested.model.claim import Claim
from contested.model.wire import claim_to_json

BINS = 10
BLIND = ("dev", "unseen", "elsewhere2", "written2")
TOGETHER = "together"
Judged = tuple[float, bool]


def judged_reports(name: str) -> Iterator[list[Judged]]:
    """For each report of a coded file: the confidence of each claim, and whether it is right."""
    pairs = list(coded_with_texts([name]))
    scorer = load_scorer()
    told = tell_reports((report for _, report in pairs), Settings())
    for (coded, _), (_, claims) in zip(pairs, told, strict=True):
        yield list(zip((c.confidence for c in claims), answers(coded, claims, scorer), strict=True))


def interval(reports: Sequence[Sequence[Judged]], draws: int = 500) -> tuple[float, float]:
    """The calibration errors that 5 % and 95 % of resamplings of whole reports stay below."""
    chooser = random.Random(7)
    errors = sorted(
        calibration_error([judged for report in chooser.choices(reports, k=len(reports)) for judged in report])
        for _ in range(draws)
    )
    return errors[draws // 20], errors[draws - 1 - draws // 20]


def answers(coded: Coded, claims: Sequence[Claim], scorer: object) -> list[bool]:
    """For each claim, whether the scorer has it answer a coded one."""
    rows = [json.loads(claim_to_json(claim)) for claim in claims]
    _, errors = scorer.score([coded], rows)  # type: ignore[attr-defined]
    spurious = Counter((e[2], e[3], e[4]) for e in errors if e[0] == "spurious")
    right = []
    for row in rows:
        key = (row["event"], row["trigger"]["quote"], row["evidence"]["quote"][:150])
        right.append(spurious[key] == 0)
        spurious[key] -= spurious[key] > 0
    return right


def calibration_error(judged: Sequence[Judged], bins: int = BINS) -> float:
    """The mean gap between confidence and the share that is right, weighted by the size of the bins; 0 for nothing."""
    gaps = [abs(sum(c for c, _ in group) - sum(right for _, right in group)) for group in binned(judged, bins)]
    return sum(gaps) / max(1, len(judged))


def binned(judged: Sequence[Judged], bins: int = BINS) -> list[list[Judged]]:
    """The judged claims by confidence, in bins of equal width; 1.0 belongs to the last."""
    groups: list[list[Judged]] = [[] for _ in range(bins)]
    for confidence, right in judged:
        groups[min(int(confidence * bins), bins - 1)].append((confidence, right))
    return groups


def show(name: str, reports: Sequence[Sequence[Judged]]) -> float:
    """Print how sure and how right the claims of some reports are; the calibration error."""
    judged = [claim for report in reports for claim in report]
    error = calibration_error(judged)
    note = " (learnt from: tells nothing)" if name in LEARNING else ""
    low, high = interval(reports) if reports else (0.0, 0.0)
    spread = f"(90 % of resampled reports: {low:.3f} to {high:.3f})"
    print(f"{name}: {len(judged)} claims, expected calibration error {error:.4f} {spread}{note}")
    for group in filter(None, binned(judged)):
        sure, right = (sum(values) / len(group) for values in zip(*group, strict=True))
        print(f"  {len(group):5} claims: confidence {sure:.3f}, right {right:.3f}")
    return error


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    names = args.names or list(BLIND)
    found = {name: list(judged_reports(name)) for name in names}
    if len(names) > 1:
        found[TOGETHER] = [report for reports in found.values() for report in reports]
    figures = [Figure(f"ECE {name}", show(name, reports), ceiling=True, slack=0.01) for name, reports in found.items()]
    if args.json is not None:
        args.json.write_text(json.dumps([asdict(figure) for figure in figures]), encoding="utf-8")


if __name__ == "__main__":
    main()
