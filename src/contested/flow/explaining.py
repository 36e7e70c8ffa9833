"""Why two claims are, or are not, one incident: their own findings, their accounts', and persons' judgements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contested.flow.reconciling import NOW
from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import incidents_at
from contested.ledger.judgements import judgements_of
from contested.ledger.reads import Ledger, open_ledger
from contested.model.errors import LedgerError
from contested.reconcile.accounts import accounts_of
from contested.reconcile.cluster import TOGETHER
from contested.reconcile.constraints import constraints_of
from contested.reconcile.decide import THRESHOLD, decide
from contested.reconcile.profile import Profile


def explain(path: Path, one: str, other: str) -> Iterator[str]:
    """The lines of the explanation; raises LedgerError where a claim or the incidents are missing."""
    with open_ledger(path) as ledger:
        incidents = incidents_at(ledger, NOW)
        pair = [ledger.claim(id) for id in (one, other)]
        for told in pair:
            yield f"{told.claim.id}: “{' '.join(told.claim.evidence.quote.split())}”"
            if told.superseded:
                yield "  superseded: the newest reading of its report no longer tells it"
        homes = [home(incidents, id) for id in (one, other)]
        yield "one incident: " + str(homes[0]) if homes[0] and homes[0] == homes[1] else f"not one incident: {homes}"
        yield from judged(ledger, one, other)
        accounts = [account_of(ledger, told.claim.report.id, told.claim.id) for told in pair]
        if None in accounts:
            yield "a state, an intention or a sum over a long time is part of no incident"
        elif accounts[0] == accounts[1]:
            yield "one account: both stand in one report and go on with each other"
        else:
            yield from findings(accounts)


def findings(accounts: list[Profile | None]) -> Iterator[str]:
    """Each attribute's score and why, the sum, and the threshold."""
    one, other = accounts
    assert one is not None and other is not None
    decision = decide(one, other)
    for finding in decision.findings:
        yield f"  {finding.attribute:<7} {finding.score:+.2f}  {finding.why}"
    verdict = "together" if decision.same else "apart"
    yield f"  sum     {decision.score:+.2f}  {verdict}: a pair is a link from {THRESHOLD:+.2f}"
    yield f"  two groups of accounts join where their pairs reach {TOGETHER:+.2f} on average"


def home(incidents: object, claim: str) -> str | None:
    """The incident a claim is in."""
    try:
        return str(incidents.one(claim).id)  # type: ignore[attr-defined]
    except LedgerError:
        return None


def judged(ledger: Ledger, one: str, other: str) -> Iterator[str]:
    """What persons judged of the two."""
    for judgement in judgements_of(ledger):
        if {one, other} & set(judgement.claims):
            what = f"{judgement.kind} {' '.join(judgement.claims)}"
            yield f"judged: {what} by {judgement.who}, {judgement.at} {judgement.why}"


def account_of(ledger: Ledger, report: str, claim: str) -> Profile | None:
    """The account a claim is in; None where it is in none."""
    constraints = constraints_of(judgements_of(ledger))
    claims = [c for c in ledger.claims(ClaimFilter(report=report)) if c.id not in constraints.rejected]
    return next((account for account in accounts_of(claims, constraints) if claim in account.claims), None)
