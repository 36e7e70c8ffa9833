"""Claims in the scorer's format: python -m bench.claims INPUT.jsonl OUTPUT.jsonl [--texts REPORTS.jsonl].

INPUT is a table of reports (``ref``, ``text``, …) or a gold file, whose refs are then looked up in REPORTS.
Only texts, titles, publishers and dates are read.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.corpora import REPORTS, read_lines, reports_by_ref
from contested.cli.progress import say_skip
from contested.flow.batches import tell_reports
from contested.flow.rules import Settings
from contested.model.report import Report
from contested.model.wire import claim_to_json
from contested.read.table import report_from_row


def load(path: Path, texts: Path) -> list[Report]:
    """The reports of a table, or those a gold file names."""
    rows = read_lines(path)
    if all("text" in row for row in rows):
        return [report_from_row(row) for row in rows]
    known = reports_by_ref(texts)
    return [known[str(row["ref"])] for row in rows]


def main() -> None:
    """Read, claim, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--texts", type=Path, default=REPORTS)
    args = parser.parse_args()
    with args.output.open("w", encoding="utf-8") as out:
        for _, claims in tell_reports(load(args.input, args.texts), Settings(), say_skip):
            out.writelines(claim_to_json(claim) + "\n" for claim in claims)


if __name__ == "__main__":
    main()
