"""Sources: what each tells, how many roots, how much against its interest, how much contradicted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from contested.ledger.incidents import Moment
from contested.ledger.reads import Ledger
from contested.model.claim import Claim
from contested.model.incident import Incident
from contested.views.known import claims_at
from contested.views.wording import publisher

COLUMNS = (
    "source",
    "claims",
    "incidents",
    "roots",
    "alone",
    "against_interest",
    "self_serving",
    "contradicted",
    "later_contradicted",
)


def rows(incidents: Iterable[Incident], ledger: Ledger, moment: Moment | None = None) -> Iterator[tuple[object, ...]]:
    """The cells of ``COLUMNS``, most claims first. ``later_contradicted``: by a claim published after it."""
    claims = {claim.id: claim for claim in claims_at(ledger, moment or Moment(), view="counted")}
    total: Counter[str] = Counter(source_of(claim) for claim in claims.values())
    counts: dict[str, Counter[str]] = {source: Counter() for source in total}
    for incident in incidents:
        told = [claims[id] for id in incident.claims if id in claims]
        sources = {source_of(claim) for claim in told}
        for source in sources:
            counts[source]["incidents"] += 1
            counts[source]["alone"] += len(sources) == 1
        for root in incident.roots:
            for source in {source_of(claims[id]) for id in root.claims if id in claims}:
                counts[source]["roots"] += 1
        for claim in told:
            counts[source_of(claim)][incident.interests.get(claim.id, "neutral")] += 1
        count_contradicted(incident, claims, counts)
    for source, number in total.most_common():
        found = counts[source]
        own, serving = share(found["against_interest"], number), share(found["self_serving"], number)
        cells = (source, number, found["incidents"], found["roots"], found["alone"])
        yield (*cells, own, serving, found["contradicted"], found["later"])


def count_contradicted(incident: Incident, claims: dict[str, Claim], counts: dict[str, Counter[str]]) -> None:
    """Count the claims that others of the incident contradict, and those contradicted by later reports."""
    for item in incident.contradictions:
        if item.compatible:
            continue
        for position in item.positions:
            others = [claims[id] for p in item.positions if p is not position for id in p.claims if id in claims]
            for claim in (claims[id] for id in position.claims if id in claims):
                counts[source_of(claim)]["contradicted"] += 1
                day = claim.report.published or "9999"
                counts[source_of(claim)]["later"] += any((other.report.published or "") > day for other in others)


def source_of(claim: Claim) -> str:
    """The innermost speaker, else the outlet."""
    return claim.speaker.name if claim.speaker else publisher(claim)


def share(part: int, whole: int) -> str:
    """A share in per cent."""
    return f"{part / whole:.0%}" if whole else ""
