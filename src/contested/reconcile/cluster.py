"""Incidents out of accounts: the surest pairs first, a group joins a group where on average they go together.

The result depends on the accounts alone, never on their order: pairs are taken by score, then by id. What persons have
judged comes first and is never undone by a score.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from contested.reconcile.constraints import Constraints
from contested.reconcile.decide import THRESHOLD
from contested.reconcile.profile import Profile

TOGETHER = 1.2  # the mean score that two groups must reach
SAME_REPORT = -1.0  # of two accounts that one report keeps apart
SAMPLE = 5  # members of each group that are compared, the first by id
Score = Callable[[Profile, Profile], float]
Edge = tuple[float, str, str]


@dataclass(slots=True)
class Group:
    """Accounts that tell one incident, so far."""

    members: list[Profile]
    claims: set[str]
    apart: set[str]


def cluster(
    profiles: Sequence[Profile], edges: Iterable[Edge], score: Score, constraints: Constraints
) -> list[list[Profile]]:
    """Groups of accounts; every account is in one."""
    groups = {profile.id: Group([profile], set(profile.claims), set(profile.apart)) for profile in profiles}
    hold_together(groups, constraints)
    for weight, one, other in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        if weight < THRESHOLD:
            break
        a, b = groups[one], groups[other]
        if a is b or constraints.part(a.claims, b.claims) or told_apart(a, b):
            continue
        if mean_score(a, b, score) >= TOGETHER:
            merge(groups, a, b)
    found = {id(group): group for group in groups.values()}
    return sorted((sorted(g.members, key=lambda p: p.id) for g in found.values()), key=lambda members: members[0].id)


def hold_together(groups: dict[str, Group], constraints: Constraints) -> None:
    """Join what persons have judged to be one incident."""
    at = {claim: id for id, group in groups.items() for claim in group.claims} if constraints.together else {}
    for one, other in constraints.together:
        if one not in at or other not in at:
            continue
        a, b = groups[at[one]], groups[at[other]]
        if a is not b and not constraints.part(a.claims, b.claims):
            merge(groups, a, b)


def merge(groups: dict[str, Group], a: Group, b: Group) -> None:
    """Make two groups one."""
    large, small = (a, b) if len(a.members) >= len(b.members) else (b, a)
    large.members += small.members
    large.claims |= small.claims
    large.apart |= small.apart
    for member in small.members:
        groups[member.id] = large


def told_apart(a: Group, b: Group) -> bool:
    """Whether a report tells an account of one group apart from one of the other."""
    small, large = (a, b) if len(a.members) <= len(b.members) else (b, a)
    return any(member.id in large.apart for member in small.members)


def mean_score(a: Group, b: Group, score: Score) -> float:
    """The mean over pairs of the two groups' members, of which the first by id stand for all."""
    ones = sorted(a.members, key=lambda p: p.id)[:SAMPLE]
    others = sorted(b.members, key=lambda p: p.id)[:SAMPLE]
    total = sum(pair_score(x, y, score) for x in ones for y in others)
    return total / (len(ones) * len(others))


def pair_score(one: Profile, other: Profile, score: Score) -> float:
    """The score of two accounts; one report that tells two events is not joined by what it says of both."""
    found = score(one, other) if one.id < other.id else score(other, one)
    return min(found, SAME_REPORT) if one.report == other.report else found
