"""Find the time expressions of a table of texts, for the TIMEX3 scorer.

    python -m bench.times INPUT.jsonl OUTPUT.jsonl

Reads ``id``, ``text`` and ``dct`` of each row; writes ``id`` and ``timexes`` (start, end, text, type, value).
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import spacy

from contested.annotate.times import find_times


def main() -> None:
    """Write the predictions and print the seconds that finding took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    args = parser.parse_args()
    nlp, spent, lines = spacy.blank("en"), 0.0, []
    for line in args.input.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        doc = nlp.make_doc(row["text"])
        begun = time.perf_counter()
        found = find_times(doc, row.get("dct"))
        spent += time.perf_counter() - begun
        timexes = [
            {"start": t.mention.start, "end": t.mention.end, "text": t.mention.quote, "type": t.type, "value": t.value}
            for t in found
        ]
        lines.append(json.dumps({"id": row["id"], "timexes": timexes}, ensure_ascii=False))
    args.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} texts, {spent:.2f} s")


if __name__ == "__main__":
    main()
