"""``contested status``: what the ledger holds."""

from __future__ import annotations

from pathlib import Path

import click

from contested.cli.options import LEDGER


@click.command("status", short_help="Tell what the ledger holds.")
@LEDGER
@click.option("--all", "everything", is_flag=True, help="Whole lists instead of the most frequent.")
def command(ledger: Path, everything: bool) -> None:
    """Tell what the ledger holds: reports, claims, languages, outlets, unresolved places, skips, rules.

    \b
    Example:
      contested status --ledger contested.db
    """
    from contested.ledger.reads import open_ledger
    from contested.views.status import make_status, status_text

    with open_ledger(ledger) as opened:
        status = make_status(opened)
    click.echo(status_text(status, 1_000_000 if everything else 15), nl=False)
