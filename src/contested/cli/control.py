"""``contested control``: who is said to hold a place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, print_rows, view_options
from contested.cli.options import place_meant

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


@click.command("control", short_help="Show who is said to hold a place, a lane a claimant.")
@click.argument("place", metavar="PLACE")
@view_options()
def command(place: str, shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...]) -> None:
    """Show who is said to hold, take or lose PLACE over time, how old each claim is, and who disagrees.

    \b
    Example:
      contested control Manbij --as-of 2016-08-15
    """
    from contested.views.control import COLUMNS, rows

    with opened_incidents(ledger, moment, packs) as (_, incidents):
        found = rows(incidents.holdings(), place, moment.as_of or None, place_meant(place))
        print_rows(shape, COLUMNS, found, f"no claim tells who holds {place}")
