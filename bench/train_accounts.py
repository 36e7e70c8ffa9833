"""Train what joins claims within a report, on claims joined by reading: python -m bench.train_accounts [--folds 6].

Prints how well the groups of held-out reports agree with those of the coder (B-cubed precision, recall, F1), at several
thresholds, before it writes src/contested/reconcile/weights/passages.json. The claims are those that the present rules
read (a ledger under build/bench, as of bench.incidents); a coded claim is found again by the place of its trigger.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from bench.corpora import REPORTS, ROOT, read_lines
from bench.fit import Fit
from bench.incidents import ledger_of
from contested.flow.reconciling import NOW, matter_of
from contested.flow.rules import DEFAULT_PACKS
from contested.ledger.reads import open_ledger
from contested.model.claim import Claim
from contested.packs.load import load_packs
from contested.reconcile.accounts import frame_of, pairs_of, placed_in_order
from contested.reconcile.compare.finding import VETO
from contested.reconcile.lending import with_lent_days
from contested.reconcile.linkage import Pair, linked
from contested.reconcile.origin import origins_of
from contested.reconcile.passages import signs
from contested.reconcile.umbrella import umbrella_pairs

JOINED = ROOT / "bench" / "gold" / "joined.jsonl"
WEIGHTS = ROOT / "src" / "contested" / "reconcile" / "weights" / "passages.json"
STRENGTH, ROUNDS = 3.0, 40
THRESHOLDS = (-1.0, -0.75, -0.5, -0.25, 0.0)
ENOUGH = 0.0  # where F1 over held-out reports is flat; precision counts for more than recall between reports
Floats = np.ndarray[Any, np.dtype[np.float64]]
Group = tuple[str, int]  # a report, a number


@dataclass(frozen=True, slots=True)
class Read:
    """One coded report as it is read: the incident of each claim that may be joined (None: not coded), and its pairs.

    ``pairs`` holds the signs of every pair; None where the two are never one event.
    """

    ref: str
    incidents: list[str | None]
    pairs: dict[Pair, dict[str, float] | None]

    def known(self) -> Iterator[tuple[Pair, dict[str, float], bool]]:
        """The pairs whose both claims are coded, and whether they are one."""
        for (one, other), found in self.pairs.items():
            ours, theirs = self.incidents[one], self.incidents[other]
            if found is not None and ours is not None and theirs is not None:
                yield (one, other), found, ours == theirs


def coded_reports(path: Path) -> dict[str, list[tuple[int, int, str]]]:
    """By report, where each coded claim's trigger begins and ends, and the incident it tells."""
    return {str(row["ref"]): [(c[0], c[1], c[3]) for c in row["claims"]] for row in read_lines(path)}


def incident_of(claim: Claim, coded: Iterable[tuple[int, int, str]]) -> str | None:
    """The incident of the coded claim whose trigger overlaps most; None where there is none."""
    shared = [(min(claim.trigger.end, end) - max(claim.trigger.start, start), told) for start, end, told in coded]
    best = max(shared, key=lambda s: s[0], default=(0, ""))
    return best[1] if best[0] > 0 else None


def reports_read(ledger: Path, coded: Mapping[str, list[tuple[int, int, str]]]) -> Iterator[Read]:
    """The coded reports with the signs between their claims."""
    pack = load_packs(DEFAULT_PACKS)
    with open_ledger(ledger) as opened:
        matter = matter_of(opened, NOW)
    by_report: dict[str, list[Claim]] = defaultdict(list)
    for claim in with_lent_days(matter.claims, origins_of(matter.texts, pack).family):
        by_report[claim.report.ref].append(claim)
    for ref in sorted(set(coded) & set(by_report)):
        told, claims = placed_in_order(by_report[ref], pack), {claim.id: claim for claim in by_report[ref]}
        frame, umbrella = frame_of(told), umbrella_pairs(told)
        found = {
            p: None if p in umbrella else signs(told[p[0]], told[p[1]], p[1] - p[0], frame) for p in pairs_of(told)
        }
        incidents = [incident_of(claims[placed.profile.id], coded[ref]) for placed in told]
        yield Read(ref, incidents, {pair: None if s is None else dict(s) for pair, s in found.items()})


