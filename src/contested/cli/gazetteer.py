"""``contested gazetteer``: look place names up, add places."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contested.cli.options import GAZETTEER

if TYPE_CHECKING:
    from contested.gazetteer.imports import Imported
    from contested.gazetteer.tables import Columns

COLUMNS = "name lat lon id kind country admin population names"


@click.group("gazetteer", short_help="Look place names up, add places.")
def command() -> None:
    """Look place names up, and add places to the gazetteer.

    The default gazetteer holds the settlements of 500 people and more, countries and regions.

    \b
    Example:
      contested gazetteer lookup Saraqeb
    """


@command.command("lookup")
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
@click.option("--limit", type=click.IntRange(1), default=5, show_default=True, help="At most so many places a name.")
@GAZETTEER
def lookup(names: tuple[str, ...], limit: int, gazetteer: Path | None) -> None:
    """Tell which places a name may mean, likeliest first.

    \b
    Example:
      contested gazetteer lookup Saraqeb "Tell Rifaat"
    """
    from contested.gazetteer.lookup import open_gazetteer

    opened = open_gazetteer(gazetteer)
    for name in names:
        places = opened.lookup(name, limit)
        click.echo(f"{name}: {len(places)} places" if places else f"{name}: not resolved")
        for place in places:
            region = ", ".join(filter(None, (*reversed(place.admin), place.country)))
            click.echo(f"  {place.id}  {place.name}  {place.lat:.4f} {place.lon:.4f}  {place.kind}  {region}")


@command.command("add")
@click.argument("countries", nargs=-1, required=True, metavar="COUNTRY…")
@click.option("--address", default=None, help="Where the dumps lie, if not at GeoNames.")
@GAZETTEER
def add(countries: tuple[str, ...], address: str | None, gazetteer: Path | None) -> None:
    """Fetch whole countries from GeoNames, villages and all, by their two letters.

    \b
    Example:
      contested gazetteer add SY
    """
    from contested.gazetteer.download import ADDRESS, add_country

    for imported in add_country(countries, gazetteer, address or ADDRESS, say_bytes if sys.stderr.isatty() else None):
        say_imported(imported)


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "shape", type=click.Choice(["geonames", "wof", "csv", "geojson"]), help="If not as it looks.")
@click.option("--columns", default="", metavar="FIELD=COLUMN,…", help=f"Fields: {COLUMNS}.")
@click.option("--origin", help="Whose places they are, kept with each of them.")
@click.option("--licence", default="licence unknown", show_default=True, help="On what terms they may be used.")
@GAZETTEER
def import_(file: Path, shape: Any, columns: str, origin: str | None, licence: str, gazetteer: Path | None) -> None:  # noqa: ANN401
    """Add the places of a CSV, GeoJSON, Who's On First or GeoNames file.

    \b
    Example:
      contested gazetteer import villages.csv --columns name=village,lat=y,lon=x
    """
    from contested.gazetteer.entries import Origin
    from contested.gazetteer.imports import import_file

    source = Origin(origin, licence) if origin else None
    say_imported(import_file(file, gazetteer, shape, place_columns(columns), source))


def place_columns(text: str) -> Columns | None:
    """The columns told, None where none are; raises click.BadParameter for a field that there is not."""
    from contested.cli.options import parse_columns
    from contested.gazetteer.tables import Columns

    told: dict[str, Any] = dict(parse_columns(text))
    unknown = sorted(told.keys() - set(COLUMNS.split()))
    if unknown:
        raise click.BadParameter(f"there is no field {', '.join(unknown)}; fields: {COLUMNS}", param_hint="--columns")
    if "admin" in told:
        told["admin"] = tuple(told["admin"].split("+"))
    return Columns(**told) if told else None


def say_imported(imported: Imported) -> None:
    """How many places came in, from where, into which file."""
    click.echo(f"{imported.entries:,} places from {imported.origin} into {imported.path}")


def say_bytes(name: str, done: int, total: int | None) -> None:
    """How far a download is, on one line of standard error."""
    of = f" of {total / 1e6:.1f}" if total else ""
    click.echo(f"\r{name}: {done / 1e6:.1f}{of} MB ", err=True, nl=done == total)
