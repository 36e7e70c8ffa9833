"""Accounts: the claims of one report that tell one event, headline and body together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from contested.model.claim import Claim
from contested.packs.pack import Pack
from contested.reconcile.compare.finding import VETO
from contested.reconcile.constraints import Constraints
from contested.reconcile.figures import wording
from contested.reconcile.linkage import UNKNOWN, Pair, linked
from contested.reconcile.passages import Frame, affinity, weights
from contested.reconcile.placed import Placed, placed_of, stands_alone
from contested.reconcile.profile import Profile, common_days, joined
from contested.reconcile.umbrella import Umbrella, umbrellas

MANY, FIRST, LATEST = 120, 5, 40  # of more claims, each is compared with the first, the latest and those it shares with

BLOWS = frozenset({"attack", "ambush", "air_strike", "shelling", "missile_attack", "suicide_bombing", "ied", "bombing"})
LEADING = 700  # characters of a report that are its headline and its lead
BARE = 2  # sentences of an account that is a denial, or a denial and what the deniers say instead
LOWEST, APART = -8.0, -1.6  # of one pair of claims, and the mean below which two accounts never become one incident


def accounts_of(claims: Sequence[Claim], constraints: Constraints, pack: Pack) -> list[Profile]:
    """The accounts of one report's claims; the order of the claims does not matter."""
    told = placed_in_order(claims, pack)
    sums = list(umbrellas(told))
    scores = scores_of(told, sums)

    def parted(one: frozenset[int], other: frozenset[int]) -> bool:
        """Whether persons have parted two groups."""
        ids = [{claim for n in group for claim in told[n].profile.claims} for group in (one, other)]
        return constraints.part(ids[0], ids[1])

    groups = linked(len(told), scores, weights().enough, parted)
    accounts = [account(told, group, constraints) for group in groups]
    apart = told_apart(groups, scores)
    taken_in = parts_of(told, sums)
    made = [
        replace(
            one,
            apart=frozenset(accounts[m].id for m in apart.get(n, ())),
            parts=frozenset().union(*(taken_in.get(claim, ()) for claim in one.claims)).difference(one.claims),
        )
        for n, one in enumerate(accounts)
    ]
    return sorted(made, key=lambda profile: profile.id)


def parts_of(told: Sequence[Placed], sums: Iterable[Umbrella]) -> dict[str, set[str]]:
    """For each claim that tells a count of all, the claims that tell its parts."""
    found: dict[str, set[str]] = defaultdict(set)
    for umbrella in sums:
        parts = {told[n].profile.id for count in umbrella.parts for n in count.claims}
        for n in (n for count in umbrella.wholes for n in count.claims):
            found[told[n].profile.id] |= parts
    return found


def scores_of(told: Sequence[Placed], sums: Iterable[Umbrella]) -> dict[Pair, float]:
    """How well each claim goes on with each that it is compared with; a count of all never with its parts."""
    frame, parted = frame_of(told), {pair for umbrella in sums for pair in umbrella.pairs}
    return {
        (a, b): VETO if (a, b) in parted or replies(told[a], told[b]) else affinity(told[a], told[b], b - a, frame)
        for a, b in pairs_of(told)
    }


def replies(one: Placed, other: Placed) -> bool:
    """Whether one answers the harm that its own sentence tells: "retaliates after six troops were killed"."""
    if one.avenged != other.avenged and one.dead and other.dead and not one.dead & other.dead:
        return True
    if one.start != other.start:
        return False
    if one.avenged != other.avenged:
        return True  # "an attack in retaliation for the killing of two fighters"
    answers = [wording().replies.search(told.trigger) is not None for told in (one, other)]
    harm = other if answers[0] else one
    return answers[0] != answers[1] and bool(harm.told or harm.dead or harm.hurt)


def told_apart(groups: Sequence[Sequence[int]], scores: Mapping[Pair, float]) -> dict[int, set[int]]:
    """For each group of claims the others that the report tells apart from it, whatever other reports say of both."""
    home = {n: at for at, group in enumerate(groups) for n in group}
    sums: dict[Pair, list[float]] = defaultdict(list)
    for (a, b), score in scores.items():
        if home[a] != home[b]:
            sums[min(home[a], home[b]), max(home[a], home[b])].append(max(score, LOWEST))
    apart: dict[int, set[int]] = defaultdict(set)
    for (one, other), known in sums.items():
        pairs = len(groups[one]) * len(groups[other])
        if sum(known) + (pairs - len(known)) * UNKNOWN < APART * pairs:
            apart[one].add(other)
            apart[other].add(one)
    return apart


def placed_in_order(claims: Sequence[Claim], pack: Pack) -> list[Placed]:
    """The claims that may be parts of accounts, as the report tells them."""
    ordered = sorted(claims, key=lambda claim: (claim.evidence.start, claim.trigger.start, claim.id))
    every = [(claim, placed_of(claim, pack)) for claim in ordered]
    return answered([placed for claim, placed in every if not stands_alone(claim, placed.profile)])


def answered(told: Sequence[Placed]) -> list[Placed]:
    """The claims, those that tell how an attack was met folded into the attack: "they repelled an attack"."""
    kept: list[Placed] = []
    for placed in told:
        before = kept[-1] if kept else None
        if before is not None and before.start == placed.start and is_answer(before, placed):
            kept[-1] = folded(before, placed)
        else:
            kept.append(placed)
    return kept


def is_answer(clash: Placed, attack: Placed) -> bool:
    """Whether the first tells how those met the second whom it hit."""
    blow = bool(attack.profile.events & BLOWS) and not clash.denied and not attack.denied
    return blow and clash.profile.events == {"armed_clash"} and wording().met.search(clash.trigger) is not None


def folded(clash: Placed, attack: Placed) -> Placed:
    """An attack with what the words for how it was met tell of it; who met it is no doer."""
    both = joined([attack.profile, clash.profile])
    profile = replace(both, id=attack.profile.id, events=attack.profile.events, initiators=attack.profile.initiators)
    return replace(
        attack,
        profile=profile,
        told={**clash.told, **attack.told},
        dead=clash.dead | attack.dead,
        others=clash.others or attack.others,
        days=attack.days or clash.days,
        doers=attack.doers or clash.hurt,
        fine=clash.fine | attack.fine,
        local=clash.local or attack.local,
    )


def frame_of(told: Sequence[Placed]) -> Frame:
    """What a report tells in all."""
    totals = frozenset(number for placed in told for number in placed.told.values())
    return Frame(totals, max((placed.end for placed in told), default=0))


def account(told: Sequence[Placed], group: Sequence[int], constraints: Constraints) -> Profile:
    """The profile of some claims together."""
    profiles = [told[n].profile for n in group]
    # What tells more than a denial is known by that; who did it is open where no more than a denial is told.
    denied = len({told[n].start for n in group}) <= BARE and any(told[n].denied for n in group)
    made = replace(
        joined(profiles),
        days=common_days([p.days for p in profiles if p.days]),
        doers=frozenset().union(*(told[n].doers for n in group if not denied)),
        hurt=frozenset().union(*(told[n].hurt for n in group)),
        deniers=frozenset().union(*(told[n].deniers for n in group if denied)),
        accused=frozenset().union(*(told[n].doers for n in group if denied and told[n].denied)),
        leads=any(told[n].headline or told[n].start < LEADING for n in group),
    )
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
