"""Attributions of a table of texts, as the attribution scorer reads them.

    python -m bench.attribution INPUT.jsonl OUTPUT.jsonl

INPUT has ``id`` and ``text`` a line; only these are read.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from contested.annotate.pipeline import load_pipeline
from contested.annotate.sentences import mark_sentences
from contested.claims.said_by import find_attributions
from contested.model.annotations import Annotations, Attribution
from contested.model.mention import Mention


def spans(mentions: tuple[Mention, ...]) -> list[list[int]]:
    """Start and end of each mention."""
    return [[mention.start, mention.end] for mention in mentions]


def as_row(attribution: Attribution) -> dict[str, list[list[int]]]:
    """One attribution in the scorer's fields."""
    return {role: spans(getattr(attribution, role)) for role in ("source", "cue", "content")}


def main() -> None:
    """Read, parse, attribute, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    args = parser.parse_args()
    nlp = load_pipeline()
    rows = [json.loads(line) for line in args.input.read_text(encoding="utf-8").splitlines()]
    docs = nlp.pipe((mark_sentences(nlp.make_doc(row["text"])) for row in rows), batch_size=32)
    with args.output.open("w", encoding="utf-8") as out:
        for row, doc in zip(rows, docs, strict=True):
            found = [as_row(a) for a in find_attributions(doc, Annotations())]
            out.write(json.dumps({"id": row["id"], "attributions": found}) + "\n")


if __name__ == "__main__":
    main()
