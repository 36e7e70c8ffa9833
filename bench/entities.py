"""Mentions in reports on Syria and Iraq, in the types of the re3d corpus.

    python -m bench.entities INPUT.jsonl OUTPUT.jsonl [--rules]

INPUT has one document a line with ``id`` and ``text``; OUTPUT gets ``id`` and ``entities`` (start, end, type). The corpus
marks noun phrases and pronouns besides names, one span inside another, so our mentions are given in more than one
extent: the name and, where it stands in a larger noun phrase, that phrase. ``--rules`` leaves out spaCy's recogniser.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc

from contested.annotate.pipeline import DEFAULT_MODEL, Annotator, annotations_of
from contested.model.report import Report, report_id

TYPES = {
    "person": "Person",
    "organisation": "Organisation",
    "nationality": "Nationality",
    "weapon": "Weapon",
    "platform": "MilitaryPlatform",
    "vehicle": "Vehicle",
}
LABELS = {
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "ORG": "Organisation",
    "PERSON": "Person",
    "NORP": "Nationality",
    "DATE": "Temporal",
    "TIME": "Temporal",
    "CARDINAL": "Quantity",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
    "MONEY": "Money",
}
PRONOUNS = {"we": "Organisation", "our": "Organisation", "he": "Person", "she": "Person", "i": "Person"}
PRONOUNS |= {"they": "Organisation", "his": "Person", "her": "Person", "my": "Person", "their": "Organisation"}
Span = tuple[int, int, str]


def spans_of(doc: Doc) -> Iterator[Span]:
    """Every mention of a Doc in the corpus's types."""
    found = annotations_of(doc)
    for entity in found.entities:
        yield entity.mention.start, entity.mention.end, TYPES[entity.kind]
    for actor in found.actors:
        yield actor.mention.start, actor.mention.end, "Organisation"
    for place in found.places:
        yield place.mention.start, place.mention.end, "Location"
    for time in found.times:
        yield time.mention.start, time.mention.end, "Temporal"
    for quantity in found.quantities:
        yield quantity.mention.start, quantity.mention.end, "Quantity"
    for ent in doc.ents:
        if ent.label_ in LABELS:
            yield ent.start_char, ent.end_char, LABELS[ent.label_]
    for token in doc:
        if token.lower_ in PRONOUNS:
            yield token.idx, token.idx + len(token), PRONOUNS[token.lower_]


def entities_of(doc: Doc) -> list[dict[str, int | str]]:
    """The spans of a Doc, each once, without copies of the same type that only shift an edge."""
    kept: list[Span] = []
    for start, end, kind in sorted(set(spans_of(doc)), key=lambda s: (s[0], -s[1])):
        if not any(k == kind and s < end and start < e for s, e, k in kept):
            kept.append((start, end, kind))
    return [{"start": s, "end": e, "type": k} for s, e, k in kept]


def main() -> None:
    """Read INPUT, write OUTPUT."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--rules", action="store_true")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.input.read_text(encoding="utf-8").splitlines() if line.strip()]
    annotator = Annotator(spacy.load(DEFAULT_MODEL, exclude=["ner"] if args.rules else []))
    reports = [Report(report_id(row["text"]), row["id"], row["text"]) for row in rows]
    with args.output.open("w", encoding="utf-8") as out:
        for row, doc in zip(rows, annotator.annotate_many(reports), strict=True):
            out.write(json.dumps({"id": row["id"], "entities": entities_of(doc)}) + "\n")


if __name__ == "__main__":
    main()
