"""Tables: a row becomes a Report."""

from __future__ import annotations

from collections.abc import Mapping

from contested.model.mention import Mention
from contested.model.report import Report, report_id


def report_from_row(row: Mapping[str, object]) -> Report:
    """The Report of one row; a title given apart stands before the text with a blank line between."""
    title, body = row.get("title"), str(row["text"])
    text = f"{title}\n\n{body}" if title else body
    headline = Mention.of(text, 0, len(str(title))) if title else None
    return Report(
        id=report_id(text),
        ref=str(row.get("ref") or row.get("id")),
        text=text,
        title=str(title) if title else None,
        headline=headline,
        publisher=str(row["publisher"]) if row.get("publisher") else None,
        published=str(row["published"]) if row.get("published") else None,
    )
