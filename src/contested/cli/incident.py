"""``contested incident``: one incident, its claims side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, view_options

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


@click.command("incident", short_help="Show one incident, its claims side by side.")
@click.argument("id", metavar="ID")
@view_options()
def command(id: str, shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...]) -> None:
    """Show one incident (i-…, its beginning, or a claim's id): roots, tolls, contradictions, claims by who says them.

    \b
    Example:
      contested incident i-0123abcd
    """
    from contested.views.incidents import page, wire

    with opened_incidents(ledger, moment, packs) as (opened, incidents):
        found = incidents.one(id)
        if shape == "jsonl":
            click.echo(wire(found))
        elif shape == "csv":
            from contested.views.review import reviews_at
            from contested.views.table import csv_lines

            reviews = reviews_at(opened, moment)
            for line in csv_lines((reviews.amended(opened.claim(id).claim) for id in found.claims), reviews):
                click.echo(line, nl=False)
        else:
            for line in page(found, opened, moment):
                click.echo(line)
