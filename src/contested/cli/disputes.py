"""``contested disputes``: what is contradicted and by whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, print_rows, view_options
from contested.model.contradiction import CONTRADICTION_KINDS

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


@click.command("disputes", short_help="List contradictions, their sides, what would settle them.")
@view_options()
@click.option("--kind", "kinds", multiple=True, type=click.Choice(CONTRADICTION_KINDS), help="May be repeated.")
@click.option("--all", "also_compatible", is_flag=True, help="Also what is only told differently and could all hold.")
def command(
    shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...], kinds: tuple[str, ...], also_compatible: bool
) -> None:
    """List what claims of one incident cannot all mean, with who says which, and what would settle it.

    \b
    Example:
      contested disputes --kind how_many --kind who
    """
    from contested.views.disputes import COLUMNS, rows

    with opened_incidents(ledger, moment, packs) as (_, incidents):
        print_rows(shape, COLUMNS, rows(incidents.all(), frozenset(kinds), also_compatible), "nothing is disputed")
