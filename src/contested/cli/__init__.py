"""The command line: one verb a stage, each in a file of its own that is loaded when it is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper

import click

from contested import __version__
from contested.model.errors import ContestedError

VERBS = (
    "read", "claims", "show", "reconcile", "incidents", "incident", "why", "disputes", "tolls", "control", "framing",
    "sources", "timeline", "judge", "brief", "desk", "status", "annotate", "gazetteer", "schema",
)  # fmt: skip
NOTHING_READ = 2


class Verbs(click.Group):
    """Loads a verb's file when the verb is asked for; one line for every error that Contested knows."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of work."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command; None where there is no such verb."""
        if cmd_name not in VERBS:
            return None
        command = import_module(f"contested.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; exit code 2 with one line on standard error where it cannot do its work."""
        try:
            return super().invoke(ctx)
        except ContestedError as error:
            click.echo(f"error: {error}", err=True)
            ctx.exit(NOTHING_READ)


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="contested")
def cli() -> None:
    """Keep a ledger of who says what happened in a war, where, when, to whom and how surely.

    \b
    First steps:
      contested read reports/          read a folder of reports into the ledger contested.db
      contested brief                  what is reported, a citation on every sentence

    Exit codes: 0 done; 1 done, but some input was skipped; 2 nothing could be read or done.
    """


def main() -> None:
    """The program's entry point."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8" if not stream.isatty() else None, errors="backslashreplace")
    cli(prog_name="contested")
