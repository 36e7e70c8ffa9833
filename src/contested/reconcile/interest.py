"""Whether a claim serves its speaker, by whom it credits and whom it hurts, and the pack's sides on that day.

A party that admits its own loss, or its own harm to civilians, speaks against its interest; one that tells of its
enemy's serves itself. It orders what is shown and drops nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from contested.model.actor import Participant
from contested.model.claim import Claim
from contested.model.incident import Interest
from contested.packs.pack import Pack
from contested.packs.theatre import pack_at

GAINS = frozenset({"territory_gained", "capture", "interception", "seizure", "release", "aid"})
LOSSES = frozenset({"territory_lost", "withdrawal", "surrender"})
WRONGS = frozenset({"attack_on_civilians", "execution", "sexual_violence", "abduction", "chemical_attack", "looting"})
REMOTE = frozenset({"air_strike", "shelling", "missile_attack", "suicide_bombing", "ied", "bombing", "grenade"})
DEADLY = REMOTE | {"attack", "ambush", "armed_clash", "casualties"}
CIVILIAN = frozenset({"civilians", "protesters", "media", "organisation"})
ARMED = frozenset({"state_forces", "rebel_group", "militia", "external_forces", "police"})
HURT = frozenset({"killed", "injured", "captured", "surrendered", "missing", "destroyed"})
CIVILIAN_WORDS = frozenset(
    "civilian civilians children child women woman residents citizens hospital school market mosque".split()
)


@dataclass(frozen=True, slots=True)
class Judged:
    """The interest and why, in words."""

    interest: Interest
    why: str


def interest_of(claim: Claim, pack: Pack) -> Judged:
    """The interest of a claim's innermost speaker, or of its publisher where nobody is quoted."""
    sides = speaker_sides(claim, pack)
    if not sides:
        return Judged("neutral", "the speaker stands on no side that the pack knows")
    who = claim.speaker.name if claim.speaker else claim.report.publisher or "the publisher"
    doers = sides_of(claim.initiators, claim, pack)
    hurt = sides_of(tuple(p for p in claim.targets if p.kind in ARMED or p.kind == "government"), claim, pack)
    score, why = weigh(claim, sides, doers, hurt)
    if claim.factuality == "denied":
        score = -score
        why = f"denies: {why}"
    if score == 0:
        return Judged("neutral", f"{who}: nothing in it is to the credit or harm of its side")
    return Judged("self_serving" if score > 0 else "against_interest", f"{who}: {why}")


def weigh(claim: Claim, own: frozenset[str], doers: frozenset[str], hurt: frozenset[str]) -> tuple[int, str]:
    """Above 0 serves the speaker, below 0 hurts; with why."""
    ours, theirs = bool(doers & own), bool(doers and not doers & own)
    if claim.event in GAINS and (ours or theirs):
        return (1, "a gain of its own side") if ours else (-1, "a gain of another side")
    if claim.event in LOSSES and (ours or theirs):
        return (-1, "a loss of its own side") if ours else (1, "a loss of another side")
    if harms_civilians(claim) and (ours or theirs):
        return (-1, "harm to civilians by its own side") if ours else (1, "harm to civilians by another side")
    if claim.event in DEADLY and any(effect.kind in HURT for effect in claim.effects):
        if hurt & own:
            return -1, "losses of its own side"
        if hurt:
            return 1, "losses of another side"
        if theirs:
            return 1, "harm by another side"
    if claim.event in DEADLY and theirs and hurt & own:
        return 1, "an attack by another side"
    return 0, ""


def harms_civilians(claim: Claim) -> bool:
    """Whether the claim tells of a wrong, or of an attack on people or things that take no part."""
    if claim.event in WRONGS:
        return True
    if claim.event not in DEADLY:
        return False
    named = {word for p in claim.targets for word in p.name.lower().split()}
    named |= {word for e in claim.effects for word in (e.who or "").lower().split()}
    return any(p.kind in CIVILIAN for p in claim.targets) or bool(named & CIVILIAN_WORDS)


def speaker_sides(claim: Claim, pack: Pack) -> frozenset[str]:
    """The sides of the innermost speaker; of the publisher where nobody is quoted."""
    speaker, day, pack = claim.speaker, day_of(claim), pack_at(claim, pack)
    if speaker is not None:
        if speaker.actor is not None and speaker.actor in pack.actors:
            return pack.actors[speaker.actor].sides_on(day)
        return pack.outlet_sides(speaker.name, day)
    return publisher_sides(claim, pack)


def publisher_sides(claim: Claim, pack: Pack) -> frozenset[str]:
    """The sides that a claim's outlet speaks for."""
    name = claim.report.publisher
    return pack_at(claim, pack).outlet_sides(name, day_of(claim)) if name else frozenset()


def sides_of(participants: tuple[Participant, ...], claim: Claim, pack: Pack) -> frozenset[str]:
    """The sides of participants in a claim that the pack knows."""
    day, pack = day_of(claim), pack_at(claim, pack)
    known = [pack.actors[p.actor] for p in participants if p.actor is not None and p.actor in pack.actors]
    return frozenset().union(*(actor.sides_on(day) for actor in known)) if known else frozenset()


def day_of(claim: Claim) -> str | None:
    """The day by which alignments are looked up: of the event, else of publication; None where neither is known."""
    if claim.time is not None and not claim.time.start.startswith("XXXX"):
        return claim.time.start
    return claim.report.published
