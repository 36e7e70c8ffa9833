"""Incidents kept from the build before: one whose claims, roots and tellers are the same is taken over as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from contested.ledger.incidents import Moment, build_digest, incidents_at
from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.incident import Incident
from contested.reconcile.incidents import Known, incident_of, tellers_of
from contested.reconcile.origin import roots_of
from contested.reconcile.profile import Profile


class Kept:
    """The incidents of an earlier build by their claims; ``taken`` counts those taken over."""

    def __init__(self, incidents: Iterable[Incident] = ()) -> None:
        self.by_claims = {frozenset(incident.claims): incident for incident in incidents}
        self.taken = 0

    def incident(
        self, accounts: Sequence[Profile], claims: Mapping[str, Claim], known: Known, judged: Sequence[str]
    ) -> Incident:
        """The incident of accounts that go together; derived anew where anything it comes of is new."""
        before = self.by_claims.get(frozenset(id for account in accounts for id in account.claims))
        # A person's judgement may have changed a claim that keeps its id.
        if before is not None and not judged and not before.judged:
            held = [claims[id] for id in before.claims]
            same_roots = before.roots == roots_of(held, known.origins, known.pack)
            if same_roots and before.tellers == tellers_of(held, known):
                self.taken += 1
                return before
        return incident_of(accounts, claims, known, judged)


def kept_incidents(ledger: Ledger, moment: Moment, rules: str) -> Kept:
    """The incidents last derived for a moment, where they were under these rules; none otherwise."""
    digest = build_digest(ledger, moment)
    if digest is None or not digest.startswith(f"{rules} "):
        return Kept()
    return Kept(incidents_at(ledger, moment).all())
