"""Attributions of a table of texts, as the attribution scorer reads them.

    python -m bench.attribution INPUT.jsonl OUTPUT.jsonl

INPUT has ``id`` and ``text`` a line; only these are read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from bench.answers import Row, parser_of, write_answers
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
    args = parser_of(__doc__).parse_args()
    nlp = load_pipeline()

    def predict(rows: Sequence[Row]) -> Iterator[Row]:
        docs = nlp.pipe((mark_sentences(nlp.make_doc(row["text"])) for row in rows), batch_size=32)
        for row, doc in zip(rows, docs, strict=True):
            yield {"id": row["id"], "attributions": [as_row(a) for a in find_attributions(doc, Annotations())]}

    sys.exit(write_answers(args.input, args.output, predict, {"attributions": []}))


if __name__ == "__main__":
    main()
