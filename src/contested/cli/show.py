"""``contested show``: a claim or a report with its evidence marked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import moment_options

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment
    from contested.ledger.reads import Ledger
    from contested.model.report import Report
    from contested.views.marked import Mark

STYLES = {
    "evidence": "on grey19",
    "trigger": "bold reverse",
    "initiator": "bold red",
    "target": "bold blue",
    "instrument": "magenta",
    "place": "green",
    "time": "cyan",
    "effect": "yellow",
    "source": "underline",
    "cue": "italic",
}


@click.command("show", short_help="Show a claim or a report, evidence marked.")
@click.argument("id", metavar="ID")
@moment_options
def command(id: str, shape: str, ledger: Path, moment: Moment) -> None:
    """Show a claim (c-…) in its words, or a report (r-… or its ref) with every trigger marked.

    Off a terminal the marks are signs: >>evidence<<, [[trigger]], {place: words}.

    \b
    Example:
      contested show c-0123456789abcdef0123
    """
    from contested.ledger.reads import open_ledger
    from contested.views.known import check_known

    with open_ledger(ledger) as opened:
        if id.startswith("c-"):
            check_known(opened, moment, id)
        if shape != "table":
            show_data(opened, id, moment, shape)
        elif id.startswith("c-"):
            show_claim(opened, id, moment)
        else:
            show_report(opened, opened.report(id), moment)


def show_claim(ledger: Ledger, id: str, moment: Moment) -> None:
    """The claim's fields, what persons decided, and its evidence in context."""
    from contested.views.marked import around, facts, marks_of
    from contested.views.review import reviews_at

    told, reviews = ledger.claim(id), reviews_at(ledger, moment)
    judged = reviews.amended(told.claim)
    report = ledger.report_of(told.claim)
    click.echo(id + (" (superseded: a newer reading of the report no longer tells it)" if told.superseded else ""))
    for name, value in facts(judged):
        click.echo(f"  {name + ':':<12} {value}")
    if id in reviews.decisions:
        fields = f"{reviews.words([id])}; as it was read: contested show {id} --format jsonl"
        click.echo(f"  {'review:':<12} {fields if id in reviews.edits else f'{reviews.decisions[id]} by a person'}")
    click.echo(f"  {'report:':<12} {headline(report)}\n")
    print_marked(*around(report.text, judged.evidence, marks_of(judged)))


def show_data(ledger: Ledger, id: str, moment: Moment, shape: str) -> None:
    """A claim, or a report's claims, in the exchange format or as CSV."""
    from contested.cli.claims import print_claims
    from contested.ledger.filters import ClaimFilter
    from contested.views.known import claims_at
    from contested.views.review import reviews_at

    reviews = reviews_at(ledger, moment)
    if id.startswith("c-"):
        claim = ledger.claim(id).claim
        print_claims([claim if shape == "jsonl" else reviews.amended(claim)], shape, reviews)
    else:
        wanted = ClaimFilter(report=ledger.report(id).id)
        print_claims(claims_at(ledger, moment, wanted, "read" if shape == "jsonl" else "judged"), shape, reviews)


def show_report(ledger: Ledger, report: Report, moment: Moment) -> None:
    """The report's facts, its text with numbered triggers, and the claims by number."""
    from contested.ledger.filters import ClaimFilter
    from contested.views.known import claims_at
    from contested.views.marked import trigger_marks
    from contested.views.review import reviews_at
    from contested.views.wording import sentence

    reviews = reviews_at(ledger, moment)
    claims = sorted(claims_at(ledger, moment, ClaimFilter(report=report.id)), key=lambda claim: claim.trigger)
    click.echo(f"{report.id}  {headline(report)}")
    for seen in ledger.appearances(report.id):
        known = ", ".join(filter(None, (seen.publisher, seen.published, seen.url)))
        click.echo(f"  {seen.kind}: {seen.ref} from {seen.origin}" + (f" ({known})" if known else ""))
    click.echo()
    print_marked(report.text, trigger_marks(claims))
    click.echo()
    for number, claim in enumerate(claims, 1):
        edited = f" ({reviews.words([claim.id])})" if claim.id in reviews.edits else ""
        click.echo(f"({number}) {claim.id} {sentence(claim)}{edited}.")


def headline(report: Report) -> str:
    """Publisher, title, day, what is not known said so."""
    title = f"“{report.title}”" if report.title else f"no title ({report.ref})"
    return f"{report.publisher or 'publisher not known'}, {title}, {report.published or 'no date told'}"


def print_marked(text: str, marks: Sequence[Mark]) -> None:
    """The text with its marks: colours on a terminal, signs elsewhere."""
    from contested.views.marked import plain_marked

    if not sys.stdout.isatty():
        click.echo(plain_marked(text, marks))
        return
    from rich.console import Console
    from rich.text import Text

    styled = Text(text)
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
        styled.stylize(STYLES[mark.role], mark.start, mark.end)
    for mark in sorted(marks, key=lambda mark: -mark.end):
        if mark.label:
            styled = styled[: mark.end] + Text(f"({mark.label})", "dim") + styled[mark.end :]
    console = Console(highlight=False)
    console.print(styled)
    roles = dict.fromkeys(mark.role for mark in marks)
    console.print(Text(" ").join(Text(role, STYLES[role]) for role in roles))
