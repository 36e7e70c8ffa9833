"""Why two claims are, or are not, one incident: their own findings, their accounts', and persons' judgements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contested.flow.reconciling import NOW
from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Incidents, incidents_at
from contested.ledger.judgements import judgements_of
from contested.ledger.reads import Ledger, open_ledger
from contested.model.amend import claims_as_judged
from contested.model.errors import LedgerError
from contested.model.judgement import taking_effect
from contested.reconcile.accounts import accounts_of
from contested.reconcile.cluster import TOGETHER
from contested.reconcile.constraints import constraints_of
from contested.reconcile.decide import THRESHOLD, decide
from contested.reconcile.profile import Profile

COLUMNS = ("what", "score", "why")
Row = tuple[str, float | None, str]


def explain(path: Path, one: str, other: str) -> Iterator[str]:
    """The lines of the explanation; raises LedgerError where a claim or the incidents are missing."""
    with open_ledger(path) as ledger:
        for row in explanation(ledger, incidents_at(ledger, NOW), one, other):
            yield line(row)


def line(row: Row) -> str:
    """A row as a line of text."""
    what, score, why = row
    if what in ("claim", "superseded", "incident", "judged", "account"):
        return f"  {why}" if what == "superseded" else why
    return f"  {what:<7} {why}" if score is None else f"  {what:<7} {score:+.2f}  {why}"


def explanation(ledger: Ledger, incidents: Incidents, one: str, other: str) -> Iterator[Row]:
    """The rows of ``COLUMNS``: the two claims, their incidents, judgements, then each attribute's score and why."""
    pair = [ledger.claim(id) for id in (one, other)]
    for told in pair:
        yield "claim", None, f"{told.claim.id}: “{' '.join(told.claim.evidence.quote.split())}”"
        if told.superseded:
            yield "superseded", None, "superseded: the newest reading of its report no longer tells it"
    homes = [home(incidents, id) for id in (one, other)]
    together = homes[0] is not None and homes[0] == homes[1]
    apart = " and ".join(id or "none" for id in homes)
    yield "incident", None, f"one incident: {homes[0]}" if together else f"not one incident: {apart}"
    yield from (("judged", None, words) for words in judged(ledger, one, other))
    accounts = [account_of(ledger, told.claim.report.id, told.claim.id) for told in pair]
    if None in accounts:
        yield "account", None, "a state, an intention or a sum over a long time is part of no incident"
    elif accounts[0] == accounts[1]:
        yield "account", None, "one account: both stand in one report and go on with each other"
    else:
        yield from findings(accounts)


def findings(accounts: list[Profile | None]) -> Iterator[Row]:
    """Each attribute's score and why, the sum, and the threshold."""
    one, other = accounts
    assert one is not None and other is not None
    decision = decide(one, other)
    for finding in decision.findings:
        yield finding.attribute, finding.score, finding.why
    verdict = "together" if decision.same else "apart"
    yield "sum", decision.score, f"{verdict}: a pair is a link from {THRESHOLD:+.2f}"
    yield "groups", TOGETHER, "two groups of accounts join where their pairs reach this on average"


def home(incidents: Incidents, claim: str) -> str | None:
    """The incident a claim is in."""
    try:
        return incidents.one(claim).id
    except LedgerError:
        return None


def judged(ledger: Ledger, one: str, other: str) -> Iterator[str]:
    """What persons judged of the two."""
    for judgement in taking_effect(judgements_of(ledger)):
        if {one, other} & set(judgement.claims):
            what = f"{judgement.kind} {' '.join(judgement.claims)}"
            yield f"judged: {what} by {judgement.who}, {judgement.at} {judgement.why}"


def account_of(ledger: Ledger, report: str, claim: str) -> Profile | None:
    """The account a claim is in; None where it is in none."""
    judgements = judgements_of(ledger)
    constraints = constraints_of(judgements)
    told, _ = claims_as_judged({c.id: c for c in ledger.claims(ClaimFilter(report=report))}, judgements)
    claims = [c for c in told.values() if c.id not in constraints.rejected]
    return next((account for account in accounts_of(claims, constraints) if claim in account.claims), None)
