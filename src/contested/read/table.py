"""Tables: a row becomes a Report."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from contested.model.errors import ReadError
from contested.model.report import Report, Skip
from contested.read.columns import Row, choose_columns
from contested.read.compose import Draft, compose
from contested.read.dates import FIGURES, date_order
from contested.read.decode import checked
from contested.read.options import ReadOptions
from contested.read.rows import rows_of

FIELDS = ("title", "publisher", "republisher", "author", "url", "language")
SAMPLED = 20


def report_from_row(row: Mapping[str, object], options: ReadOptions | None = None, origin: str = "") -> Report:
    """The Report of one row; a title given apart stands before the text with a blank line between."""
    told = {name: str(row[name]).strip() for name in FIELDS if is_told(row.get(name))}
    ref = row.get("ref") if is_told(row.get("ref")) else row.get("id")
    draft = Draft(
        ref=str(ref) if is_told(ref) else "",
        body=str(row["text"]),
        published=row.get("published"),
        origin=origin,
        **told,
    )
    return compose(draft, options or ReadOptions())


def is_told(value: object) -> bool:
    """Whether a cell holds anything: not None, an empty string or the NaN that tables put into gaps."""
    return not (value is None or (isinstance(value, float) and math.isnan(value)) or str(value).strip() == "")


def read_table(path: Path, options: ReadOptions) -> Iterator[Report | Skip]:
    """The reports of a table file; raises ReadError where it is no table or has no texts."""
    with path.open("rb") as file:
        yield from reports_of(rows_of(file, path.suffix.lower(), str(path), options), str(path), options)


def reports_of(rows: Iterator[Row | ReadError], origin: str, options: ReadOptions) -> Iterator[Report | Skip]:
    """The reports of rows, a Skip for each row without one; raises ReadError where there are no rows or no texts."""
    sample, columns = look_at(rows, origin, options)
    dates = [row.get(columns.get("published", "")) for row in sample if not isinstance(row, ReadError)]
    options = replace(options, date_order=options.date_order or date_order(dates))
    for number, row in enumerate(chain(sample, rows), 1):
        where = f"{origin}:{number}"
        if isinstance(row, ReadError):
            yield Skip(row.subject, row.problem, row.remedy)
            continue
        fields = {field: row.get(column) for field, column in columns.items()}
        try:
            fields["text"] = text_of_row(fields["text"], columns["text"], where, options)
        except ReadError as error:
            yield Skip(error.subject, error.problem, error.remedy)
            continue
        if not is_told(fields.get("ref")):
            fields["ref"] = f"{Path(origin).name}:{number}"
        report = report_from_row(fields, options, origin)
        yield report
        if report.published is None and is_told(fields.get("published")):
            yield undated(str(fields["published"]), columns["published"], where)


def undated(value: str, column: str, where: str) -> Skip:
    """What is said of a report whose day of publication cannot be read."""
    if FIGURES.match(value):
        return Skip(where, f"{value!r} in {column!r} may be two days", "tell --date-order dmy or mdy", "published")
    return Skip(where, f"{value!r} in {column!r} is no day", "write it as 2020-02-01", "published")


def look_at(
    rows: Iterator[Row | ReadError], origin: str, options: ReadOptions
) -> tuple[list[Row | ReadError], dict[str, str]]:
    """The first rows and the columns chosen by them."""
    sample = list(islice(rows, SAMPLED))
    whole = [row for row in sample if not isinstance(row, ReadError)]
    if not whole:
        first = next((row for row in sample if isinstance(row, ReadError)), None)
        raise first or ReadError(origin, "has no rows", "give a table with at least one report")
    names = list(dict.fromkeys(str(name) for row in whole for name in row if name is not None))
    return sample, choose_columns(names, whole, options.columns, origin)


def text_of_row(value: object, column: str, where: str, options: ReadOptions) -> str:
    """The text of a cell; raises ReadError where it is none, empty or too long."""
    if not isinstance(value, str):
        raise ReadError(where, f"has no text in {column!r}", "fill the cell, or choose another column with --columns")
    return checked(value.replace("\r\n", "\n"), where, options.max_text)


def table_columns(path: Path, options: ReadOptions) -> dict[str, str]:
    """Field to column as a table would be read, to be shown before it is; raises ReadError as reading does."""
    with path.open("rb") as file:
        return look_at(rows_of(file, path.suffix.lower(), str(path), options), str(path), options)[1]
