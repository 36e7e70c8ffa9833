"""``contested judge``: a person's decisions about claims, which win over every rule."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contested.cli.moments import PACKS, moment_options, print_rows
from contested.cli.options import LEDGER

if TYPE_CHECKING:
    from contested.ledger.incidents import Moment
    from contested.ledger.reads import Ledger

WHO = click.option("--who", envvar="CONTESTED_USER", default=getpass.getuser, help="Who judges; else the user's name.")
WHY = click.option("--why", "reason", default="", help="Why, in words.")
LATER = click.option("--later", is_flag=True, help="Only keep it; incidents are made anew by: contested reconcile.")


@click.group("judge", short_help="Merge, split, reject, undo: a person's judgement wins.")
def command() -> None:
    """Judge claims: what a person decides wins over every rule, survives every rebuild, and can be undone.

    \b
    Examples:
      contested judge merge c-0123456789abcdef0123 c-89abcdef0123456789ab --why "same hospital"
      contested judge undo j-0123456789ab
    """


@command.command("merge")
@click.argument("claims", nargs=-1, required=True)
@LEDGER
@PACKS
@WHO
@WHY
@LATER
def merge(claims: tuple[str, ...], ledger: Path, packs: tuple[str, ...], who: str, reason: str, later: bool) -> None:
    """These claims tell one incident."""
    first, *others = claims
    keep(ledger, packs, later, [("merge", (first, other), who, reason, None) for other in others] or
         [("merge", (first,), who, reason, None)])  # fmt: skip


@command.command("split")
@click.argument("pair", nargs=2, metavar="CLAIM CLAIM")
@LEDGER
@PACKS
@WHO
@WHY
@LATER
def split(pair: tuple[str, str], ledger: Path, packs: tuple[str, ...], who: str, reason: str, later: bool) -> None:
    """These two claims tell two incidents."""
    keep(ledger, packs, later, [("split", pair, who, reason, None)])


@command.command("reject")
@click.argument("claim")
@LEDGER
@PACKS
@WHO
@WHY
@LATER
def reject(claim: str, ledger: Path, packs: tuple[str, ...], who: str, reason: str, later: bool) -> None:
    """This claim is wrong: it stays in the ledger and in no incident."""
    keep(ledger, packs, later, [("reject", (claim,), who, reason, None)])


@command.command("undo")
@click.argument("judgement")
@LEDGER
@PACKS
@WHO
@WHY
@LATER
def undo(judgement: str, ledger: Path, packs: tuple[str, ...], who: str, reason: str, later: bool) -> None:
    """Take a judgement (j-…) back; an undo can itself be undone."""
    keep(ledger, packs, later, [("undo", (), who, reason, judgement)])


@command.command("list")
@moment_options
def show(shape: str, ledger: Path, moment: Moment) -> None:
    """List all judgements, the oldest first; --as-of and --read-by leave out those made later."""
    from contested.ledger.judgements import judgements_of
    from contested.ledger.reads import open_ledger
    from contested.model.judgement import in_force

    with open_ledger(ledger) as opened:
        limits = [day for day in (moment.as_of, moment.read_by) if day]
        found = judgements_of(opened, min(limits, default=""))
        adrift = {j.id for j in found if any(not is_told(opened, claim) for claim in j.claims)}
    active = {judgement.id for judgement in in_force(tuple(found))}
    if shape != "table":
        columns = ("id", "at", "who", "kind", "claims", "undoes", "field", "value", "coding", "in_force", "adrift",
                   "why")  # fmt: skip
        facts = ((j.id, j.at, j.who, j.kind, list(j.claims), j.undoes, j.field, j.value, j.coding) for j in found)
        ends = ((j.id in active, j.id in adrift, j.why) for j in found)
        rows = [(*fact, *end) for fact, end in zip(facts, ends, strict=True)]
        print_rows(shape, columns, rows, "no judgements")
        return
    for j in found:
        state = "" if j.id in active or j.kind == "undo" else " (undone)"
        state += " (on a claim that the newest reading no longer tells)" if j.id in adrift else ""
        state += " (blind, without effect)" if j.coding == "blind" else ""
        what = j.undoes or " ".join(j.claims)
        value = f": {j.field} is {j.value}" if j.field else ""
        click.echo(f"{j.id}  {j.at}  {j.who}: {j.kind} {what}{value}{state}" + (f" — {j.why}" if j.why else ""))


def is_told(ledger: Ledger, claim: str) -> bool:
    """Whether the newest reading of its report still tells a claim."""
    return not ledger.claim(claim).superseded


def keep(
    ledger: Path,
    packs: tuple[str, ...],
    later: bool,
    judged: list[tuple[str, tuple[str, ...], str, str, str | None]],
) -> None:
    """Append judgements, then make the incidents anew unless that is left for later."""
    from contested.flow.reconciling import reconcile_ledger
    from contested.ledger.incidents import bring_up_to_date
    from contested.ledger.judgements import append_judgements
    from contested.ledger.reads import open_ledger
    from contested.model.judgement import Judgement, moment_now

    bring_up_to_date(ledger)
    with open_ledger(ledger):
        pass
    made = [
        Judgement.make(kind, claims, who, moment_now(), why, undoes)  # type: ignore[arg-type]
        for kind, claims, who, why, undoes in judged
    ]
    append_judgements(ledger, made)
    for judgement in made:
        click.echo(f"{judgement.id} kept; take it back with: contested judge undo {judgement.id}")
    if not later:
        reconcile_ledger(ledger, packs)
