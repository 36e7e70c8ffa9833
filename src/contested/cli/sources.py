"""``contested sources``: what each source tells, and how it fares."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, print_rows, view_options

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


@click.command("sources", short_help="Show each source's claims, roots, interest, contradictions.")
@view_options()
def command(shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...]) -> None:
    """Show of each source: claims, incidents, roots, share against its interest, contradicted and later contradicted.

    \b
    Example:
      contested sources --format csv > sources.csv
    """
    from contested.views.sources import COLUMNS, rows

    with opened_incidents(ledger, moment, packs) as (opened, incidents):
        print_rows(shape, COLUMNS, rows(incidents.all(), opened, moment), "no sources")
