"""Why two claims are, or are not, one incident: their own findings, their accounts', and persons' judgements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from contested.flow.reconciling import NOW
from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Incidents, incidents_at
from contested.ledger.judgements import judgements_of
from contested.ledger.reads import Ledger, open_ledger
from contested.model.amend import claims_as_judged
from contested.model.claim import Claim
from contested.model.errors import LedgerError
from contested.model.judgement import taking_effect
from contested.packs.load import load_packs
from contested.packs.pack import Pack
from contested.reconcile.accounts import accounts_of, frame_of, placed_in_order
from contested.reconcile.cluster import TOGETHER
from contested.reconcile.constraints import constraints_of
from contested.reconcile.decide import THRESHOLD, decide
from contested.reconcile.passages import affinity, signs, weights
from contested.reconcile.profile import Profile

COLUMNS = ("what", "score", "why")
Row = tuple[str, float | None, str]


def explain(path: Path, one: str, other: str, packs: Sequence[str]) -> Iterator[str]:
    """The lines of the explanation; raises LedgerError where a claim or the incidents are missing, PackError."""
    with open_ledger(path) as ledger:
        for row in explanation(ledger, incidents_at(ledger, NOW), (one, other), packs):
            yield line(row)


def line(row: Row) -> str:
    """A row as a line of text."""
    what, score, why = row
    if what in ("claim", "superseded", "incident", "judged", "account"):
        return f"  {why}" if what == "superseded" else why
    return f"  {what:<7} {why}" if score is None else f"  {what:<7} {score:+.2f}  {why}"


def explanation(ledger: Ledger, incidents: Incidents, claims: tuple[str, str], packs: Sequence[str]) -> Iterator[Row]:
    """The rows of ``COLUMNS``: the two claims, their incidents, judgements, then each attribute's score and why."""
    pack, (one, other) = load_packs(tuple(packs)), claims
    pair = [ledger.claim(id) for id in claims]
    for told in pair:
        yield "claim", None, f"{told.claim.id}: “{' '.join(told.claim.evidence.quote.split())}”"
        if told.superseded:
            yield "superseded", None, "superseded: the newest reading of its report no longer tells it"
    homes = [home(incidents, id) for id in claims]
    together = homes[0] is not None and homes[0] == homes[1]
    apart = " and ".join(id or "none" for id in homes)
    yield "incident", None, f"one incident: {homes[0]}" if together else f"not one incident: {apart}"
    yield from (("judged", None, words) for words in judged(ledger, one, other))
    held = {report: claims_in_force(ledger, report) for report in {told.claim.report.id for told in pair}}
    constraints = constraints_of(judgements_of(ledger))
    accounts = [account_of(told.claim.id, accounts_of(held[told.claim.report.id], constraints, pack)) for told in pair]
    if None in accounts:
        yield "account", None, "a state, an intention or a sum over a long time is part of no incident"
    elif one == other:
        yield "account", None, "one claim"
    elif len(held) == 1:
        yield from in_one_report(held[pair[0].claim.report.id], claims, accounts[0] == accounts[1], pack)
    else:
        yield from findings(accounts)


def in_one_report(held: Sequence[Claim], pair: tuple[str, str], together: bool, pack: Pack) -> Iterator[Row]:
    """Whether one report tells both as one event, and each sign for and against, the weightiest first."""
    verdict = "one account: both stand in one report and go on with each other"
    yield "account", None, verdict if together else "two accounts of one report"
    told = placed_in_order(held, pack)
    first, second = (n for n, placed in enumerate(told) if placed.profile.id in pair)
    known, steps, frame = weights(), second - first, frame_of(told)
    found = signs(told[first], told[second], steps, frame) or [("of kinds that are never one event", 0.0)]
    for name, size in sorted(found, key=lambda sign: -abs(known.signs.get(sign[0], 0.0) * sign[1])):
        yield "sign", known.signs.get(name, 0.0) * size, name
    yield "base", known.bias, "two claims of one report of which no more is known"
    yield "sum", affinity(told[first], told[second], steps, frame), "of this pair alone"
    yield "groups", known.enough, "two groups of claims join where their pairs reach this on average"


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


def account_of(claim: str, accounts: Sequence[Profile]) -> Profile | None:
    """The account a claim is in; None where it is in none."""
    return next((account for account in accounts if claim in account.claims), None)


def claims_in_force(ledger: Ledger, report: str) -> list[Claim]:
    """The claims of a report as persons have judged them, without those that they rejected."""
    judgements = judgements_of(ledger)
    told, _ = claims_as_judged({c.id: c for c in ledger.claims(ClaimFilter(report=report))}, judgements)
    rejected = constraints_of(judgements).rejected
    return [claim for claim in told.values() if claim.id not in rejected]
