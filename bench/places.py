"""Predict toponyms for the geoparsing task (LGL): recognition and resolution, or resolution alone on the gold's spans.

    python -m bench.places INPUT.jsonl OUTPUT.jsonl [--gold-spans] [--gazetteer FILE]

A line of INPUT has ``id``, ``text`` and, for --gold-spans, ``toponyms``; OUTPUT is what ``score.py`` of the task reads.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from spacy.language import Language

from bench.answers import Row, parser_of, write_answers
from contested.annotate.pipeline import load_pipeline
from contested.annotate.places import find_places, resolve_names
from contested.gazetteer.lookup import Gazetteer, open_gazetteer
from contested.model.place import Candidate


def predictions(rows: Sequence[Row], nlp: Language, gazetteer: Gazetteer, gold_spans: bool) -> Iterator[Row]:
    """One predicted document a row."""
    for row in rows:
        if gold_spans:
            spans = [(t["start"], t["end"]) for t in row["toponyms"]]
            found = zip(spans, resolve_names(row["text"], spans, gazetteer), strict=True)
        else:
            places = find_places(nlp.make_doc(row["text"]), gazetteer, [])
            found = (((p.mention.start, p.mention.end), p.candidates) for p in places)
        yield {"id": row["id"], "toponyms": [toponym(span, candidates) for span, candidates in found]}


def toponym(span: tuple[int, int], candidates: Sequence[Candidate]) -> Row:
    """A toponym as the scorer reads it: coordinates only where something resolves it."""
    made: Row = {"start": span[0], "end": span[1]}
    if candidates:
        place = candidates[0].place
        made |= {"lat": place.lat, "lon": place.lon}
        if place.id.startswith("geonames:"):
            made["geonameid"] = place.id.removeprefix("geonames:")
    return made


def main() -> None:
    """Write the predictions."""
    parser = parser_of(__doc__)
    parser.add_argument("--gold-spans", action="store_true")
    parser.add_argument("--gazetteer", type=Path)
    args = parser.parse_args()
    known = {"nlp": load_pipeline(), "gazetteer": open_gazetteer(args.gazetteer), "gold_spans": args.gold_spans}
    sys.exit(write_answers(args.input, args.output, partial(predictions, **known), {"toponyms": []}))


if __name__ == "__main__":
    main()