def fitted(reports: Sequence[Read]) -> Fit:
    """Logistic regression by Newton's method; a report weighs as the root of its number of pairs."""
    rows = [(found, one, len(list(r.known()))) for r in reports for _, found, one in r.known()]
    names = sorted({name for found, _, _ in rows for name in found})
    at = {name: n for n, name in enumerate(names)}
    cases = np.zeros((len(rows), len(names) + 1))
    cases[:, -1] = 1.0
    for row, (found, _, _) in enumerate(rows):
        for name, size in found.items():
            cases[row, at[name]] = size
    labels = np.array([one for _, one, _ in rows], dtype=float)
    counted = np.array([1 / np.sqrt(pairs) for _, _, pairs in rows])
    counted /= counted.mean()
    ridge = np.append(np.full(len(names), STRENGTH), 1e-6)
    weights = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        told = 1 / (1 + np.exp(-np.clip(cases @ weights, -30, 30)))
        slope = cases.T @ (counted * (told - labels)) + ridge * weights
        curve = (cases * (counted * told * (1 - told))[:, None]).T @ cases + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return Fit({name: float(w) for name, w in zip(names, weights, strict=False)}, float(weights[-1]))


def groups_of(report: Read, model: Fit, enough: float) -> list[list[int]]:
    """The claims of a report, joined."""
    scores = {
        pair: VETO if found is None else model.bias + sum(model.weights.get(n, 0.0) * v for n, v in found.items())
        for pair, found in report.pairs.items()
    }
    return linked(len(report.incidents), scores, enough, lambda _, __: False)


def b_cubed(coded: Mapping[Group, str], found: Mapping[Group, Group]) -> tuple[float, float, float]:
    """Precision, recall and F1 of a grouping, a claim at a time (Bagga and Baldwin 1998)."""
    ours: dict[Group, set[Group]] = defaultdict(set)
    theirs: dict[str, set[Group]] = defaultdict(set)
    for claim, incident in coded.items():
        ours[found[claim]].add(claim)
        theirs[incident].add(claim)
    both = [(len(ours[found[c]] & theirs[i]), len(ours[found[c]]), len(theirs[i])) for c, i in coded.items()]
    precision = sum(shared / size for shared, size, _ in both) / len(both)
    recall = sum(shared / size for shared, _, size in both) / len(both)
    return precision, recall, 2 * precision * recall / (precision + recall)


def agreement(reports: Sequence[Read], models: Mapping[str, Fit], enough: float) -> tuple[float, float, float]:
    """B-cubed over the claims of all reports, each joined by its own model."""
    coded: dict[Group, str] = {}
    found: dict[Group, Group] = {}
    for report in reports:
        for number, group in enumerate(groups_of(report, models[report.ref], enough)):
            for claim in group:
                incident = report.incidents[claim]
                if incident is not None:
                    coded[report.ref, claim] = f"{report.ref} {incident}"
                    found[report.ref, claim] = (report.ref, number)
    return b_cubed(coded, found)


def main() -> None:
    """Train, print figures over held-out reports, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--ledger", type=Path, help="read already; otherwise one is made")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    asked = parser.parse_args()
    reports = list(reports_read(asked.ledger or ledger_of(REPORTS), coded_reports(JOINED)))
    models = {}
    for fold in range(asked.folds):
        model = fitted([r for n, r in enumerate(reports) if n % asked.folds != fold])
        models |= {r.ref: model for n, r in enumerate(reports) if n % asked.folds == fold}
    for enough in THRESHOLDS:
        precision, recall, f1 = agreement(reports, models, enough)
        print(f"from {enough:+.2f}: B-cubed P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    asked.out.parent.mkdir(exist_ok=True)
    fitted(reports).save(asked.out, ENOUGH, decimals=2)


if __name__ == "__main__":
    main()
