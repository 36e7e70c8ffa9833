"""``contested annotate``: everything recognised in reports, claims or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from contested.cli.options import reading_options
from contested.cli.progress import Tally
from contested.flow.rules import Settings

if TYPE_CHECKING:
    from contested.read import ReadOptions


@click.command("annotate", short_help="Show everything recognised in reports.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT…")
@click.option("--format", "shape", type=click.Choice(["jsonl", "text"]), default="jsonl", show_default=True,
              help="jsonl: one report a line; text: one mention a line.")  # fmt: skip
@reading_options
def command(inputs: tuple[str, ...], shape: str, reading: ReadOptions, settings: Settings) -> None:
    """Show every actor, place, time, quantity, weapon and attribution recognised, without touching a ledger.

    \b
    Example:
      contested annotate page.txt --published 2020-02-04 --format text
    """
    from contested.flow.annotated import annotated
    from contested.read import read_inputs

    tally = Tally()
    for wire in annotated(tally.reports_of(read_inputs(inputs, reading)), settings, tally.failed):
        if shape == "jsonl":
            click.echo(json.dumps(wire, ensure_ascii=False))
        else:
            click.echo("\n".join(text_lines(wire)))
    raise SystemExit(tally.exit_code)


def text_lines(wire: dict[str, Any]) -> list[str]:
    """A report's mentions, one a line: offsets, kind, words, what they mean."""
    lines = [f"{wire['report']['ref']} ({wire['report']['id']})"]
    for mention in wire["mentions"]:
        words = " ".join(mention["quote"].split())
        meaning = {k: v for k, v in mention.items() if k not in ("kind", "start", "end", "quote")}
        told = " ".join(f"{k}={json.dumps(v, ensure_ascii=False)}" for k, v in meaning.items())
        lines.append(f"  {mention['start']:>6}-{mention['end']:<6} {mention['kind']:<12} {words}  {told}".rstrip())
    for item in wire["attributions"]:
        lines.append("  attribution  " + "  ".join(f"{part} {item[part]}" for part in ("source", "cue", "content")))
    return lines
