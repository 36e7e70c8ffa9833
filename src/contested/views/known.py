"""What was known at a moment, and what bears a day that cannot be: reports and claims dated after they were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from contested.ledger.failures import ledger_errors
from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Moment, claims_known
from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.errors import LedgerError

HAPPENED = ("asserted", "hedged")


def claims_at(ledger: Ledger, moment: Moment, wanted: ClaimFilter | None = None) -> Iterator[Claim]:
    """The claims that fit, as known at a moment, in the order of their days."""
    if moment == Moment():
        yield from ledger.claims(wanted)
        return
    known = set(claims_known(ledger, moment))
    limit = wanted.limit if wanted else None
    unlimited = replace(wanted, limit=None) if wanted else None
    for claim in ledger.claims(unlimited):
        if limit == 0:
            return
        if claim.id in known:
            limit = limit if limit is None else limit - 1
            yield claim


def check_known(ledger: Ledger, moment: Moment, claim: str) -> None:
    """Raise LedgerError where a claim was not known at a moment."""
    if moment == Moment() or claim in set(claims_known(ledger, moment)):
        return
    days = [f"published by {moment.as_of}"] if moment.as_of else []
    days += [f"read by {moment.read_by}"] if moment.read_by else []
    raise LedgerError(
        str(ledger.path), f"has no claim {claim} {' and '.join(days)}", "ask without --as-of and --read-by"
    )


def published_later(ledger: Ledger) -> list[tuple[str, str, str]]:
    """Reports whose day of publication is later than the day they were read: ref, publication, reading."""
    query = """SELECT a.ref, a.published, substr(r.started, 1, 10) FROM newest_reading n
        JOIN reading g ON g.id = n.reading JOIN appearance a ON a.id = g.appearance JOIN run r ON r.id = g.run
        WHERE a.published > substr(r.started, 1, 10) ORDER BY 2, 1"""
    with ledger_errors(ledger.path):
        return [(str(ref), str(day), str(read)) for ref, day, read in ledger.db.execute(query)]


def is_ahead(claim: Claim) -> bool:
    """Whether a claim tells as having happened what its own report's day of publication comes before."""
    start, published = claim.time.start if claim.time else None, claim.report.published
    return bool(
        start and published and claim.factuality in HAPPENED and not start.startswith("XXXX") and start > published
    )
