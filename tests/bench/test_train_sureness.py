"""The sentences written for training how surely something is told."""

from __future__ import annotations

from bench.corpora import OWN
from bench.train_sureness import written

from contested.claims.certainty.choice import CLASSES
from contested.model.codes import codes_for


def test_a_line_gives_its_trigger() -> None:
    kind, code, report, start, end = written("planned|attack|They plan an [attack] on the port.")
    assert (kind, code, report.text[start:end]) == ("planned", "attack", "attack")


def test_every_line_is_whole() -> None:
    for line in (OWN / "constructions.txt").read_text(encoding="utf-8").splitlines():
        kind, code, report, start, end = written(line)
        assert kind in CLASSES
        assert codes_for(code, (), ()) is not None
        assert report.text[start:end].strip()
