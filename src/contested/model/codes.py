"""Event codes of the exchange format and their equals in the field's schemes; the table is ``codes.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from contested.model.claim import Codes
from contested.model.errors import PackError


@cache
def event_codes() -> dict[str, Codes]:
    """Every event code with its ACLED, PLOVER and UCDP equals, in the order of the table."""
    return {code: parse_codes(code, row) for code, row in code_rows().items()}


@cache
def event_meanings() -> dict[str, str]:
    """Every event code with its one-line definition."""
    return {code: str(row["is"]) for code, row in code_rows().items()}


@cache
def code_rows() -> dict[str, dict[str, object]]:
    """The table as it stands in the file."""
    return tomllib.loads(files("contested.model").joinpath("codes.toml").read_text(encoding="utf-8"))


def parse_codes(code: str, row: dict[str, object]) -> Codes:
    """One row of the table; raises PackError where it does not say what it must."""
    acled, plover, ucdp = row.get("acled", []), row.get("plover", []), row.get("ucdp")
    if "is" not in row or not isinstance(acled, list) or not isinstance(plover, list):
        raise PackError("codes.toml", f"[{code}] needs 'is', and lists for 'acled' and 'plover'")
    if ucdp is not None and ucdp not in (1, 2, 3):
        raise PackError("codes.toml", f"[{code}] ucdp is {ucdp!r}", "use 1, 2 or 3, or leave it out")
    return Codes(tuple(map(str, acled)), tuple(map(str, plover)), ucdp if isinstance(ucdp, int) else None)
