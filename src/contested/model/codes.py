"""Event codes of the exchange format and their equals in the field's schemes; the table is ``codes.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache
from importlib.resources import files

from contested.model.actor import Participant
from contested.model.claim import Codes
from contested.model.errors import PackError

RULING = frozenset({"state_forces", "government", "police"})
ARMED = frozenset({"rebel_group", "militia"})
OTHERS = ARMED | {"external_forces"}
CIVIL = frozenset({"civilians", "protesters", "media", "organisation"})
REGAINS, OVERTAKES = "Government regains territory", "Non-state actor overtakes territory"


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


def codes_for(event: str, initiators: Sequence[Participant], targets: Sequence[Participant]) -> Codes:
    """The equals of an event code, where they depend on who acts on whom by the kinds of the two sides."""
    codes = event_codes()[event]
    doers, hit = {p.kind for p in initiators}, {p.kind for p in targets}
    if event == "territory_gained":
        return replace(codes, acled=taking(doers, frozenset()))
    if event == "territory_lost":
        return replace(codes, acled=taking(hit, doers))
    if event == "attack" and hit and hit <= CIVIL:
        return event_codes()["attack_on_civilians"]
    if codes.ucdp == 1 and between_groups(event, initiators, targets):
        return replace(codes, ucdp=2)
    return codes


def taking(winners: Set[str], losers: Set[str]) -> tuple[str, ...]:
    """ACLED's type and sub-event of a place that changes hands; the type alone where nobody tells who takes it."""
    if winners & RULING:
        return "Battles", REGAINS
    return ("Battles", OVERTAKES) if winners & OTHERS or losers & RULING else ("Battles",)


def between_groups(event: str, initiators: Sequence[Participant], targets: Sequence[Participant]) -> bool:
    """Whether both sides are told and neither is a state."""
    everyone = (*initiators, *targets)
    both = bool(initiators and targets) or (event == "armed_clash" and len({p.name for p in everyone}) > 1)
    return both and all(p.kind in ARMED for p in everyone)
