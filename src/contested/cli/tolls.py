"""``contested tolls``: ranges by place, side and week."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, print_rows, view_options

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment

GROUPS = ("place", "side", "week")


@click.command("tolls", short_help="Add up tolls by place, side, week, without counting twice.")
@view_options()
@click.option("--by", multiple=True, type=click.Choice(GROUPS), default=GROUPS, show_default=True, help="Group by.")
@click.option("--reading", type=click.Choice(["any", "latest", "roots", "together"]), default="any", show_default=True,
              help="Which figures bound an incident's toll; latest: the reports of the latest day alone.")  # fmt: skip
def command(
    shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...], by: tuple[str, ...], reading: str
) -> None:
    """Add up the ranges of incidents. What sources sum up over many incidents stands apart and is never added.

    \b
    Example:
      contested tolls --by week --reading roots
    """
    from contested.views.toll import COLUMNS, rows

    with opened_incidents(ledger, moment, packs) as (opened, incidents):
        print_rows(
            shape,
            COLUMNS,
            rows(incidents.all(), opened, frozenset(by), reading, moment),
            "no tolls are told",
        )
