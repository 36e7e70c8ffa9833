"""What every adapter does: rows of JSONL in, one prediction a row out, whatever a single row does."""

from __future__ import annotations

import argparse
import json
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.corpora import read_lines
from contested.flow.surviving import each_surviving

Row = dict[str, Any]
Predict = Callable[[Sequence[Row]], Iterator[Row]]


def parser_of(description: str | None) -> argparse.ArgumentParser:
    """The command line that adapters share: INPUT.jsonl OUTPUT.jsonl."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    return parser


def write_answers(source: Path, target: Path, predict: Predict, empty: Row) -> int:
    """Write what ``predict`` answers to each row of ``source``; the exit status, 1 where it failed on a row.

    Such a row is named on standard error and gets the ``empty`` answer under its id, so that the others still count.
    Raises ContestedError where nothing can be read at all, as of a model that is missing.
    """
    rows, failed = read_lines(source), 0
    with target.open("w", encoding="utf-8") as out:
        for row, made in zip(rows, each_surviving(predict, rows, lambda _, error: error), strict=True):
            if isinstance(made, Exception):
                failed += 1
                where = traceback.extract_tb(made.__traceback__)[-1]
                place = f"{Path(where.filename).name}:{where.lineno}"
                print(f"{source}: {row['id']}: {type(made).__name__}: {made} at {place}; left empty", file=sys.stderr)
            answer = {"id": row["id"]} | empty if isinstance(made, Exception) else made
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 1 if failed else 0
