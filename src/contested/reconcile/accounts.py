"""Accounts: the claims of one report that tell one event, headline and body together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from contested.model.claim import Claim, EffectKind
from contested.reconcile.compare import actors, date, event, place, toll, words
from contested.reconcile.compare.finding import VETO, Finding
from contested.reconcile.constraints import Constraints
from contested.reconcile.events import event_families
from contested.reconcile.figures import figures_of, is_recount, is_sum, wording
from contested.reconcile.linkage import Pair, linked
from contested.reconcile.profile import HARM, Profile, common_days, joined, profile_of
from contested.reconcile.voices import voice_key

TOGETHER = 0.3  # the mean score that two groups of claims must reach
ONE_DAY = 0.6  # a report mostly tells one day, so that sharing it says little
OTHER_DOER = -1.5
OTHER_TOLL = -3.0
OTHER_DAY = -3.0
ANEW = -3.0
OTHER_PLACE = -0.4
RECOUNT = 2.0
FOLLOWS = 0.6  # bare harm is mostly told of the event told right before
MANY, FIRST, LATEST = 120, 5, 40  # of more claims, each is compared with the first, the latest and those it shares with
NEAR = 260  # characters between two claims of one passage
NEUTRAL = frozenset({"planned", "conditional", "forecast"})
STATES = frozenset({"state"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim's profile with where its evidence stands in the report.

    ``days`` are told in words of the claim's own; ``recount``: it only counts those of an event told before;
    ``anew``: its words part it from what was told before, ``also``: they do where its count differs.
    """

    profile: Profile
    start: int
    end: int
    told: dict[EffectKind, int]
    speaker: str | None
    days: tuple[int, int] | None
    recount: bool
    anew: bool
    also: bool


def accounts_of(claims: Sequence[Claim], constraints: Constraints) -> list[Profile]:
    """The accounts of one report's claims; the order of the claims does not matter."""
    ordered = sorted(claims, key=lambda claim: (claim.evidence.start, claim.trigger.start, claim.id))
    every = [placed_of(claim) for claim in ordered]
    told = [p for claim, p in zip(ordered, every, strict=True) if not stands_alone(claim, p.profile)]
    totals = frozenset(number for placed in told for number in placed.told.values())
    scores = {(a, b): affinity(told[a], told[b], b == a + 1, totals) for a, b in pairs_of(told)}

    def parted(one: frozenset[int], other: frozenset[int]) -> bool:
        """Whether persons have parted two groups."""
        ids = [{claim for n in group for claim in told[n].profile.claims} for group in (one, other)]
        return constraints.part(ids[0], ids[1])

    groups = linked(len(told), scores, TOGETHER, parted)
    return sorted((account(told, group, constraints) for group in groups), key=lambda profile: profile.id)


def account(told: Sequence[Placed], group: Sequence[int], constraints: Constraints) -> Profile:
    """The profile of some claims together."""
    profiles = [told[n].profile for n in group]
    made = replace(joined(profiles), days=common_days([p.days for p in profiles if p.days]))
    return replace(made, id=account_id(made, constraints))


def account_id(profile: Profile, constraints: Constraints) -> str:
    """An id by content, so that a comparison once made holds for as long as both accounts are the same."""
    # An edited claim keeps its id, and yet compares differently; so does one that is lent a day.
    content = sorted(f"{claim} {constraints.edited.get(claim, '')}".strip() for claim in profile.claims)
    return "a-" + hashlib.sha256(" ".join((*content, f"{profile.days} {profile.published}")).encode()).hexdigest()[:20]


def pairs_of(told: Sequence[Placed]) -> Iterator[Pair]:
    """The pairs that are compared: all, or of very many claims those near each other or with something in common."""
    at: dict[object, list[int]] = defaultdict(list)
    for n, placed in enumerate(told):
        earlier: Iterable[int] = range(n)
        if len(told) > MANY:
            shared = {other for key in keys_of(placed) for other in at[key][-LATEST:]}
            earlier = sorted({*range(min(n, FIRST)), *range(max(0, n - LATEST), n)} | shared)
        yield from ((other, n) for other in earlier)
        for key in keys_of(placed):
            at[key].append(n)


def keys_of(placed: Placed) -> set[object]:
    """The places and whole figures of a claim."""
    return {spot.key for spot in placed.profile.spots} | {figure[:2] for figure in placed.profile.figures if figure[1]}


def placed_of(claim: Claim) -> Placed:
    """A claim with its place in the report, its whole tolls, and who tells them."""
    recount = is_recount(claim)
    # A toll that is put right differs from the one that the same voice told before.
    figures = list(figures_of(claim))
    told = {} if recount else {f.kind: f.number for f in figures if f.counts == "whole"}
    profile = profile_of(claim)
    mention = claim.time.mention if claim.time else None
    days = profile.days if mention else None
    if recount and not (mention and claim.evidence.start <= mention.start < claim.evidence.end):
        # The day on which a toll is put right is not the day of the deaths.
        profile = replace(profile, days=None)
    voice = voice_key(claim) if claim.speaker else None
    leading = claim.evidence.quote[: max(0, claim.trigger.end - claim.evidence.start)]
    anew = wording().anew.search(leading) is not None
    further = wording().also.search(claim.evidence.quote) or any(f.counts == "addition" for f in figures)
    also = claim.event != "casualties" and bool(further)
    return Placed(profile, claim.evidence.start, claim.evidence.end, told, voice, days, recount, anew, also)


