"""``contested incidents``: what claims of many reports tell together."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, print_rows, view_options
from contested.cli.options import day_option, first_day, known_event, last_day

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


def known_code(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """An event code, checked, or nothing."""
    return known_event(ctx, param, (value,))[0] if value else value


@click.command("incidents", short_help="List incidents, each with its reports, roots, tolls.")
@view_options("geojson")
@click.option("--place", default="", help="Words of a place's name, or its gazetteer id.")
@click.option("--since", callback=day_option(first_day), metavar="DAY", help="Not before this day, month or year.")
@click.option("--until", callback=day_option(last_day), metavar="DAY", help="Not after this day, month or year.")
@click.option("--event", default="", callback=known_code, metavar="CODE", help="An event code.")
@click.option("--reports", "least", type=click.IntRange(1), default=1, help="Told by at least so many reports.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
def command(
    shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...], limit: int | None, **asked: str | int | None
) -> None:
    """List incidents, told by most reports first: a table, jsonl, csv, or geojson for a map.

    \b
    Examples:
      contested incidents --reports 2
      contested incidents --place Aleppo --as-of 2016-07-12 --format geojson > map.geojson
    """
    from contested.views.incidents import COLUMNS, matching, row, wire

    with opened_incidents(ledger, moment, packs) as (opened, incidents):
        wanted = (
            str(asked["place"]),
            str(asked["since"] or ""),
            str(asked["until"] or ""),
            str(asked["event"]),
            int(asked["least"] or 1),
        )
        found = islice(matching(incidents.all(), wanted), limit)
        if shape == "jsonl":
            for incident in found:
                click.echo(wire(incident))
        elif shape == "geojson":
            from contested.exports.geojson import geojson

            for line in geojson(found, opened, moment):
                click.echo(line)
        else:
            print_rows(shape, COLUMNS, map(row, found), "no incidents fit")
