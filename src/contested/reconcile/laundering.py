"""Laundered roots: a claim in another's words that no longer names the source the other names."""

from __future__ import annotations

from collections.abc import Sequence

from contested.model.claim import Claim
from contested.model.incident import Laundered
from contested.reconcile.profile import wording
from contested.reconcile.voices import voice_of

SAME_WORDS = 0.5  # share of the shorter sentence's runs of three words
SHORTEST = 6  # runs; a shorter sentence may be alike by chance


def laundered(claims: Sequence[Claim]) -> tuple[Laundered, ...]:
    """Each claim without a source beside the earliest one of another report that names a source in the same words."""
    told = sorted(claims, key=lambda claim: (claim.report.published or "9999", claim.id))
    sourced = [claim for claim in told if claim.speaker is not None]
    found: dict[tuple[str, str], Laundered] = {}
    for bare in told:
        if bare.speaker is not None or is_headline(bare) or names_source_nearby(bare, told):
            continue
        for claim in sourced:
            if claim.report.id != bare.report.id and same_words(claim, bare):
                pair = bare.report.id, claim.report.id
                found.setdefault(
                    pair, Laundered(bare.id, bare.evidence.quote, claim.id, claim.evidence.quote, voice_of(claim))
                )
                break
    return tuple(sorted(found.values(), key=lambda item: (item.claim, item.of)))


def is_headline(claim: Claim) -> bool:
    """Whether the claim stands in the title, which leaves sources out as a rule."""
    title = claim.report.title
    return bool(title) and claim.evidence.quote.strip(" .") in str(title)


def names_source_nearby(bare: Claim, told: Sequence[Claim]) -> bool:
    """Whether the same report names a source for the same event elsewhere in the incident."""
    return any(c.speaker is not None and c.report.id == bare.report.id and c.event == bare.event for c in told)


def same_words(one: Claim, other: Claim) -> bool:
    """Whether two sentences share most of the shorter one's runs of words."""
    a, b = wording(one.evidence.quote)[1], wording(other.evidence.quote)[1]
    shorter = min(len(a), len(b))
    return shorter >= SHORTEST and len(a & b) >= SAME_WORDS * shorter
