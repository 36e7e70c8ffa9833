"""``contested why``: why two claims are, or are not, one incident."""

from __future__ import annotations

from pathlib import Path

import click

from contested.cli.moments import PACKS
from contested.cli.options import LEDGER


@click.command("why", short_help="Explain why two claims are, or are not, one incident.")
@click.argument("one", metavar="CLAIM")
@click.argument("other", metavar="CLAIM")
@LEDGER
@PACKS
def command(one: str, other: str, ledger: Path, packs: tuple[str, ...]) -> None:
    """Explain attribute by attribute, with scores, how far two claims (c-…) go together, and what was made of it.

    \b
    Example:
      contested why c-0123456789abcdef0123 c-89abcdef0123456789ab
    """
    from contested.flow.explaining import explain

    for line in explain(ledger, one, other):
        click.echo(line)
