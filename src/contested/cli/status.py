"""``contested status``: what the ledger holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import moment_options, print_rows

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


@click.command("status", short_help="Tell what the ledger holds.")
@moment_options
@click.option("--all", "everything", is_flag=True, help="Whole lists instead of the most frequent.")
def command(shape: str, ledger: Path, moment: Moment, everything: bool) -> None:
    """Tell what the ledger holds: reports, claims, languages, outlets, unresolved places, skips, rules.

    \b
    Example:
      contested status --ledger contested.db
    """
    from contested.ledger.reads import open_ledger
    from contested.views.status import COLUMNS, make_status, rows, status_text

    with open_ledger(ledger) as opened:
        status = make_status(opened, moment)
    if shape == "table":
        click.echo(status_text(status, 1_000_000 if everything else 15), nl=False)
    else:
        print_rows(shape, COLUMNS, rows(status), "nothing")