def stands_alone(claim: Claim, profile: Profile) -> bool:
    """Whether a claim is no part of any account: a state, a speech act, an intention, a summary over a long time."""
    return (
        event_families().groups[claim.event] in STATES or claim.factuality in NEUTRAL or profile.long or is_sum(claim)
    )


def affinity(one: Placed, other: Placed, next_told: bool, totals: frozenset[int] = frozenset()) -> float:
    """How well a claim goes on with an earlier one, in units of log odds; ``next_told``: with nothing told between.

    ``totals`` are the whole tolls of the report.
    """
    total = nearness(one, other) + tolls_agree(one, other) + days_agree(one, other)
    if not same_words(one, other) and (other.anew or (other.also and counts_differ(one, other, totals))):
        total += ANEW
    if recounts(one, other) or recounts(other, one):
        total += RECOUNT
    if next_told and other.profile.events <= event_families().generic:
        total += FOLLOWS
    for finding in findings(one.profile, other.profile, same_words(one, other)):
        if finding.score <= VETO:
            return VETO
        total += finding.score
    return total


def counts_differ(one: Placed, other: Placed, totals: frozenset[int]) -> bool:
    """Whether two claims count one harm, never by one number, nor by two that make up a toll of the report."""
    counts = [{f[:2] for f in placed.profile.figures if f[0] in HARM} for placed in (one, other)]
    shared = {kind for kind, _ in counts[0]} & {kind for kind, _ in counts[1]}
    added = {(a or 0) + (b or 0) for kind, a in counts[0] for other_kind, b in counts[1] if kind == other_kind}
    return bool(shared) and not counts[0] & counts[1] and not added & totals


def recounts(one: Placed, other: Placed) -> bool:
    """Whether a claim may count anew those of another: one that names a place of its own only those counted there."""
    if not (one.recount and other.profile.figures):
        return False
    return not one.profile.spots or place.compare(one.profile, other.profile).score > 0


def findings(one: Profile, other: Profile, same: bool) -> Iterator[Finding]:
    """The attributes one by one; words say nothing where both stand in one sentence."""
    yield event.compare(one, other)
    # One day of publication for all claims of a report tells nothing about when each took place.
    day = date.compare(replace(one, published=None), replace(other, published=None))
    yield replace(day, score=min(day.score, ONE_DAY))
    yield places(one, other)
    yield doers(one, other)
    yield toll.compare(one, other)
    if not same:
        yield words.compare(one, other)


def doers(one: Profile, other: Profile) -> Finding:
    """Parties; one report that names two doers tells two events, where two reports may contradict each other."""
    finding = actors.compare(one, other)
    return replace(finding, score=OTHER_DOER) if finding.score < 0 else finding


def places(one: Profile, other: Profile) -> Finding:
    """Places; one report that names two villages or quarters tells two events, where two may mean one by them."""
    finding = place.compare(one, other)
    return replace(finding, score=min(finding.score, OTHER_PLACE)) if elsewhere(one, other) else finding


def elsewhere(one: Profile, other: Profile) -> bool:
    """Whether each names villages or quarters, and none that the other names."""
    fine = [[spot for spot in p.spots if spot.weight >= place.FINE] for p in (one, other)]
    return all(fine) and not any(a.name in b.name or b.name in a.name for a in fine[0] for b in fine[1])


def tolls_agree(one: Placed, other: Placed) -> float:
    """Two whole tolls of one harm are those of two events where one voice gives both, or more than they differs.

    Two voices that tell of one place, day and means may contradict each other.
    """
    shared = one.told.keys() & other.told.keys()
    if all(one.told[kind] == other.told[kind] for kind in shared):
        return 0.0
    return OTHER_TOLL if one.speaker == other.speaker or differ(one, other) else 0.0


def differ(one: Placed, other: Placed) -> bool:
    """Whether two claims tell of two villages, of two days, or of different means and of different parties hit."""
    if elsewhere(one.profile, other.profile) or days_agree(one, other):
        return True
    means = [placed.profile.events - event_families().generic for placed in (one, other)]
    hit = [placed.profile.targets - actors.VAGUE for placed in (one, other)]
    return all(means) and all(hit) and not means[0] & means[1] and not hit[0] & hit[1]


def days_agree(one: Placed, other: Placed) -> float:
    """One report that tells two days, each in words of its own, tells two events."""
    if one.days and other.days and (one.days[0] > other.days[1] or other.days[0] > one.days[1]):
        return OTHER_DAY
    return 0.0


def same_words(one: Placed, other: Placed) -> bool:
    """Whether the evidence of two claims overlaps."""
    return one.start < other.end and other.start < one.end


def nearness(one: Placed, other: Placed) -> float:
    """One sentence, one passage, or far apart."""
    if same_words(one, other):
        return 1.6
    return 0.9 if max(one.start - other.end, other.start - one.end) <= NEAR else 0.0
