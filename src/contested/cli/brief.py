"""``contested brief``: what is reported, a citation on every sentence."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.options import LEDGER, filter_options

if TYPE_CHECKING:
    from contested.ledger.filters import ClaimFilter


@click.command("brief", short_help="Write a brief with a citation on every sentence.")
@click.option("--format", "shape", type=click.Choice(["terminal", "markdown", "html"]), default="terminal",
              show_default=True, help="html is one page that needs nothing else.")  # fmt: skip
@LEDGER
@filter_options
def command(shape: str, ledger: Path, wanted: ClaimFilter) -> None:
    """Write a neutral brief: by day and place, who claims what, every sentence with its citations.

    \b
    Example:
      contested brief --place Idlib --since 2020-02-01 --format html > brief.html
    """
    from contested.ledger.reads import open_ledger
    from contested.views.brief import make_brief

    with open_ledger(ledger) as opened:
        brief = make_brief(opened, wanted)
    if shape == "markdown":
        from contested.views.brief_text import brief_markdown

        click.echo(brief_markdown(brief), nl=False)
    elif shape == "html":
        from contested.views.brief_html import brief_html

        click.echo(brief_html(brief), nl=False)
    else:
        from contested.views.brief_text import brief_text

        width = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 88
        click.echo(brief_text(brief, max(width, 40)), nl=False)
