"""Texts that begin and break off anywhere are read: a feed's teaser, a cut line, a lone word."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from contested.annotate.pipeline import Annotator
from contested.flow.stages import compile_claims
from contested.model.report import Report, report_id

DEMO = Path(__file__).resolve().parents[2] / "demo" / "reports"
WINDOWS, LONGEST = 40, 25  # a report, words
LONE = [
    "air strikes",
    "attack",
    "bombs",
    "said a group",
    "told AFP",
    "according to",
    "One of them,",
    "Rebels down",
    "the",
]

ENDS = ["Nine were killed said a group", "Nine were killed, said one of them", "Army responded with", "said the"]


def windows() -> Iterator[str]:
    """Stretches of the demo's texts without their closing mark, the same at every run."""
    chance = random.Random(7)
    for path in sorted(DEMO.glob("*.txt")):
        words = path.read_text(encoding="utf-8").split()
        for _ in range(WINDOWS):
            start = chance.randrange(len(words))
            yield " ".join(words[start : start + chance.randint(1, LONGEST)]).rstrip('.,!?"”')


def test_texts_that_break_off_are_read(annotator: Annotator) -> None:
    texts = [text for text in (*ENDS, *LONE, *(f"Nine were killed, {end}" for end in LONE), *windows()) if text.strip()]
    reports = [Report(report_id(text), "test", text, published="2020-02-04") for text in dict.fromkeys(texts)]
    assert len(list(compile_claims(annotator, reports))) == len(reports)
