"""Accounts: the claims of one report that tell one event, headline and body together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contested.gazetteer.folding import exact
from contested.model.claim import Claim, EffectKind
from contested.reconcile.compare import actors, date, event, place, toll, words
from contested.reconcile.compare.finding import VETO, Finding
from contested.reconcile.constraints import Constraints
from contested.reconcile.events import event_families
from contested.reconcile.figures import figures_of, is_recount, is_sum
from contested.reconcile.profile import Profile, common_days, joined, profile_of

THRESHOLD = 1.6
OTHER_DOER = -1.5
OTHER_TOLL = -3.0
OTHER_DAY = -1.5
OTHER_PLACE = -0.4
RECOUNT = 2.0
FOLLOWS = 0.6  # bare harm is mostly told of the event told right before
FIRST, LATEST = 5, 40  # accounts, and parts of an account, that a claim is compared with besides those it shares with
NEAR = 260  # characters between two claims of one passage
NEUTRAL = frozenset({"planned", "conditional", "forecast"})
STATES = frozenset({"state"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim's profile with where its evidence and trigger stand in the report.

    ``days`` are told in words of the claim's own; ``recount``: it only counts those of an event told before.
    """

    profile: Profile
    start: int
    end: int
    told: dict[EffectKind, int]
    speaker: str | None
    days: tuple[int, int] | None
    recount: bool


class Thread:
    """An account in the making: its profile so far, and where its claims stand."""

    def __init__(self, first: Placed, number: int) -> None:
        self.number = number
        self.parts = [first]
        self.periods = [first.profile.days] if first.profile.days else []
        self.profile = first.profile

    def add(self, part: Placed) -> None:
        """Take a claim in."""
        self.parts.append(part)
        if part.profile.days:
            self.periods.append(part.profile.days)
        self.profile = replace(joined((self.profile, part.profile)), days=common_days(self.periods))

    @property
    def near_parts(self) -> list[Placed]:
        """The parts a claim may go on with: the first, as headlines are, and the last."""
        return self.parts if len(self.parts) <= LATEST else self.parts[:FIRST] + self.parts[FIRST - LATEST :]


class Threads:
    """The accounts of a report in the making, found by what a claim has in common with them."""

    def __init__(self) -> None:
        self.all: list[Thread] = []
        self.last: Thread | None = None
        self.at: dict[object, list[Thread]] = {}

    def put(self, thread: Thread, part: Placed) -> None:
        """Note what a thread can be found by since it took a claim in, and that it is the one told last."""
        self.last = thread
        for key in keys_of(part):
            found = self.at.setdefault(key, [])
            if thread not in found:
                found.append(thread)

    def near(self, placed: Placed) -> list[Thread]:
        """The first and latest accounts, and the latest ones at a place or with a figure of the claim, in order."""
        found = [*self.all[:FIRST], *self.all[-LATEST:]]
        for key in keys_of(placed):
            found += self.at.get(key, [])[-LATEST:]
        return sorted({id(t): t for t in found}.values(), key=lambda t: t.number)


def keys_of(placed: Placed) -> set[object]:
    """The places and whole figures of a claim."""
    return {spot.key for spot in placed.profile.spots} | {figure[:2] for figure in placed.profile.figures if figure[1]}


def accounts_of(claims: Sequence[Claim], constraints: Constraints) -> list[Profile]:
    """The accounts of one report's claims; the order of the claims does not matter."""
    ordered = sorted(claims, key=lambda claim: (claim.evidence.start, claim.trigger.start, claim.id))
    threads = Threads()
    for claim in ordered:
        placed = placed_of(claim)
        if stands_alone(claim, placed.profile):
            continue
        thread = best_thread(placed, threads, constraints)
        if thread is None:
            thread = Thread(placed, len(threads.all))
            threads.all.append(thread)
        else:
            thread.add(placed)
        threads.put(thread, placed)
    found = (replace(thread.profile, id=account_id(thread.profile, constraints)) for thread in threads.all)
    return sorted(found, key=lambda profile: profile.id)


def account_id(profile: Profile, constraints: Constraints) -> str:
    """An id by content, so that a comparison once made holds for as long as both accounts are the same."""
    # An edited claim keeps its id, and yet compares differently; so does one that is lent a day.
    content = sorted(f"{claim} {constraints.edited.get(claim, '')}".strip() for claim in profile.claims)
    return "a-" + hashlib.sha256(" ".join((*content, f"{profile.days} {profile.published}")).encode()).hexdigest()[:20]


