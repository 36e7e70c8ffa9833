"""Any input becomes Reports: paths, folders, addresses, "-" for standard input; what cannot be read becomes a Skip."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from contested.model.errors import ReadError
from contested.model.report import Report, Skip
from contested.read.address import Fetched, Fetcher
from contested.read.compose import Draft, compose
from contested.read.decode import checked, decode, read_text
from contested.read.feed import read_feed
from contested.read.kinds import ENDINGS, Kind, count_file, kind_of, sniff, table_ending
from contested.read.options import ReadOptions
from contested.read.page import draft_of_page
from contested.read.plain import draft_of_text
from contested.read.rows import rows_of
from contested.read.table import read_table, reports_of

SCHEMES = ("http://", "https://")


def read_inputs(inputs: Sequence[str], options: ReadOptions) -> Iterator[Report | Skip]:
    """The reports of all inputs in their order, folders sorted by path; one Skip for whatever could not be read."""
    with closing(Fetcher(options)) as fetcher:
        for name in inputs:
            yield from guarded(name, options, fetcher)


def guarded(name: str, options: ReadOptions, fetcher: Fetcher) -> Iterator[Report | Skip]:
    """The reports of one input; its failure ends only itself."""
    try:
        if name == "-":
            yield from read_bytes(Fetched(sys.stdin.buffer.read(options.max_bytes + 1), None), "stdin", options)
        elif name.startswith(SCHEMES):
            yield from read_address(name, options, fetcher)
        elif Path(name).is_dir():
            yield from read_folder(Path(name), options, fetcher)
        else:
            yield from read_file(Path(name), options, fetcher)
    except ReadError as error:
        yield Skip(error.subject, error.problem, error.remedy)
    except OSError as error:
        yield Skip(name, f"cannot be opened ({error.strerror or error})", "check its name and your rights to read it")


def read_folder(folder: Path, options: ReadOptions, fetcher: Fetcher) -> Iterator[Report | Skip]:
    """Every report file under a folder, sorted by path; hidden files and files of no known kind are left out."""
    paths = list(report_files(folder))
    if not paths:
        known = " ".join(ENDINGS)
        raise ReadError(str(folder), "holds no reports", f"put files with one of these endings there: {known}")
    for path in paths:
        yield from guarded(str(path), options, fetcher)


def report_files(folder: Path) -> Iterator[Path]:
    """The report files under a folder, sorted."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in ENDINGS and not name.startswith("."):
                yield Path(place, name)


def read_file(path: Path, options: ReadOptions, fetcher: Fetcher) -> Iterator[Report | Skip]:
    """The reports of one file."""
    if not path.exists():
        raise ReadError(str(path), "does not exist", "check the name")
    kind = kind_of(path)
    if kind is Kind.TABLE:
        yield from read_table(path, options)
        return
    if kind is Kind.FEED:
        if path.stat().st_size > options.max_bytes:
            raise ReadError(str(path), "is too big for a feed", "split it")
        yield from read_feed(path.read_bytes(), str(path), options, follower(options, fetcher))
        return
    limit = options.max_text if kind is Kind.TEXT else options.max_bytes
    text = read_text(path, options.encoding, limit)
    yield compose(draft_of(kind, text, path.stem, str(path), None), options)


def draft_of(kind: Kind, text: str, ref: str, origin: str, url: str | None) -> Draft:
    """The draft of a page or a plain text."""
    return draft_of_page(text, ref, origin, url) if kind is Kind.PAGE else draft_of_text(text, ref, origin, url)


def follower(options: ReadOptions, fetcher: Fetcher) -> Follow | None:
    """What fetches the pages a feed links to, where the caller asked for them."""
    return Follow(options, fetcher) if options.follow_feed_links else None


class Follow:
    """Fetches a linked page as a draft."""

    def __init__(self, options: ReadOptions, fetcher: Fetcher) -> None:
        self.options, self.fetcher = options, fetcher

    def __call__(self, address: str) -> Draft:
        fetched = self.fetcher.fetch(address)
        text = decode(fetched.raw, address, self.options.encoding, fetched.encoding)
        return draft_of(Kind.PAGE, text, address, address, fetched.url)


def read_address(address: str, options: ReadOptions, fetcher: Fetcher) -> Iterator[Report | Skip]:
    """The reports at an address, of whatever kind it serves."""
    fetched = fetcher.fetch(address)
    yield from read_bytes(fetched, address, options, follower(options, fetcher))


def read_bytes(
    fetched: Fetched, origin: str, options: ReadOptions, follow: Follow | None = None
) -> Iterator[Report | Skip]:
    """The reports of bytes whose kind is told by their type or their first characters."""
    raw = fetched.raw
    if len(raw) > options.max_bytes:
        raise ReadError(origin, f"is over {options.max_bytes:,} bytes", "give it as a file, or raise --max-bytes")
    if not raw.strip():
        raise ReadError(origin, "is empty", "give some text")
    kind = sniff(raw, fetched.type)
    if kind is Kind.FEED:
        yield from read_feed(raw, origin, options, follow)
    elif kind is Kind.TABLE:
        ending = table_ending(raw, fetched.type) or ".jsonl"
        yield from reports_of(rows_of(io.BytesIO(raw), ending, origin, options), origin, options)
    else:
        text = decode(raw, origin, options.encoding, fetched.encoding)
        text = checked(text, origin, options.max_text if kind is Kind.TEXT else options.max_bytes)
        yield compose(draft_of(kind, text, origin, origin, fetched.url), options)


def count_inputs(inputs: Sequence[str], options: ReadOptions) -> int | None:
    """How many reports or Skips reading will bring, as far as that is cheap to tell; else None."""
    total = 0
    for name in inputs:
        path = Path(name)
        if name == "-" or name.startswith(SCHEMES):
            return None
        files = list(report_files(path)) if path.is_dir() else [path]
        for file in files or [path]:
            found = count_file(file, options)
            if found is None:
                return None
            total += found
    return total
