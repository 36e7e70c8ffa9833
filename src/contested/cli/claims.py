"""``contested claims``: the ledger's claims, or those of inputs at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import AS_OF, SHAPES, print_cells
from contested.cli.options import LEDGER, filter_options, reading_options
from contested.cli.progress import Tally
from contested.flow.rules import Settings

if TYPE_CHECKING:
    from contested.ledger.filters import ClaimFilter
    from contested.model.claim import Claim
    from contested.read import ReadOptions
    from contested.views.review import Reviews


@click.command("claims", short_help="List claims, of the ledger or of inputs.")
@click.argument("inputs", nargs=-1, metavar="[INPUT…]")
@click.option("--format", "shape", type=click.Choice(SHAPES), default="table", show_default=True,
              help="jsonl: the exchange format; csv: flat, see docs/columns.md.")  # fmt: skip
@click.option("--as-judged/--as-read", "judged", default=None,
              help="With the fields that persons edited, or as the machine read them (so jsonl).")  # fmt: skip
@LEDGER
@AS_OF[0]
@AS_OF[1]
@filter_options
@reading_options
def command(
    inputs: tuple[str, ...], ledger: Path, wanted: ClaimFilter, reading: ReadOptions, settings: Settings,
    judged: bool | None, **asked: str,
) -> None:  # fmt: skip
    """List claims: the ledger's or, where INPUT is given, those of the inputs, without touching the ledger.

    \b
    Examples:
      contested claims --place Idlib --since 2020-02-01 --event shelling
      contested claims page.txt --published 2020-02-04 --publisher "Example Wire" --format jsonl
    """
    from contested.ledger.incidents import Moment

    shape, moment = asked["shape"], Moment(asked["as_of"] or "", asked["read_by"] or "")
    if inputs:
        if moment != Moment():
            raise click.UsageError("--as-of and --read-by ask the ledger; leave INPUT out")
        tally = Tally()
        print_claims(islice(claims_at_hand(inputs, wanted, reading, settings, tally), wanted.limit), shape)
        raise SystemExit(tally.exit_code)
    from contested.ledger.reads import open_ledger
    from contested.views.known import claims_at
    from contested.views.review import reviews_at

    judged = shape != "jsonl" if judged is None else judged
    with open_ledger(ledger) as opened:
        claims = claims_at(opened, moment, wanted, "judged" if judged else "read")
        print_claims(claims, shape, reviews_at(opened, moment))


def claims_at_hand(
    inputs: tuple[str, ...], wanted: ClaimFilter, reading: ReadOptions, settings: Settings, tally: Tally
) -> Iterator[Claim]:
    """The claims of inputs that fit, report by report."""
    from contested.flow.batches import tell_reports
    from contested.read import read_inputs

    reports = tally.reports_of(read_inputs(inputs, reading))
    for _, claims in tell_reports(reports, settings, tally.failed):
        yield from filter(wanted.accepts, claims)


def print_claims(claims: Iterable[Claim], shape: str, reviews: Reviews | None = None) -> None:
    """Write claims to standard output, with what persons made of them."""
    from contested.views.review import Reviews, claim_line

    reviews = reviews or Reviews()
    if shape == "jsonl":
        for claim in claims:
            click.echo(claim_line(claim, reviews))
    elif shape == "csv":
        from contested.views.table import csv_lines

        for line in csv_lines(claims, reviews):
            click.echo(line, nl=False)
    else:
        print_table(claims, reviews)


def print_table(claims: Iterable[Claim], reviews: Reviews) -> None:
    """A table as wide as the terminal, else 200 characters, with decisions where there are any; then how many."""
    from contested.views.table import SHORT, short_row

    names = [*SHORT, "review"] if reviews.decisions else list(SHORT)
    rows = [[*short_row(claim), *([reviews.decisions.get(claim.id, "")] if reviews.decisions else [])]
            for claim in claims]  # fmt: skip
    count = len(rows)
    print_cells(names, rows, ("id", "when"))
    click.echo(f"{count:,} claims; one in full: contested show ID" if count else "no claims fit", err=True)
