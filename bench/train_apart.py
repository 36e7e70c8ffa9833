"""Train which casualties are told apart from the event of their sentence: python -m bench.train_apart [--folds 8].

Prints how it fares on reports held out, then writes src/contested/claims/weights/apart.json.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.corpora import LEARNING, ROOT, coded_with_texts
from bench.fit import Sample, cross_validate, fit
from bench.slots import gold_events
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims.did_what import beside, candidates_by_sentence, events_of
from contested.claims.events.told_apart import apart_features
from contested.claims.words.tree import tree_of

WEIGHTS = ROOT / "src" / "contested" / "claims" / "weights"
THRESHOLD = 0.6  # a count taken from its event misleads more than one left with it


def collect() -> Iterator[Sample]:
    """A sample for each casualty beside an event, where the coders told one of the two: right where they told it."""
    annotator = Annotator(load_pipeline())
    for coded, report in coded_with_texts(LEARNING):
        doc = annotator.annotate(report)
        triggers = [event.trigger for _, event in gold_events(doc, coded["claims"])]
        told = {i for trigger in triggers for i in range(trigger.start, trigger.end)}
        for candidates in candidates_by_sentence(doc, report, annotations_of(doc)):
            for casualty, host in beside(candidates, events_of(candidates)):
                apart = not told.isdisjoint(range(casualty.hit.start, casualty.hit.end))
                if apart or not told.isdisjoint(range(host.hit.start, host.hit.end)):
                    yield report.ref, apart_features(casualty, host, tree_of(doc)), apart


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=8)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    samples, fitter = list(collect()), partial(fit, strength=1.0, rounds=300)
    chances = cross_validate(samples, fitter, args.folds)
    held = [(p >= THRESHOLD, label) for p, (_, _, label) in zip(chances, samples, strict=True)]
    right, told, wanted = sum(a and b for a, b in held), sum(a for a, _ in held), sum(b for _, b in held)
    print(f"{len(samples)} casualties beside an event, {wanted} apart: P {right / told:.3f}  R {right / wanted:.3f}")
    fitter(samples).save(args.out / "apart.json", THRESHOLD)


if __name__ == "__main__":
    main()
