"""``contested framing``: which outlet calls whom what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import PACKS, SHAPES, print_rows
from contested.cli.options import LEDGER, day_option, filter_options, last_day

if TYPE_CHECKING:
    from contested.ledger.filters import ClaimFilter


@click.command("framing", short_help="Show which outlet calls whom what, and its loaded words.")
@click.option("--words", is_flag=True, help="Words that take a side, instead of names of parties.")
@click.option("--least", type=click.IntRange(1), default=1, help="Used at least so many times.")
@click.option("--format", "shape", type=click.Choice(SHAPES), default="table", show_default=True)
@click.option("--as-of", callback=day_option(last_day), metavar="DAY", help="Only reports published by that day.")
@LEDGER
@PACKS
@filter_options
def command(words: bool, ledger: Path, packs: tuple[str, ...], wanted: ClaimFilter, **asked: str | int | None) -> None:
    """Show what each outlet calls each party, or which words that take a side it uses, with neutral terms.

    \b
    Example:
      contested framing --words --least 5
    """
    from contested.ledger.reads import open_ledger
    from contested.packs.load import load_packs
    from contested.views import framing

    shape, as_of, least = str(asked["shape"]), asked["as_of"], int(asked["least"] or 1)
    with open_ledger(ledger) as opened:
        claims = [c for c in opened.claims(wanted) if as_of is None or (c.report.published or "9999") <= str(as_of)]
    table = framing.words if words else framing.names
    columns = framing.WORD_COLUMNS if words else framing.NAME_COLUMNS
    print_rows(shape, columns, table(claims, load_packs(packs), least), "nothing to show")
