"""What was known at a moment, and what bears a day that cannot be: reports and claims dated after they were read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from heapq import merge
from itertools import islice
from typing import Literal

from contested.ledger.board_reads import claims_by_id
from contested.ledger.failures import ledger_errors
from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Moment, claims_known
from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.errors import LedgerError
from contested.model.incident import Incident
from contested.views.review import Reviews, reviews_at

HAPPENED = ("asserted", "hedged")
# Claims as the machine read them; with the fields that persons decided; of these, all but what persons left out.
View = Literal["read", "judged", "counted"]


def claims_at(
    ledger: Ledger, moment: Moment, wanted: ClaimFilter | None = None, view: View = "judged"
) -> Iterator[Claim]:
    """The claims that fit, as known at a moment, in the order of their days; an edited one fits by what it became."""
    reviews = Reviews() if view == "read" else reviews_at(ledger, moment)
    if moment == Moment() and not reviews.decisions:
        yield from ledger.claims(wanted)
        return
    known = None if moment == Moment() else set(claims_known(ledger, moment))
    fitting = replace(wanted, limit=None) if wanted else ClaimFilter()
    kept = (
        claim
        for claim in with_edits(ledger, fitting, reviews)
        if (known is None or claim.id in known) and not (view == "counted" and reviews.left_out(claim.id))
    )
    yield from islice(kept, wanted.limit if wanted else None)


def with_edits(ledger: Ledger, wanted: ClaimFilter, reviews: Reviews) -> Iterator[Claim]:
    """The current claims that fit once persons' edits are made."""
    told = [ledger.claim(id) for id in reviews.edits]
    edited = [reviews.amended(one.claim) for one in told if not one.superseded]
    alike = (claim for claim in ledger.claims(wanted) if claim.id not in reviews.edits)
    yield from merge(alike, sorted(filter(wanted.accepts, edited), key=by_days), key=by_days)


def by_days(claim: Claim) -> tuple[bool, str, str]:
    """The order in which the ledger gives claims."""
    return (False, claim.time.start, claim.time.end) if claim.time else (True, "", "")


def claims_as_judged_by_id(ledger: Ledger, ids: Sequence[str], reviews: Reviews) -> Mapping[str, Claim]:
    """Claims by id with the fields that persons decided; ids not told are left out."""
    return {id: reviews.amended(claim) for id, claim in claims_by_id(ledger, ids).items()}


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


def incident_ahead(incident: Incident) -> bool:
    """Whether an incident is said to begin after the day on which it was first reported."""
    start, reported = incident.start, incident.reported
    return bool(start and reported and not start.startswith("XXXX") and start > reported)


def is_ahead(claim: Claim) -> bool:
    """Whether a claim tells as having happened what its own report's day of publication comes before."""
    start, published = claim.time.start if claim.time else None, claim.report.published
    return bool(
        start and published and claim.factuality in HAPPENED and not start.startswith("XXXX") and start > published
    )
