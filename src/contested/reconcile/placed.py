"""Placed: a claim with where it stands in its report, whose sides it names, and what its words say of the telling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from contested.model.actor import Participant
from contested.model.claim import Claim, EffectKind
from contested.model.mention import Mention
from contested.packs.called import called
from contested.packs.pack import Pack
from contested.packs.theatre import pack_at
from contested.reconcile.compare.place import FINE
from contested.reconcile.counted import ATTACKERS, presumed_side
from contested.reconcile.events import event_families
from contested.reconcile.figures import figures_of, is_recount, is_sum, totals_of, wording
from contested.reconcile.interest import publisher_sides, sides_of, speaker_sides
from contested.reconcile.profile import HARM, Profile, profile_of
from contested.reconcile.voices import voice_key

NEUTRAL = frozenset({"planned", "conditional", "forecast"})
STATES = frozenset({"state"})
FROM_THE_AIR, AIRCRAFT = "air_strike", "aircraft"
COUNTED = ("whole", "addition", "part")
HEADLINE = 40  # letters by which a headline's copy is known
LEAD = 3  # words before a trigger
WINDOW, REST = 24, 60  # characters before and behind a trigger in which words make it a habit


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim's profile with where its evidence stands in the report.

    ``told``: its whole tolls; ``dead``: its exact numbers of dead, parts and additions too, ``others`` says that some
    are told as others than before. ``days`` are told in words of the claim's own, ``at_day`` is where these begin;
    ``recount``: it only counts those of an event told before; ``anew``: its words part it from what was told before,
    ``also``: they do where its count differs. ``doers``, ``hurt`` and ``deniers`` are sides of the pack; ``local`` says
    whether words for a place stand in its own sentence. ``lead`` are the words before its trigger; ``avenged``: they
    say that what is told beside it answers it.
    """

    profile: Profile
    start: int
    end: int
    told: dict[EffectKind, int]
    dead: frozenset[int]
    others: bool
    speaker: str | None
    days: tuple[int, int] | None
    recount: bool
    anew: bool
    also: bool
    doers: frozenset[str]
    hurt: frozenset[str]
    deniers: frozenset[str]
    fine: frozenset[str]
    at_day: int | None
    local: bool
    trigger: str
    lead: frozenset[str]
    avenged: bool
    opening: str
    headline: bool
    denied: bool


def placed_of(claim: Claim, pack: Pack) -> Placed:
    """A claim with its place in the report, its whole tolls, and who tells them."""
    recount, evidence = is_recount(claim), claim.evidence
    # A toll that is put right differs from the one that the same voice told before.
    figures = [*figures_of(claim), *totals_of(claim)]
    profile = profile_of(claim)
    mention = claim.time.mention if claim.time else None
    days = profile.days if mention else None
    own = mention is not None and inside(mention, evidence)
    if recount and not (mention and own and (claim.event == "casualties" or mention.start < claim.trigger.start)):
        # The day on which a toll is put right is not the day of the deaths, nor of the raid that it is the toll of.
        profile, days = replace(profile, days=None), None
    leading = evidence.quote[: max(0, claim.trigger.end - evidence.start)]
    before = evidence.quote[: max(0, claim.trigger.start - evidence.start)]
    further = wording().also.search(evidence.quote) or any(f.counts == "addition" for f in figures)
    return Placed(
        profile=profile,
        start=evidence.start,
        end=evidence.end,
        dead=frozenset(f.number for f in figures if f.kind == "killed" and f.counts in COUNTED and f.number),
        others=any(f.counts == "addition" for f in figures),
        told={} if recount else {f.kind: f.number for f in figures if f.counts == "whole"},
        speaker=voice_key(claim) if claim.speaker else None,
        days=days,
        recount=recount,
        anew=wording().anew.search(leading) is not None,
        also=claim.event != "casualties" and bool(further),
        doers=doing_sides(claim, pack),
        hurt=hurt_sides(claim, pack),
        deniers=denying_sides(claim, pack),
        fine=frozenset(spot.key for spot in profile.spots if spot.weight >= FINE),
        at_day=mention.start if mention else None,
        local=any(inside(place.mention, evidence) for place in claim.places),
        trigger=claim.trigger.quote.lower().rstrip("s"),
        lead=frozenset(before.lower().split()[-LEAD:]),
        avenged=wording().avenged.search(before[-WINDOW:]) is not None,
        opening=evidence.quote[:HEADLINE].lower(),
        headline=is_headline(claim),
        denied=claim.factuality == "denied",
    )


def is_headline(claim: Claim) -> bool:
    """Whether a claim stands in its report's title, or in a copy of it in the body."""
    title = claim.report.title or ""
    copied = claim.evidence.quote[:HEADLINE].lower() == title[:HEADLINE].lower()
    return bool(title) and (claim.evidence.start < len(title) or copied)


def inside(mention: Mention, evidence: Mention) -> bool:
    """Whether a mention stands in the claim's own sentence."""
    return evidence.start <= mention.start < evidence.end


def doing_sides(claim: Claim, pack: Pack) -> frozenset[str]:
    """The sides of those who act; of an air strike that nobody is named for, those who fly."""
    doers = sides_meant(claim.initiators, claim, pack)
    return doers or (pack_at(claim, pack).sides_meant_by(AIRCRAFT) if claim.event == FROM_THE_AIR else doers)


def hurt_sides(claim: Claim, pack: Pack) -> frozenset[str]:
    """The sides of those who are hit, and of the dead and hurt that are counted."""
    counted: Iterable[str | None] = (presumed_side(claim, e, pack) for e in claim.effects if e.kind in HARM)
    return sides_of(claim.targets, claim, pack) | {side for side in counted if side and side != ATTACKERS}


def denying_sides(claim: Claim, pack: Pack) -> frozenset[str]:
    """The sides that deny what a claim tells: of who speaks, else of the outlet ("a military source" in a state's).

    Of whom the author says that they did not do it, the sides of these.
    """
    if claim.factuality != "denied":
        return frozenset()
    if claim.speaker is None:
        return sides_meant(claim.initiators, claim, pack)
    return speaker_sides(claim, pack) or publisher_sides(claim, pack)


def sides_meant(participants: tuple[Participant, ...], claim: Claim, pack: Pack) -> frozenset[str]:
    """The sides of participants, and all those that the words for such as have no name may mean."""
    nameless = (called(p.name).lower() for p in participants if p.actor is None)
    return sides_of(participants, claim, pack).union(*map(pack_at(claim, pack).sides_meant_by, nameless))


def stands_alone(claim: Claim, profile: Profile) -> bool:
    """Whether a claim is no part of any account: a state, a speech act, an intention, a summary over a long time."""
    return (
        event_families().groups[claim.event] in STATES
        or claim.factuality in NEUTRAL
        or profile.long
        or is_sum(claim)
        or is_habit(claim)
    )


def is_habit(claim: Claim) -> bool:
    """Whether a claim tells, without a day or a count, what somebody does again and again: "several bombings"."""
    evidence, at = claim.evidence, claim.trigger.start - claim.evidence.start
    dated = claim.time is not None and claim.time.mention is not None and inside(claim.time.mention, evidence)
    if dated or claim.effects or not claim.trigger.quote.lower().endswith("s"):
        return False
    before = evidence.quote[max(0, at - WINDOW) : max(0, at)]
    behind = evidence.quote[at + len(claim.trigger.quote) :][:REST]
    known = wording()
    return known.habit_leads.search(before) is not None or known.habit_tails.search(behind) is not None
