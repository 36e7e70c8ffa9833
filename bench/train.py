"""Train the small linear models of events and roles on coded reports: python -m bench.train [--folds 8].

Prints cross-validated figures (by report) before it writes src/contested/claims/weights/*.json.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from bench.corpora import LEARNING, ROOT, Coded, coded_with_texts, load_scorer
from bench.fit import OPTIONAL, Sample, cross_validate, fit, platt
from bench.slots import gold_events
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims import how_many
from contested.claims.context import Context
from contested.claims.did_what import weighed
from contested.claims.said_by import find_attributions
from contested.claims.who import fillers_of
from contested.model.report import Report

WEIGHTS = ROOT / "src" / "contested" / "claims" / "weights"
Samples = dict[str, list[Sample]]


def collect(names: Sequence[str]) -> Samples:
    """Samples of every model over the named gold files."""
    annotator, scorer = Annotator(load_pipeline()), load_scorer()
    samples: Samples = {"events": [], "initiators": [], "targets": []}
    for coded, report in coded_with_texts(names):
        doc = annotator.annotate(report)
        samples["events"] += event_samples(doc, coded, report, scorer)
        for slot, rows in role_samples(doc, coded, report, scorer).items():
            samples[slot] += rows
    return samples


def event_samples(doc: Any, coded: Coded, report: Report, scorer: Any) -> list[Sample]:
    """Candidates of a report: right where one answers a coded claim."""
    candidates = list(weighed(doc, report, annotations_of(doc)))
    claims = [
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
    return [
        (report.ref, [*features, *([OPTIONAL] if n in beyond_core and n not in wrong else [])], n not in wrong)
        for n, (_, features) in enumerate(candidates)
    ]


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


def role_samples(doc: Any, coded: Coded, report: Report, scorer: Any) -> Samples:
    """Fillers of each coded event: right where the name is one of the coded ones."""
    annotations = annotations_of(doc)
    pairs = sorted(gold_events(doc, coded["claims"]), key=lambda pair: pair[1].trigger.start)
    events = [event for _, event in pairs]
    context = Context(doc, report, annotations, find_attributions(doc, annotations))
    context = replace(context, effects=how_many.answer(events, context))
    samples: Samples = {"initiators": [], "targets": []}
    for (claim, _), (fillers, _) in zip(pairs, fillers_of(events, context), strict=True):
        for filler in fillers:
            who = filler.participant
            names = [name for name in (who.name, who.mention.quote, who.actor) if name]
            for slot, rows in samples.items():
                rows.append((report.ref, filler.features, any(scorer.same_name(g, names) for g in claim.get(slot, []))))
    return samples


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
    args = parser.parse_args()
    for name, samples in collect(LEARNING).items():
        fitter = partial(fit, strength=4.0 if name == "events" else 3.0, rounds=300)
        held_out = cross_validate(samples, fitter, args.folds)
        cut, f1 = best_threshold(samples, held_out)
        cut = 0.45 if name != "initiators" else 0.48  # by the scorer's F1 on names over held-out reports
        print(f"{name:12} {len(samples)} samples, cross-validated F1 {f1:.3f}, threshold {cut}")
        kept = [(s, p) for s, p in zip(samples, held_out, strict=True) if p >= cut]
        curve = platt([s for s, _ in kept], [p for _, p in kept]) if name == "events" else (1.0, 0.0)
        fitter(samples).save(args.out / f"{name}.json", cut, curve)


if __name__ == "__main__":
    main()
