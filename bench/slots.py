"""Score one question on gold triggers, apart from detection.

    python -m bench.slots when GOLD.jsonl REPORTS.jsonl [--errors N]

QUESTION is when, where, how_many, said_by, how_sure or who; REPORTS holds the texts of the gold's refs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from bench.corpora import load_scorer
from contested.annotate.pipeline import Annotator, annotations_of, load_pipeline
from contested.claims import how_many
from contested.claims.context import Context, Event
from contested.claims.said_by import find_attributions
from contested.model.report import Report
from contested.read.table import report_from_row

Claim = dict[str, Any]
Row = tuple[Claim, Event, Any]


@dataclass
class Tally:
    """True and false positives and false negatives over sets."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def line(self, name: str) -> str:
        """Precision, recall and F1 as text."""
        precision = self.right / max(1, self.right + self.spurious)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"{name:12} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}"


def gold_events(doc: Doc, claims: list[Claim]) -> Iterator[tuple[Claim, Event]]:
    """Each gold claim with the Event at its trigger; claims whose words are not found are left out."""
    text, used = doc.text, set()
    for claim in claims:
        at = text.find(claim["sentence"])
        start = text.find(claim["trigger"], at) if at >= 0 else -1
        while start >= 0 and (start, claim["event"]) in used:
            start = text.find(claim["trigger"], start + 1)
        span = doc.char_span(start, start + len(claim["trigger"]), alignment_mode="expand") if start >= 0 else None
        if span is not None:
            used.add((start, claim["event"]))
            yield claim, Event(claim["event"], span)


def answers(question: str, gold: Path, reports: Path) -> Iterator[list[Row]]:
    """For each gold report: its claims, their events and the question's answers."""
    texts = {r.ref: r for r in map(read_row, reports.read_text(encoding="utf-8").splitlines())}
    answer: Callable[[Sequence[Event], Context], list[Any]] = import_module(f"contested.claims.{question}").answer
    annotator = Annotator(load_pipeline())
    for line in gold.read_text(encoding="utf-8").splitlines():
        coded = json.loads(line)
        doc = annotator.annotate(texts[str(coded["ref"])])
        annotations = annotations_of(doc)
        context = Context(doc, texts[str(coded["ref"])], annotations, find_attributions(doc, annotations))
        pairs = sorted(gold_events(doc, coded["claims"]), key=lambda pair: pair[1].trigger.start)
        events = [event for _, event in pairs]
        if question != "how_many":
            context = replace(context, effects=how_many.answer(events, context))
        yield [(claim, event, a) for (claim, event), a in zip(pairs, answer(events, context), strict=True)]


def read_row(line: str) -> Report:
    """The Report of one line of the table."""
    return report_from_row(json.loads(line))


def as_wire(question: str, value: Any) -> Claim:
    """The answer in the fields of the exchange format that the scorer reads."""
    from pydantic_core import to_jsonable_python

    plain = to_jsonable_python(value)
    if question == "who":
        return dict(plain)
    if question == "how_sure":
        return {"factuality": plain[0]}
    field = {"when": "time", "where": "places", "how_many": "effects", "said_by": "attribution"}[question]
    return {field: plain}


def main() -> None:
    """Print the scorer's slot figures and, with --errors, the differences."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question")
    parser.add_argument("gold", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    rows = [row for report in answers(args.question, args.gold, args.reports) for row in report]
    slots = {"who": ["initiators", "targets"], "where": ["places"], "how_many": ["effects"]}
    for slot in slots.get(args.question, [args.question]):
        score_slot(slot, args.question, rows, args.errors)


def score_slot(slot: str, question: str, rows: list[Row], errors: int) -> None:
    """Compare one slot with the gold as the claims scorer does, and print figures and errors."""
    scorer = load_scorer()
    tally, right, shown = Tally(), 0, 0
    for claim, event, value in rows:
        wire = as_wire(question, value)
        gold, system, same = comparable(scorer, slot, claim, wire)
        if same is None:
            right += gold == system
            differs = gold != system
        else:
            differs = add_sets(tally, gold, system, same)
        if differs and shown < errors:
            shown += 1
            print(f"{slot} | gold {gold} | system {system} | {event.trigger.text} | {event.sentence.text[:300]}")
    print(
        tally.line(slot)
        if question in ("who", "where", "how_many")
        else f"{slot:12} accuracy {right / max(1, len(rows)):.3f}"
    )


def add_sets(tally: Tally, gold: list[Any], system: list[Any], same: Callable[[Any, Any], bool]) -> bool:
    """Add one claim's sets to the tally; tells whether they differ."""
    left = list(system)
    missed = 0
    for item in gold:
        hit = next((other for other in left if same(item, other)), None)
        if hit is None:
            missed += 1
        else:
            left.remove(hit)
    tally.right += len(gold) - missed
    tally.missed += missed
    tally.spurious += len(left)
    return bool(missed or left)


def comparable(scorer: Any, slot: str, claim: Claim, wire: Claim) -> tuple[Any, Any, Any]:
    """Gold and system values of one slot in the scorer's terms, and the comparison for sets (None: equality)."""
    if slot in ("initiators", "targets", "places"):
        return claim.get(slot, []), scorer.names_of(wire[slot]), scorer.same_name
    if slot == "effects":
        pick = [(e["kind"], e.get("low"), e.get("high")) for e in claim.get("effects", [])]
        return pick, [(e["kind"], e["low"], e["high"]) for e in wire["effects"]], lambda a, b: a == b
    if slot == "when":
        date = claim.get("date", [])
        time = wire["time"] or {}
        return (date[0], date[-1]) if date else (None, None), (time.get("start"), time.get("end")), None
    if slot == "said_by":
        chain = [s for s in wire["attribution"] if s["kind"] != "publisher"]
        inner = [n for n in (chain[-1]["name"], (chain[-1].get("mention") or {}).get("quote")) if n] if chain else []
        gold = claim.get("source")
        hit = (not inner) if gold is None else scorer.same_name(gold, inner)
        return gold, gold if hit else (inner or ["none"]), None
    return claim.get("factuality"), wire["factuality"], None


if __name__ == "__main__":
    main()
