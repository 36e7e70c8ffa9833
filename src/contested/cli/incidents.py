"""``contested incidents``: what claims of many reports tell together."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, print_rows, view_options
from contested.cli.options import day_option, first_day, known_event, last_day, place_meant

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


def known_code(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """An event code, checked, or nothing."""
    return known_event(ctx, param, (value,))[0] if value else value


@click.command("incidents", short_help="List incidents, each with its reports, roots, tolls.")
@view_options("geojson")
@click.option("--place", help="A place, region or country by any of its names, or a gazetteer id.")
@click.option("--since", callback=day_option(first_day), metavar="DAY", help="Not before this day, month or year.")
@click.option("--until", callback=day_option(last_day), metavar="DAY", help="Not after this day, month or year.")
@click.option("--event", default="", callback=known_code, metavar="CODE", help="An event code.")
@click.option("--reports", "least", type=click.IntRange(1), default=1, help="Told by at least so many reports.")
@click.option("--limit", type=click.IntRange(1), help="At most so many.")
def command(
    shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...], limit: int | None, least: int,
    **asked: str | None,
) -> None:  # fmt: skip
    """List incidents, told by most reports first: a table, jsonl, csv, or geojson for a map.

    \b
    Examples:
      contested incidents --reports 2
      contested incidents --place Aleppo --as-of 2016-07-12 --format geojson > map.geojson
    """
    from contested.ledger.filters import ClaimFilter
    from contested.views.incidents import COLUMNS, matching, row, wire

    events = (asked["event"],) if asked["event"] else ()
    meant = {"place": place_meant(asked["place"])}
    wanted = ClaimFilter(place=asked["place"], meant=meant, since=asked["since"], until=asked["until"], events=events)
    with opened_incidents(ledger, moment, packs) as (opened, incidents):
        found = islice(matching(incidents.all(), wanted, opened.claims_at(wanted), least), limit)
        if shape == "jsonl":
            for incident in found:
                click.echo(wire(incident))
        elif shape == "geojson":
            from contested.exports.geojson import geojson

            for line in geojson(found, opened, moment):
                click.echo(line)
        else:
            print_rows(shape, COLUMNS, map(row, found), "no incidents fit")
