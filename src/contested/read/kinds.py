"""What kind of input a file or a download is: by its name's ending, its content type, or its first characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from contested.model.errors import ReadError
from contested.read.options import ReadOptions


class Kind(Enum):
    """A text, a web page, a feed or a table."""

    TEXT = "text"
    PAGE = "page"
    FEED = "feed"
    TABLE = "table"


ENDINGS: Mapping[str, Kind] = {
    ".txt": Kind.TEXT,
    ".md": Kind.TEXT,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".xml": Kind.FEED,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".jsonl": Kind.TABLE,
    ".ndjson": Kind.TABLE,
    ".json": Kind.TABLE,
    ".parquet": Kind.TABLE,
}
FOREIGN = frozenset((".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".epub", ".zip", ".gz", ".warc"))
TYPES: Mapping[str, Kind] = {
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.TEXT,
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "application/rss+xml": Kind.FEED,
    "application/atom+xml": Kind.FEED,
    "application/rdf+xml": Kind.FEED,
    "application/xml": Kind.FEED,
    "text/xml": Kind.FEED,
    "application/x-ndjson": Kind.TABLE,
    "application/jsonl": Kind.TABLE,
    "application/json": Kind.TABLE,
    "text/csv": Kind.TABLE,
    "text/tab-separated-values": Kind.TABLE,
    "application/vnd.apache.parquet": Kind.TABLE,
}
FEED_STARTS = (b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")
COUNTABLE = 50_000_000


def kind_of(path: Path) -> Kind:
    """The kind of a file; raises ReadError for a format that is not read."""
    ending = path.suffix.lower()
    if ending in FOREIGN:
        raise ReadError(str(path), f"is a {ending[1:]} file, which is not read", "save it as text, HTML or a table")
    if ending in ENDINGS:
        return ENDINGS[ending]
    with path.open("rb") as file:
        return sniff(file.read(1000), None)


def sniff(raw: bytes, type_: str | None) -> Kind:
    """The kind of a download; a page served as something else is told by its first characters."""
    start = raw[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<?xml") and b"<html" in start):
        return Kind.PAGE
    if start.startswith(FEED_STARTS):
        return Kind.FEED
    if type_ is not None and type_ in TYPES:
        return TYPES[type_]
    return Kind.TABLE if table_ending(raw, type_) else Kind.TEXT


def table_ending(raw: bytes, type_: str | None) -> str | None:
    """The ending of the table format that a download is in; None where it is no table."""
    if raw.startswith(b"PAR1"):
        return ".parquet"
    if type_ in ("text/csv", "text/tab-separated-values"):
        return ".tsv" if type_ == "text/tab-separated-values" else ".csv"
    start = re.sub(rb"\s+", b"", raw[:200].removeprefix(b"\xef\xbb\xbf"))
    if start.startswith((b"[{", b"[]")):
        return ".json"
    return ".jsonl" if start.startswith(b'{"') else None


def count_file(path: Path, options: ReadOptions) -> int | None:
    """How many reports a file holds; None where only reading it would tell."""
    ending = path.suffix.lower()
    try:
        if ending == ".parquet":
            return parquet_count(path)
        if ending in (".jsonl", ".ndjson"):
            return count_lines(path)
        if ending in (".csv", ".tsv", ".json", ".rss", ".atom", ".xml"):
            return counted(path, ending) if path.stat().st_size <= COUNTABLE else None
    except (OSError, ValueError):
        return 1
    return 1


def counted(path: Path, ending: str) -> int | None:
    """The entries of a feed by their tags, the rows of a small CSV by its quotes; None for JSON."""
    raw = path.read_bytes()
    if ending == ".json":
        return None
    if ending in (".csv", ".tsv"):
        parts = raw.split(b'"')
        return max(0, sum(part.count(b"\n") for part in parts[::2]) + (not raw.endswith(b"\n")) - 1)
    return max(1, raw.count(b"<item>") + raw.count(b"<item ") + raw.count(b"<entry>") + raw.count(b"<entry "))


def count_lines(path: Path) -> int:
    """Lines that are not blank."""
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def parquet_count(path: Path) -> int:
    """Rows by the file's own footer; 1 where it is broken and will be one Skip."""
    import pyarrow
    import pyarrow.parquet

    try:
        return int(pyarrow.parquet.read_metadata(path).num_rows)
    except pyarrow.ArrowException:
        return 1
