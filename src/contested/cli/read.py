"""``contested read``: inputs into the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.options import LEDGER, reading_options
from contested.cli.progress import exit_code, say_skip, shown_progress
from contested.flow.rules import Settings

if TYPE_CHECKING:
    from contested.flow.into_ledger import Summary
    from contested.model.report import Report, Skip
    from contested.read import ReadOptions


@click.command("read", short_help="Read reports into the ledger.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@LEDGER
@reading_options
def command(inputs: tuple[str, ...], ledger: Path, reading: ReadOptions, settings: Settings) -> None:
    """Read reports into the ledger and compile their claims.

    INPUT is a text or HTML file, a table (CSV, JSONL, Parquet), a feed, a folder of these, an http(s) address, or - for
    standard input. What the ledger has read already is left alone; a run that was cut short goes on where it stopped.

    \b
    Example:
      contested read page.txt --publisher "Example Wire" --published 2020-02-04
    """
    from contested.flow.into_ledger import read_into
    from contested.read import count_inputs, read_inputs

    say_columns(inputs, reading)
    with shown_progress(count_inputs(inputs, reading)) as progress:
        summary = read_into(ledger, said(read_inputs(inputs, reading)), settings, progress)
    for skip in summary.failed:
        say_skip(skip)
    for line in summary_lines(summary, ledger):
        click.echo(line)
    raise SystemExit(exit_code(summary.arrived - len(summary.failed), len(summary.skips) + len(summary.failed)))


def said(items: Iterator[Report | Skip]) -> Iterator[Report | Skip]:
    """The items, each skip said on the way."""
    from contested.model.report import Report

    for item in items:
        if not isinstance(item, Report):
            say_skip(item)
        yield item


def say_columns(inputs: tuple[str, ...], reading: ReadOptions) -> None:
    """On standard error, which columns of each table given are taken for which fields, where the names differ."""
    from contested.model.errors import ReadError
    from contested.read.kinds import Kind, kind_of
    from contested.read.table import table_columns

    for path in map(Path, inputs):
        if not path.is_file() or kind_of(path) is not Kind.TABLE:
            continue
        with suppress(ReadError, OSError):  # which reading will say
            chosen = table_columns(path, reading)
            if any(field != column for field, column in chosen.items()):
                pairs = ",".join(f"{field}={column}" for field, column in chosen.items())
                click.echo(f"{path}: reading columns {pairs} (others: --columns)", err=True)


def summary_lines(summary: Summary, ledger: Path) -> Iterator[str]:
    """What the run did."""
    yield f"Ledger {ledger}"
    yield f"  {summary.read:,} reports read, {summary.claims:,} claims"
    if summary.again:
        yield f"  {summary.again:,} already in the ledger"
    if summary.amended:
        yield f"  {summary.amended:,} told differently than before; read anew, the old reading kept"
    if summary.copies:
        names = ", ".join(f"{ref} is {id}" for ref, id in summary.copy_names[:5])
        yield f"  {summary.copies:,} copies of texts already read, noted: {names}{', …' if summary.copies > 5 else ''}"
    if summary.unresolved:
        names = ", ".join(f"{name} ({count})" for name, count in summary.unresolved.most_common(8))
        more = ", …" if len(summary.unresolved) > 8 else ""
        yield f"  {len(summary.unresolved):,} place names not resolved: {names}{more}"
    for note, count in summary.notes.most_common():
        yield f"  {count:,} without claims: {note}"
    if summary.failed:
        yield f"  {len(summary.failed):,} failed; their texts are kept, and the next run tries them again"
    undated = sum(skip.field == "published" for skip in summary.skips)
    if undated:
        yield f"  {undated:,} read without the day of publication, which could not be read"
    skipped = [skip for skip in summary.skips if not skip.field]
    if skipped:
        reasons: dict[str, int] = {}
        for skip in skipped:
            reasons[skip.problem] = reasons.get(skip.problem, 0) + 1
        yield f"  {len(skipped):,} skipped: " + ", ".join(f"{why} ({count})" for why, count in reasons.items())