def placed_of(claim: Claim) -> Placed:
    """A claim with its place in the report, its whole tolls, and who tells them."""
    recount = is_recount(claim)
    # A toll that is put right differs from the one that the same voice told before.
    told = {} if recount else {f.kind: f.number for f in figures_of(claim) if f.counts == "whole"}
    speaker = claim.speaker
    voice = (speaker.actor or exact(speaker.name)) if speaker else None
    profile = profile_of(claim)
    mention = claim.time.mention if claim.time else None
    days = profile.days if mention else None
    if recount and not (mention and claim.evidence.start <= mention.start < claim.evidence.end):
        # The day on which a toll is put right is not the day of the deaths.
        profile = replace(profile, days=None)
    return Placed(profile, claim.evidence.start, claim.evidence.end, told, voice, days, recount)


def stands_alone(claim: Claim, profile: Profile) -> bool:
    """Whether a claim is no part of any account: a state, a speech act, an intention, a summary over a long time."""
    return (
        event_families().groups[claim.event] in STATES or claim.factuality in NEUTRAL or profile.long or is_sum(claim)
    )


def best_thread(placed: Placed, threads: Threads, constraints: Constraints) -> Thread | None:
    """The account that a claim goes on with, the latest of equals; None where it begins one."""
    best: tuple[float, Thread] | None = None
    bare = placed.profile.events <= event_families().generic
    for thread in threads.near(placed):
        if constraints.part(placed.profile.claims, thread.profile.claims):
            continue
        score = affinity(placed, thread) + (FOLLOWS if bare and thread is threads.last else 0.0)
        if score >= THRESHOLD and (best is None or score >= best[0]):
            best = score, thread
    return best[1] if best else None


def affinity(placed: Placed, thread: Thread) -> float:
    """How well a claim goes on with an account, in units of log odds."""
    one, other = placed.profile, thread.profile
    total = nearness(placed, thread) + tolls_agree(placed, thread) + days_agree(placed, thread)
    if placed.recount and other.figures:
        total += RECOUNT
    for finding in findings(one, other, same_words(placed, thread)):
        if finding.score <= VETO:
            return VETO
        total += finding.score
    return total


def findings(one: Profile, other: Profile, same: bool) -> Iterable[Finding]:
    """The attributes one by one; words say nothing where both stand in one sentence."""
    yield event.compare(one, other)
    # One day of publication for all claims of a report tells nothing about when each took place.
    yield date.compare(replace(one, published=None), replace(other, published=None))
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
    fine = [[spot for spot in p.spots if spot.weight >= place.FINE] for p in (one, other)]
    if not all(fine) or any(a.name in b.name or b.name in a.name for a in fine[0] for b in fine[1]):
        return finding
    return replace(finding, score=min(finding.score, OTHER_PLACE))


def tolls_agree(placed: Placed, thread: Thread) -> float:
    """One voice that gives two whole tolls of one harm tells two events; two voices may contradict each other.

    Two tolls of two means and of two parties hit are those of two events, whoever tells them.
    """
    if not placed.told:
        return 0.0
    for part in thread.near_parts:
        for kind, number in placed.told.items():
            if part.told.get(kind, number) != number and (part.speaker == placed.speaker or differ(placed, part)):
                return OTHER_TOLL
    return 0.0


def differ(one: Placed, other: Placed) -> bool:
    """Whether two claims tell of different means and of different parties hit."""
    means = [part.profile.events - event_families().generic for part in (one, other)]
    hit = [part.profile.targets - actors.VAGUE for part in (one, other)]
    return all(means) and all(hit) and not means[0] & means[1] and not hit[0] & hit[1]


def days_agree(placed: Placed, thread: Thread) -> float:
    """One report that tells two days, each in words of its own, tells two events."""
    for part in thread.near_parts if placed.days else ():
        if placed.days and part.days and (part.days[0] > placed.days[1] or placed.days[0] > part.days[1]):
            return OTHER_DAY
    return 0.0


def same_words(placed: Placed, thread: Thread) -> bool:
    """Whether the claim's evidence overlaps that of a claim in the account."""
    return any(placed.start < part.end and part.start < placed.end for part in thread.near_parts)


def nearness(placed: Placed, thread: Thread) -> float:
    """One sentence, one passage, or far apart."""
    gap = min(max(0, placed.start - part.end, part.start - placed.end) for part in thread.near_parts)
    return 1.6 if same_words(placed, thread) else 0.9 if gap <= NEAR else 0.0
