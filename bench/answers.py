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
from contested.model.errors import ContestedError

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
        for row, made in zip(rows, surviving_rows(predict, rows), strict=True):
            if isinstance(made, Exception):
                failed += 1
                where = traceback.extract_tb(made.__traceback__)[-1]
                place = f"{Path(where.filename).name}:{where.lineno}"
                print(f"{source}: {row['id']}: {type(made).__name__}: {made} at {place}; left empty", file=sys.stderr)
            answer = {"id": row["id"]} | empty if isinstance(made, Exception) else made
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 1 if failed else 0


def surviving_rows(predict: Predict, rows: Sequence[Row]) -> Iterator[Row | Exception]:
    """The answer to each row, or the error; a batch that fails is taken up again row by row from where it stopped."""
    done = 0
    try:
        for made in predict(rows):
            yield made
            done += 1
    except ContestedError:
        raise
    except Exception:  # noqa: BLE001  # the rows tell one by one which of them it was
        for row in rows[done:]:
            yield alone(predict, row)


def alone(predict: Predict, row: Row) -> Row | Exception:
    """The answer to one row, or the error."""
    try:
        return next(predict([row]))
    except ContestedError:
        raise
    except Exception as error:  # noqa: BLE001  # whatever it is, the other rows are answered
        return error
