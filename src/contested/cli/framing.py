"""``contested framing``: which outlet calls whom what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import PACKS, moment_options, print_rows
from contested.cli.options import filter_options

if TYPE_CHECKING:
    from contested.ledger.filters import ClaimFilter
    from contested.ledger.incidents import Moment


@click.command("framing", short_help="Show which outlet calls whom what, and its loaded words.")
@click.option("--words", is_flag=True, help="Words that take a side, instead of names of parties.")
@click.option("--least", type=click.IntRange(1), default=1, help="Used at least so many times.")
@moment_options
@PACKS
@filter_options
def command(
    shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...], wanted: ClaimFilter, **asked: int
) -> None:
    """Show what each outlet calls each party, or which words that take a side it uses, with neutral terms.

    \b
    Example:
      contested framing --words --least 5
    """
    from contested.ledger.reads import open_ledger
    from contested.packs.load import load_packs
    from contested.views import framing
    from contested.views.known import claims_at

    with open_ledger(ledger) as opened:
        claims = list(claims_at(opened, moment, wanted, "counted"))
    table = framing.words if asked["words"] else framing.names
    columns = framing.WORD_COLUMNS if asked["words"] else framing.NAME_COLUMNS
    print_rows(shape, columns, table(claims, load_packs(packs), asked["least"]), "nothing to show")
