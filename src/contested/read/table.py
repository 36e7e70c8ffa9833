"""Tables: a row becomes a Report."""

from __future__ import annotations

from collections.abc import Mapping

from contested.model.report import Report
from contested.read.compose import Draft, compose
from contested.read.options import ReadOptions


def report_from_row(row: Mapping[str, object], options: ReadOptions | None = None, origin: str = "") -> Report:
    """The Report of one row; a title given apart stands before the text with a blank line between."""
    told = {name: str(row[name]) for name in FIELDS if row.get(name)}
    draft = Draft(
        ref=str(row.get("ref") or row.get("id")),
        body=str(row["text"]),
        published=row.get("published"),
        origin=origin,
        **told,
    )
    return compose(draft, options or ReadOptions())


FIELDS = ("title", "publisher", "republisher", "author", "url", "language")
