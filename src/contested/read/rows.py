"""Rows of a table, one by one: CSV, TSV, JSON lines, a JSON list, Parquet; a broken row is an error in their midst."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from typing import BinaryIO

from contested.model.errors import ReadError
from contested.read.columns import Row
from contested.read.decode import SAMPLE, decode, guess_encoding
from contested.read.options import ReadOptions

LISTS = ("reports", "articles", "items", "data", "results", "rows", "documents")
BATCH = 64


def rows_of(file: BinaryIO, ending: str, origin: str, options: ReadOptions) -> Iterator[Row | ReadError]:
    """The rows of a table by its format's ending; a ReadError stands for a row that is broken."""
    if ending == ".parquet":
        return parquet_rows(file, origin)
    if ending in (".csv", ".tsv"):
        return csv_rows(file, ending, origin, options)
    return json_rows(file, origin, options) if ending == ".json" else json_lines(file, origin, options)


def json_lines(file: BinaryIO, origin: str, options: ReadOptions) -> Iterator[Row | ReadError]:
    """One object a line; a line that is broken or too long is an error, the others are read."""
    limit, number = options.max_text * 6, 0
    encoding = options.encoding or "utf-8-sig"
    while line := file.readline(limit):
        number += 1
        where = f"{origin}:{number}"
        if len(line) == limit and not line.endswith(b"\n"):
            while (rest := file.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield ReadError(where, "is too long a line", "split the report, or raise the limit with --max-text")
            continue
        if line.strip():
            yield json_line(line, encoding, where)


def json_line(line: bytes, encoding: str, where: str) -> Row | ReadError:
    """The object of one line, or what is wrong with it."""
    try:
        row = json.loads(line.decode(encoding))
    except UnicodeDecodeError:
        return ReadError(where, f"is not in {encoding}", "name the encoding with --encoding")
    except (ValueError, RecursionError) as error:
        return ReadError(where, f"is broken JSON ({str(error)[:80]})", "repair that line; the others are read")
    if not isinstance(row, dict):
        return ReadError(where, f"is a JSON {type(row).__name__}, not an object", 'write {"text": …} on each line')
    return row


def json_rows(file: BinaryIO, origin: str, options: ReadOptions) -> Iterator[Row | ReadError]:
    """A list of objects, an object that holds such a list, one object, or JSON lines under the wrong name."""
    raw = file.read(options.max_bytes * 5 + 1)
    if len(raw) > options.max_bytes * 5:
        raise ReadError(origin, "is too big for JSON, which is read whole", "convert it to JSON lines or Parquet")
    text = decode(raw, origin, options.encoding)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and text.strip().count("\n"):
            yield from json_lines(BytesIO(raw), origin, options)
            return
        raise ReadError(origin, f"is broken JSON ({str(error)[:80]})", "repair it, or give JSON lines") from error
    if isinstance(data, dict):
        data = next((data[name] for name in LISTS if isinstance(data.get(name), list)), [data])
    if not isinstance(data, list):
        raise ReadError(origin, f"is a JSON {type(data).__name__}", "give a list of objects")
    for number, row in enumerate(data, 1):
        yield (
            row if isinstance(row, dict) else ReadError(f"{origin}:{number}", "is no JSON object", 'write {"text": …}')
        )


def csv_rows(file: BinaryIO, ending: str, origin: str, options: ReadOptions) -> Iterator[Row | ReadError]:
    """The rows under a header line; the delimiter is a tab in .tsv, else the likeliest of , ; tab and |."""
    head = file.read(SAMPLE)
    if not head.strip():
        raise ReadError(origin, "is empty", "give a table with a header line")
    file.seek(0)
    encoding = options.encoding or table_encoding(head, origin)
    csv.field_size_limit(max(csv.field_size_limit(), options.max_text * 2))
    try:
        lines = TextIOWrapper(file, encoding=encoding, newline="")
        first = lines.readline(SAMPLE)
        lines.seek(0)
        delimiter = "\t" if ending == ".tsv" else max(",;\t|", key=first.count)
        yield from csv.DictReader(lines, delimiter=delimiter)
    except (UnicodeDecodeError, LookupError) as error:
        raise ReadError(origin, f"is not in {encoding}", "name the encoding with --encoding") from error
    except csv.Error as error:
        raise ReadError(origin, f"is no table ({error})", "check its delimiter and quotes") from error


def table_encoding(head: bytes, origin: str) -> str:
    """The encoding by the first bytes of a table, which may break off inside a character."""
    last = head.rfind(b"\n")
    return guess_encoding(head[:last] if len(head) == SAMPLE and last > 0 else head, origin)


def parquet_rows(file: BinaryIO, origin: str) -> Iterator[Row | ReadError]:
    """The rows of a Parquet file, a few at a time."""
    import pyarrow
    import pyarrow.parquet

    try:
        with pyarrow.parquet.ParquetFile(file) as table:
            for batch in table.iter_batches(batch_size=BATCH):
                yield from batch.to_pylist()
    except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
        raise ReadError(origin, f"is no readable Parquet file ({str(error)[:100]})", "write it again") from error
