"""The exchange format: claims and reports to and from JSON lines, and the JSON schema that the model publishes."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from contested.model.claim import Claim
from contested.model.report import Report


@cache
def claim_adapter() -> TypeAdapter[Claim]:
    """The claim's (de)serialiser; made once, since making it takes milliseconds."""
    return TypeAdapter(Claim)


@cache
def report_adapter() -> TypeAdapter[Report]:
    """The report's (de)serialiser."""
    return TypeAdapter(Report)


def claim_to_json(claim: Claim) -> str:
    """One line of JSON, without a line end."""
    return claim_adapter().dump_json(claim).decode()


def claim_from_json(line: str | bytes) -> Claim:
    """The claim of one line; raises pydantic.ValidationError where it does not fit the schema."""
    return claim_adapter().validate_json(line)


def report_to_json(report: Report) -> str:
    """One line of JSON, without a line end."""
    return report_adapter().dump_json(report).decode()


def report_from_json(line: str | bytes) -> Report:
    """The report of one line; raises pydantic.ValidationError where it does not fit the schema."""
    return report_adapter().validate_json(line)


def claim_schema() -> dict[str, Any]:
    """The JSON schema (2020-12) of one claim as it is exchanged."""
    schema = claim_adapter().json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
