"""Incidents whose count takes in others: a report's sum of a day, joined or not with what other reports tell of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from contested.model.incident import Incident
from contested.reconcile.profile import Profile


def with_parts(incidents: Sequence[Incident], accounts: Iterable[Profile]) -> list[Incident]:
    """The incidents, each with all that its counts take in; none ever takes in itself, by whatever way round."""
    sums = [account for account in accounts if account.parts]
    asked = {claim for account in sums for claim in (*account.parts, account.claims[0])}
    home = {claim: incident.id for incident in incidents for claim in incident.claims if claim in asked}
    parts: dict[str, set[str]] = defaultdict(set)
    for account in sorted(sums, key=lambda account: account.id):
        whole = home[account.claims[0]]
        for part in sorted({home[claim] for claim in account.parts if claim in home}):
            if whole not in within(part, parts):
                parts[whole].add(part)
    told = {id: tuple(sorted(within(id, parts) - {id})) for id in parts}
    return [i if i.parts == told.get(i.id, ()) else replace(i, parts=told.get(i.id, ())) for i in incidents]


def within(id: str, parts: Mapping[str, set[str]]) -> set[str]:
    """An incident, with what it takes in and what that does."""
    open_ones, seen = [id], {id}
    while open_ones:
        new = parts.get(open_ones.pop(), set()) - seen
        seen |= new
        open_ones += new
    return seen
