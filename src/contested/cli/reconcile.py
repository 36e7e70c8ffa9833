"""``contested reconcile``: claims become incidents."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from contested.cli.moments import AS_OF, PACKS
from contested.cli.options import LEDGER


@click.command("reconcile", short_help="Join claims into incidents.")
@LEDGER
@PACKS
@AS_OF[0]
@click.option("--again", is_flag=True, help="Compare everything anew instead of only what is new.")
def command(ledger: Path, packs: tuple[str, ...], as_of: str | None, again: bool) -> None:
    """Join claims that tell one incident, with roots, contradictions and tolls. What persons judged always wins.

    Incidents as known on an earlier day are kept beside those of now, for the desk to show.

    \b
    Example:
      contested reconcile --ledger contested.db
    """
    from contested.flow.reconciling import reconcile_ledger
    from contested.ledger.incidents import Moment

    started = time.perf_counter()
    done = reconcile_ledger(ledger, packs, Moment(as_of or ""), progress_lines(), again)
    if done.unchanged:
        click.echo(f"Nothing is new: {done.claims:,} claims, incidents as they were")
        return
    click.echo(f"Ledger {ledger}")
    click.echo(
        f"  {done.incidents:,} incidents of {done.claims:,} claims; {done.of_many:,} told by two or more reports"
    )
    seconds = time.perf_counter() - started
    click.echo(f"  {done.compared:,} pairs compared, {done.spared:,} known from before, {seconds:.1f} s")
    if done.judgements:
        click.echo(f"  {done.judgements:,} judgements kept")
    if done.overruled:
        click.echo(
            f"  {len(done.overruled):,} merges that a split forbids, without effect: {', '.join(done.overruled[:5])}"
        )
    if done.adrift:
        click.echo(f"  {len(done.adrift):,} judgements on claims that the newest reading no longer tells, kept: "
                   f"{', '.join(done.adrift[:5])}")  # fmt: skip


def progress_lines() -> Callable[[str, int], None]:
    """A line a stage on standard error, rewritten on a terminal."""

    def tell(stage: str, count: int) -> None:
        end = "\r" if sys.stderr.isatty() else "\n"
        click.echo(f"{count:,} {stage}          " if end == "\r" else f"{count:,} {stage}", nl=False, err=True)
        click.echo(end, nl=False, err=True)

    return tell
