"""The options of every view of incidents: ledger, format, ``--as-of``; and making what they need."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contested.cli.options import LEDGER, day_option, last_day, stacked
from contested.flow.rules import DEFAULT_PACKS
from contested.model.errors import LedgerError

if TYPE_CHECKING:
    from contested.ledger.incidents import Incidents, Moment
    from contested.ledger.reads import Ledger

Callback = Callable[..., None]
PACKS = click.option(
    "--pack", "packs", multiple=True, default=DEFAULT_PACKS, show_default=True, help="Knowledge; may be repeated."
)
AS_OF = (
    click.option("--as-of", callback=day_option(last_day), metavar="DAY", help="Only reports published by that day."),
    click.option("--read-by", callback=day_option(last_day), metavar="DAY", help="Only what was read by that day."),
)
SHAPES = ("table", "jsonl", "csv")
WIDE = 200  # characters of a table that goes to a file


def view_options(*shapes: str) -> Callable[[Callback], Callback]:
    """Give a verb ``shape``, ``ledger``, ``moment`` and ``packs``; ``shapes`` are formats besides table, jsonl, csv."""
    form = click.option(
        "--format", "shape", type=click.Choice([*SHAPES, *shapes]), default="table", show_default=True
    )  # fmt: skip

    def decorate(callback: Callback) -> Callback:
        @wraps(callback)
        def gathered(**given: Any) -> None:  # noqa: ANN401
            from contested.ledger.incidents import Moment

            moment = Moment(given.pop("as_of") or "", given.pop("read_by") or "")
            callback(moment=moment, **given)

        return stacked((form, LEDGER, *AS_OF, PACKS), gathered)

    return decorate


def moment_options(callback: Callback) -> Callback:
    """Give a verb that asks of no incidents ``shape``, ``ledger`` and ``moment``."""
    form = click.option("--format", "shape", type=click.Choice(SHAPES), default="table", show_default=True)

    @wraps(callback)
    def gathered(**given: Any) -> None:  # noqa: ANN401
        from contested.ledger.incidents import Moment

        callback(moment=Moment(given.pop("as_of") or "", given.pop("read_by") or ""), **given)

    return stacked((form, LEDGER, *AS_OF), gathered)


@contextmanager
def opened_incidents(path: Path, moment: Moment, packs: Sequence[str]) -> Iterator[tuple[Ledger, Incidents]]:
    """The ledger and its incidents of a moment, derived first where that is needed; raises ContestedError."""
    from contested.ledger.incidents import Moment, bring_up_to_date, build_digest, incidents_at
    from contested.ledger.reads import open_ledger
    from contested.packs.load import pack_files

    for name in packs:  # a name that is no pack is an error before anything is derived or shown
        pack_files(name)
    with suppress(LedgerError):  # a ledger that cannot be written is read as it is
        bring_up_to_date(path)
    if moment != Moment():
        from contested.flow.reconciling import reconcile_ledger

        reconcile_ledger(path, packs, moment)
    with open_ledger(path) as ledger:
        digest = build_digest(ledger, moment)
        derive_first = digest is None
        if digest is not None:
            warn_if_stale(ledger)
            warn_if_other_rules(digest, packs)
    if derive_first:
        from contested.flow.reconciling import reconcile_ledger

        click.echo("no incidents yet: reconciling first", err=True)
        reconcile_ledger(path, packs, moment)
    with open_ledger(path) as ledger:
        yield ledger, incidents_at(ledger, moment)


def warn_if_stale(ledger: Ledger) -> None:
    """Say on standard error where reports were read after the last reconciling."""
    from contested.ledger.incidents import readings_since_build

    since = readings_since_build(ledger)
    if since:
        click.echo(f"{since:,} readings are newer than the incidents; bring them up: contested reconcile", err=True)


def warn_if_other_rules(digest: str, packs: Sequence[str]) -> None:
    """Say on standard error where the incidents were derived under other rules, or with other packs."""
    from contested.flow.reconciling import reconcile_rules

    if not digest.startswith(f"{reconcile_rules(packs)} "):
        click.echo("the incidents were derived by other rules or packs; bring them up: contested reconcile", err=True)


def print_rows(shape: str, columns: Sequence[str], rows: Iterable[Sequence[object]], nothing: str) -> None:
    """Rows as a table, JSON lines or CSV; ``nothing`` is said on standard error where there are none."""
    import json

    from contested.views.table import csv_line

    listed = [list(row) for row in rows]
    if shape == "jsonl":
        for row in listed:
            click.echo(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False))
    elif shape == "csv":
        click.echo(csv_line(list(columns)), nl=False)
        for row in listed:
            click.echo(csv_line([flat(value) for value in row]), nl=False)
    else:
        print_table(columns, listed)
    if not listed:
        click.echo(nothing, err=True)


def flat(value: object) -> object:
    """A value as one cell; unknown is empty."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return value


def print_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table as wide as the terminal, or 200 characters where there is none; "?" is unknown."""
    names = [name.replace("_", " ") for name in columns]
    cells = [["?" if value is None else str(flat(value)) for value in row] for row in rows]
    print_cells(names, cells, ("id", "incident", "when", "day"))


def print_cells(names: Sequence[str], rows: Sequence[Sequence[str]], whole: Sequence[str]) -> None:
    """Cells as a table, the columns of ``whole`` never broken; in blocks where the terminal is too narrow for it."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from contested.views.blocks import blocks, fits

    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else WIDE, markup=False, highlight=False, emoji=False)
    if terminal and not fits(names, rows, console.width, whole):
        for line in blocks(names, rows, console.width):
            click.echo(line)
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in names:
        table.add_column(name, overflow="fold", no_wrap=name in whole)
    for row in rows:
        table.add_row(*row)
    console.print(table)
