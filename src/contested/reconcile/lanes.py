"""Who is said to hold which place: one Holding a claim, to be drawn as lanes, one a claimant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from contested.gazetteer.folding import exact
from contested.model.actor import Participant
from contested.model.claim import Claim
from contested.model.incident import Holding
from contested.packs.pack import Pack
from contested.reconcile.interest import day_of, sides_of, speaker_sides
from contested.reconcile.voices import voice_of

State = Literal["held", "taken", "lost", "contested", "besieged", "withdrawn"]
STATES: dict[str, State] = {
    "control": "held", "territory_gained": "taken", "territory_lost": "lost", "armed_clash": "contested",
    "siege": "besieged", "withdrawal": "withdrawn",
}  # fmt: skip
TOLD = frozenset({"asserted", "hedged", "denied"})
POSSESSIVE = 6  # characters before a holder in which a possessive stands
OWN = re.compile(r"\b(?:its|our|their|his|her)\s+\w+\s*$", re.IGNORECASE)
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
                sides = sides_of((holder,), pack, day_of(claim)) or owners(claim, holder, pack)
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


def owners(claim: Claim, holder: Participant, pack: Pack) -> frozenset[str]:
    """The speaker's sides where the holder is said to be its own: "its fighters", "our units"."""
    at = holder.mention.start - claim.evidence.start
    before = claim.evidence.quote[max(0, at - POSSESSIVE) : max(0, at)]
    own = OWN.search(f"{before} {holder.mention.quote}") if holder.actor is None and claim.speaker else None
    return speaker_sides(claim, pack, day_of(claim)) if own else frozenset()


def known(day: str) -> str | None:
    """A day of a known year."""
    return None if day.startswith("XXXX") else day
