"""``contested brief``: what is agreed, disputed and new, a citation on every sentence."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import AS_OF, PACKS, SHAPES, opened_incidents, print_rows
from contested.cli.options import LEDGER, day_option, filter_options, last_day

if TYPE_CHECKING:
    from contested.ledger.filters import ClaimFilter
    from contested.views.document import Document
    from contested.views.novelty import Since

FORMS = ("terminal", "markdown", "html", *SHAPES)


@click.command("brief", short_help="Write what is agreed, disputed, new; every sentence cited.")
@click.option("--format", "shape", type=click.Choice(FORMS), default="terminal", show_default=True,
              help="html: one page, ready to print; jsonl, csv: a row a sentence.")  # fmt: skip
@click.option("--new-since", callback=day_option(last_day), metavar="DAY",
              help="Say what is new: told by reports published after that day.")  # fmt: skip
@click.option("--since-brief", type=click.Path(path_type=Path), metavar="FILE",
              help="Say what is new: read after that brief, a file that this verb wrote, was made.")  # fmt: skip
@click.option("--most", type=click.IntRange(0), default=40, show_default=True,
              help="Incidents a section, the rest counted; 0 for all.")  # fmt: skip
@click.option("--claims", "as_claims", is_flag=True, help="List the claims by day and place instead, one a sentence.")
@LEDGER
@AS_OF[0]
@AS_OF[1]
@PACKS
@filter_options
def command(ledger: Path, wanted: ClaimFilter, packs: tuple[str, ...], **asked: object) -> None:
    """Write a neutral brief over incidents: what is agreed, what is disputed and by whom, tolls by side, what is new.

    Incidents are derived first where the ledger has none yet. An incident is in the brief with all its claims where
    one of them fits the filters.

    \b
    Examples:
      contested brief --place Idlib --since 2020-02-01 --format html > brief.html
      contested brief --new-since 2020-02-02
    """
    from contested.ledger.incidents import Moment
    from contested.packs.load import load_packs
    from contested.views.brief import make_brief
    from contested.views.brief_matter import gather
    from contested.views.claim_list import list_claims
    from contested.views.known import claims_at
    from contested.views.review import reviews_at

    moment = Moment(str(asked["as_of"] or ""), str(asked["read_by"] or ""))
    with opened_incidents(ledger, moment, packs) as (opened, incidents):
        if asked["as_claims"]:
            document = list_claims(list(claims_at(opened, moment, wanted, "counted")), reviews_at(opened, moment))
        else:
            since = earlier(asked["new_since"], asked["since_brief"])
            matter = gather(opened, incidents, wanted, moment, since)
            document = make_brief(matter, load_packs(packs), int(str(asked["most"])))
    show(document, str(asked["shape"]))


def earlier(day: object, brief: object) -> Since | None:
    """The earlier moment asked for; raises click.UsageError where two are."""
    from contested.views.novelty import Since, since_brief

    if day is not None and brief is not None:
        raise click.UsageError("give --new-since or --since-brief, not both")
    if isinstance(brief, Path):
        return since_brief(brief)
    return Since(day=str(day)) if day is not None else None


def show(document: Document, shape: str) -> None:
    """Write the document in a format."""
    from contested.views.document import COLUMNS, rows
    from contested.views.document_html import as_html
    from contested.views.document_text import as_markdown, as_text

    if shape == "markdown":
        click.echo(as_markdown(document), nl=False)
    elif shape == "html":
        click.echo(as_html(document), nl=False)
    elif shape in SHAPES:
        print_rows(shape, COLUMNS, rows(document), "nothing to tell")
    else:
        width = min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 88
        click.echo(as_text(document, max(width, 40)), nl=False)
