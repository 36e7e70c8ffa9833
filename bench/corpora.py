"""Where the corpora lie: beside the project for those of others, in bench/gold for our own codings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from bench.elsewhere import is_elsewhere, write_table
from bench.gold_texts import restore
from contested.model.report import Report
from contested.read.table import report_from_row

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
REPORTS = SHARED / "data" / "reports" / "syria-2011-2016.jsonl"
GOLD = SHARED / "eval" / "gold"
OWN = ROOT / "bench" / "gold"
ELSEWHERE = ROOT / "build" / "bench" / "elsewhere.jsonl"
# "unseen", "elsewhere2" and "written2" are never learnt from.
LEARNING = (
    "train", "learning", "learning2", "learning3", "learning4", "learning5", "calibration", "elsewhere", "elsewhere4",
    "elsewhere5", "written",
)  # fmt: skip

Coded = dict[str, Any]


def table_of(name: str) -> Path:
    """The table with the texts of a coded set; it may be absent."""
    if name.startswith("written"):
        return OWN / "written-reports.jsonl"
    return elsewhere_table() if is_elsewhere(name) else REPORTS


@cache
def elsewhere_table() -> Path:
    """The table with the texts of other wars, written once a run."""
    return write_table(SHARED / "eval", ELSEWHERE)


def coded_reports(name: str) -> list[Coded]:
    """Hand-coded reports by the name of their file, with sentences and triggers as text; empty where absent."""
    own, shared, table = OWN / f"{name}.jsonl", GOLD / f"{name}.jsonl", table_of(name)
    if own.is_file() and table.is_file() and table.stat().st_size:
        return restore(own, table)
    return read_lines(shared) if shared.is_file() else []


def reports_by_ref(path: Path = REPORTS) -> dict[str, Report]:
    """The reports of a JSONL table by their ref."""
    return {report.ref: report for report in map(report_from_row, read_lines(path))}


def read_lines(path: Path) -> list[Coded]:
    """The rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def coded_with_texts(names: Sequence[str]) -> Iterator[tuple[Coded, Report]]:
    """Every coded report of the named files with its text, each ref once."""
    seen: set[str] = set()
    tables: dict[Path, dict[str, Report]] = {}
    for name in names:
        table = table_of(name)
        texts = tables[table] = tables.get(table) or reports_by_ref(table)
        for coded in coded_reports(name):
            ref = str(coded["ref"])
            if ref in texts and ref not in seen:
                seen.add(ref)
                yield coded, texts[ref]


def load_scorer(path: Path = SHARED / "eval" / "score_claims.py") -> Any:
    """A scorer that lies beside the project's corpora: that of claims, or another."""
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"no scorer at {path}")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
