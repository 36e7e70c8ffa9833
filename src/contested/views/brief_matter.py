"""What a brief is made of, fetched from the ledger: claims as known at a moment, incidents with a claim that fits."""

from __future__ import annotations

from contested.ledger.filters import ClaimFilter
from contested.ledger.incidents import Incidents, Moment
from contested.ledger.reads import Ledger
from contested.views.brief import Matter
from contested.views.known import claims_at, published_later
from contested.views.novelty import Since, last_reading, new_claims
from contested.views.review import reviews_at


def gather(
    ledger: Ledger, incidents: Incidents, wanted: ClaimFilter | None = None, moment: Moment = Moment(),  # noqa: B008
    since: Since | None = None,
) -> Matter:  # fmt: skip
    """The matter of a brief; an incident comes with all its claims where one of them fits."""
    reviews = reviews_at(ledger, moment)
    fitting = {claim.id: claim for claim in claims_at(ledger, moment, wanted)}
    whole = fitting if wanted in (None, ClaimFilter()) else {c.id: c for c in claims_at(ledger, moment)}
    found = [incident for incident in incidents.all() if not fitting.keys().isdisjoint(incident.claims)]
    inside = {id for incident in found for id in incident.claims}
    # What persons left out since the incidents were derived is in them still; of what is in none it is gone.
    fitting = {id: claim for id, claim in fitting.items() if id in inside or not reviews.left_out(id)}
    held = inside | fitting.keys()
    claims = {id: claim for id, claim in whole.items() if id in held}
    new = new_claims(ledger, since) if since is not None else frozenset()
    held_refs = {claim.report.ref for claim in claims.values()}
    later = tuple(row for row in published_later(ledger) if row[0] in held_refs)
    return Matter(found, claims, frozenset(fitting), last_reading(ledger), moment, new, since, later, reviews)
