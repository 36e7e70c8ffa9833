"""Accounts: the claims of one report that tell one event, headline and body together."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from contested.model.claim import Claim
from contested.packs.pack import Pack
from contested.reconcile.constraints import Constraints
from contested.reconcile.linkage import Pair, linked
from contested.reconcile.passages import Frame, affinity, weights
from contested.reconcile.placed import Placed, placed_of, stands_alone
from contested.reconcile.profile import Profile, common_days, joined

MANY, FIRST, LATEST = 120, 5, 40  # of more claims, each is compared with the first, the latest and those it shares with


def accounts_of(claims: Sequence[Claim], constraints: Constraints, pack: Pack) -> list[Profile]:
    """The accounts of one report's claims; the order of the claims does not matter."""
    told = placed_in_order(claims, pack)
    frame = frame_of(told)
    scores = {(a, b): affinity(told[a], told[b], b - a, frame) for a, b in pairs_of(told)}

    def parted(one: frozenset[int], other: frozenset[int]) -> bool:
        """Whether persons have parted two groups."""
        ids = [{claim for n in group for claim in told[n].profile.claims} for group in (one, other)]
        return constraints.part(ids[0], ids[1])

    groups = linked(len(told), scores, weights().enough, parted)
    return sorted((account(told, group, constraints) for group in groups), key=lambda profile: profile.id)


def placed_in_order(claims: Sequence[Claim], pack: Pack) -> list[Placed]:
    """The claims that may be parts of accounts, as the report tells them."""
    ordered = sorted(claims, key=lambda claim: (claim.evidence.start, claim.trigger.start, claim.id))
    every = [(claim, placed_of(claim, pack)) for claim in ordered]
    return [placed for claim, placed in every if not stands_alone(claim, placed.profile)]


def frame_of(told: Sequence[Placed]) -> Frame:
    """What a report tells in all."""
    totals = frozenset(number for placed in told for number in placed.told.values())
    return Frame(totals, max((placed.end for placed in told), default=0))


def account(told: Sequence[Placed], group: Sequence[int], constraints: Constraints) -> Profile:
    """The profile of some claims together."""
    profiles = [told[n].profile for n in group]
    made = replace(
        joined(profiles),
        days=common_days([p.days for p in profiles if p.days]),
        doers=frozenset().union(*(told[n].doers for n in group)),
        hurt=frozenset().union(*(told[n].hurt for n in group)),
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
