"""Find the time expressions of a table of texts, for the TIMEX3 scorer.

    python -m bench.times INPUT.jsonl OUTPUT.jsonl

Reads ``id``, ``text`` and ``dct`` of each row; writes ``id`` and ``timexes`` (start, end, text, type, value).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence

import spacy

from bench.answers import Row, parser_of, write_answers
from contested.annotate.times import find_times


def main() -> None:
    """Write the predictions and print the seconds that finding took."""
    args = parser_of(__doc__).parse_args()
    nlp, spent = spacy.blank("en"), []

    def predict(rows: Sequence[Row]) -> Iterator[Row]:
        for row in rows:
            doc = nlp.make_doc(row["text"])
            begun = time.perf_counter()
            found = find_times(doc, row.get("dct"))
            spent.append(time.perf_counter() - begun)
            timexes = [
                {"start": t.mention.start, "end": t.mention.end, "text": t.mention.quote, "type": t.type}
                | {"value": t.value}
                for t in found
            ]
            yield {"id": row["id"], "timexes": timexes}

    status = write_answers(args.input, args.output, predict, {"timexes": []})
    print(f"{len(spent)} texts, {sum(spent):.2f} s")
    sys.exit(status)


if __name__ == "__main__":
    main()
