"""How far a run is: a bar on a terminal, plain lines elsewhere, both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from contested.flow.into_ledger import Summary
    from contested.model.report import Report, Skip

EVERY = 100  # reports between two plain lines


@contextmanager
def shown_progress(total: int | None) -> Iterator[Callable[[Summary], None]]:
    """A callback that shows a Summary; ``total`` counts reports and skips, None is unknown."""
    if sys.stderr.isatty():
        with bar(total) as update:
            yield update
    else:
        yield plain_lines()


@contextmanager
def bar(total: int | None) -> Iterator[Callable[[Summary], None]]:
    """The bar."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[told]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("read", total=total, told="starting")

        def update(summary: Summary) -> None:
            done = summary.arrived + sum(not skip.field for skip in summary.skips)
            progress.update(task, completed=done, told=f"{summary.claims:,} claims")

        yield update


def plain_lines() -> Callable[[Summary], None]:
    """A line for every hundred reports."""
    last = 0

    def update(summary: Summary) -> None:
        nonlocal last
        if summary.arrived // EVERY > last:
            last = summary.arrived // EVERY
            click.echo(f"{summary.arrived:,} reports, {summary.claims:,} claims", err=True)

    return update


def say_skip(skip: Skip) -> None:
    """One line on standard error: what could not be read, what is wrong with it, what would help."""
    remedy = f"; {skip.remedy}" if skip.remedy else ""
    remedy += "; read without it" if skip.field else ""
    weight = "warning" if skip.field else "error"
    click.echo(f"{weight}: {skip.origin}: {skip.problem}{remedy}", err=True)


class Tally:
    """Passes reports on, says and counts skips, and tells the exit code."""

    def __init__(self) -> None:
        self.reports = self.skips = 0

    def reports_of(self, items: Iterator[Report | Skip]) -> Iterator[Report]:
        """The reports alone, each text once."""
        from contested.model.report import Report

        seen: set[str] = set()
        for item in items:
            if not isinstance(item, Report):
                self.skips += 1
                say_skip(item)
            else:
                self.reports += 1
                if item.id not in seen:
                    seen.add(item.id)
                    yield item

    def failed(self, skip: Skip) -> None:
        """Say and count a report that Contested itself failed on."""
        self.reports -= 1
        self.skips += 1
        say_skip(skip)

    @property
    def exit_code(self) -> int:
        """0 all was read, 1 something was skipped, 2 nothing could be read."""
        return exit_code(self.reports, self.skips)


def exit_code(reports: int, skips: int) -> int:
    """0 all was read, 1 something was skipped, 2 nothing could be read."""
    return 2 if not reports else 1 if skips else 0
