"""Join gold claims kept as offsets with the reports' texts, back to the scorer's format.

    python -m bench.gold_texts GOLD.jsonl REPORTS.jsonl OUT.jsonl

The gold of this folder carries no text: `trigger` and `sentence` are [start, end] in code points of a report's
full text (title, blank line, text). REPORTS holds the texts by `ref`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from contested.model.errors import ReadError

SPANS = ("trigger", "sentence")


def restore(gold_path: Path, reports_path: Path) -> list[dict[str, Any]]:
    """The gold reports with words in place of offsets; ReadError where a text is missing or an offset does not fit."""
    gold = list(_lines(gold_path))
    texts = _texts(reports_path, {str(report["ref"]) for report in gold})
    restored = []
    for report in gold:
        ref = str(report["ref"])
        if ref not in texts:
            raise ReadError(str(reports_path), f"no report {ref}", f"give the reports that {gold_path} was coded from")
        claims = [_with_words(claim, texts[ref], f"{gold_path}, report {ref}") for claim in report["claims"]]
        restored.append({"ref": ref, "claims": claims})
    return restored


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, f"{path}, line {number}")
    except OSError as error:
        raise ReadError(str(path), error.strerror or "cannot be read", "give a JSONL file") from error


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ReadError(where, "is not JSON", "write one object a line") from error
    if not isinstance(row, dict) or "ref" not in row:
        raise ReadError(where, "has no ref", "write one object a line with its ref")
    return row


def _texts(path: Path, wanted: set[str]) -> dict[str, str]:
    """Full text by ref; a ref given twice keeps its last text."""
    texts = {}
    for row in _lines(path):
        ref = str(row["ref"])
        if ref in wanted:
            title = row.get("title")
            texts[ref] = f"{title}\n\n{row['text']}" if title else str(row["text"])
    return texts


def _with_words(claim: dict[str, Any], text: str, where: str) -> dict[str, Any]:
    words = {name: _quote(text, claim[name], where) for name in SPANS}
    # Fails on a text of another version, whose offsets would silently quote other words.
    if words["trigger"] not in words["sentence"]:
        raise ReadError(
            where, f"trigger {claim['trigger']} lies outside its sentence", "use the texts it was coded from"
        )
    return {**claim, **words}


def _quote(text: str, span: Sequence[int], where: str) -> str:
    start, end = span
    quote = text[start:end]
    if not 0 <= start < end <= len(text) or quote != quote.strip():
        raise ReadError(where, f"offsets [{start}, {end}] do not fit the text", "use the texts it was coded from")
    return quote


def main(argv: Sequence[str] | None = None) -> int:
    """Write the gold with its words; exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("gold", "reports", "out"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args(argv)
    restored = restore(options.gold, options.reports)
    lines = (json.dumps(report, ensure_ascii=False) + "\n" for report in restored)
    options.out.write_text("".join(lines), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
