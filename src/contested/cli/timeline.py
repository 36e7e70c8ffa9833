"""``contested timeline``: incidents by day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, print_rows, view_options

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


@click.command("timeline", short_help="List incidents by day.")
@view_options()
def command(shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...]) -> None:
    """List incidents in the order of their days, undated ones last.

    \b
    Example:
      contested timeline --as-of 2016-07-12
    """
    from contested.views.timeline import COLUMNS, rows

    with opened_incidents(ledger, moment, packs) as (_, incidents):
        print_rows(shape, COLUMNS, rows(incidents.all()), "no incidents")
