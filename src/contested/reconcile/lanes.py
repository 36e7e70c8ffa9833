"""Who is said to hold which place: one Holding a claim, to be drawn as lanes, one a claimant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from contested.gazetteer.folding import exact
from contested.model.claim import Claim
from contested.model.incident import Holding
from contested.packs.pack import Pack
from contested.reconcile.interest import day_of, sides_of
from contested.reconcile.voices import voice_of

State = Literal["held", "taken", "lost", "contested", "besieged", "withdrawn"]
STATES: dict[str, State] = {
    "control": "held", "territory_gained": "taken", "territory_lost": "lost", "armed_clash": "contested",
    "siege": "besieged", "withdrawal": "withdrawn",
}  # fmt: skip
TOLD = frozenset({"asserted", "hedged", "denied"})
REGION = 3  # precision of a place that is too large to be held as a whole by one town's news


def holdings_of(claims: Iterable[Claim], pack: Pack) -> Iterator[Holding]:
    """What claims say of who holds their places; plans and conditions say nothing of it."""
    for claim in claims:
        if claim.event not in STATES or claim.factuality not in TOLD or not claim.places:
            continue
        for place in claim.places:
            if place.precision >= REGION and claim.event in ("armed_clash", "siege"):
                continue
            for holder in claim.initiators:
                sides = sides_of((holder,), pack, day_of(claim))
                yield Holding(
                    place=place.place or exact(place.name),
                    name=place.name,
                    holder=holder.actor or holder.name,
                    side=min(sides, default=None),
                    state=STATES[claim.event],
                    start=known(claim.time.start) if claim.time else None,
                    end=known(claim.time.end) if claim.time else None,
                    claim=claim.id,
                    source=voice_of(claim),
                    published=claim.report.published,
                    denied=claim.factuality == "denied",
                )


def known(day: str) -> str | None:
    """A day of a known year."""
    return None if day.startswith("XXXX") else day
