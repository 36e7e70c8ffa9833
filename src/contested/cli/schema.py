"""``contested schema``: the JSON schema of the exchange format."""

from __future__ import annotations

import json

import click


@click.command("schema", short_help="Print the JSON schema of a claim.")
def command() -> None:
    """Print the JSON schema (2020-12) of one claim as `claims --format jsonl` writes it.

    \b
    Example:
      contested schema > claim.schema.json
    """
    from contested.model.wire import claim_schema
    from contested.views.review import REVIEW_SCHEMA

    schema = claim_schema()
    schema["properties"]["review"] = REVIEW_SCHEMA
    click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
