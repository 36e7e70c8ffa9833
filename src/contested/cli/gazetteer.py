"""``contested gazetteer``: look place names up."""

from __future__ import annotations

import click


@click.group("gazetteer", short_help="Look place names up, add places.")
def command() -> None:
    """Look place names up, and add places to the gazetteer.

    \b
    Example:
      contested gazetteer lookup Saraqeb
    """


@command.command("lookup")
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option("--limit", type=click.IntRange(1), default=5, show_default=True, help="At most so many places a name.")
def lookup(names: tuple[str, ...], limit: int) -> None:
    """Tell which places a name may mean, likeliest first.

    \b
    Example:
      contested gazetteer lookup Saraqeb "Tell Rifaat"
    """
    from contested.gazetteer.lookup import open_gazetteer

    gazetteer = open_gazetteer()
    for name in names:
        places = gazetteer.lookup(name, limit)
        click.echo(f"{name}: {len(places)} places" if places else f"{name}: not resolved")
        for place in places:
            region = ", ".join((*place.admin, place.country or ""))
            click.echo(f"  {place.id}  {place.name}  {place.lat:.4f} {place.lon:.4f}  {place.kind}  {region}")
