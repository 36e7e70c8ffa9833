"""``contested why``: why two claims are, or are not, one incident."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import opened_incidents, print_rows, view_options

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment


@click.command("why", short_help="Explain why two claims are, or are not, one incident.")
@click.argument("one", metavar="CLAIM")
@click.argument("other", metavar="CLAIM")
@view_options()
def command(one: str, other: str, shape: str, ledger: Path, moment: Moment, packs: tuple[str, ...]) -> None:
    """Explain attribute by attribute, with scores, how far two claims (c-…) go together, and what was made of it.

    \b
    Example:
      contested why c-0123456789abcdef0123 c-89abcdef0123456789ab
    """
    from contested.flow.explaining import COLUMNS, explanation, line
    from contested.views.known import check_known

    with opened_incidents(ledger, moment, packs) as (opened, incidents):
        rows = list(explanation(opened, incidents, (one, other), packs))
        for claim in (one, other):
            check_known(opened, moment, claim)
    if shape == "table":
        click.echo("\n".join(map(line, rows)))
    else:
        print_rows(shape, COLUMNS, rows, "nothing to explain")
