"""What persons have judged, as constraints: claims held together, held apart, left out, and given other fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from contested.model.judgement import Judgement, in_force, taking_effect
from contested.reconcile.union import Union

Pair = frozenset[str]
DECIDING = frozenset({"accept", "edit", "reject"})


@dataclass(frozen=True, slots=True)
class Constraints:
    """``apart`` maps a claim to those it is held apart from; ``rejected`` claims are wrong, or told again by another.

    ``overruled`` are merges that splits forbid, and duplicates that would leave none of those told again; ``edited``
    maps a claim to the judgements that gave it other fields.
    """

    together: tuple[tuple[str, str], ...] = ()
    apart: dict[str, frozenset[str]] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    overruled: tuple[Judgement, ...] = ()
    edited: dict[str, str] = field(default_factory=dict)

    def part(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether some claim of the one is held apart from some claim of the other."""
        if not self.apart:
            return False
        held = frozenset(other)
        return any(claim in self.apart and self.apart[claim] & held for claim in one)


def constraints_of(judgements: Iterable[Judgement]) -> Constraints:
    """The constraints of the judgements in force that take effect, whatever their order.

    Of two on the same pair, or on the same claim, the later counts. A split holds against any chain of merges: the
    merges are taken by their claims, and one that would join claims held apart is overruled, not dropped.
    """
    active = sorted(taking_effect(in_force(tuple(judgements))), key=lambda j: (j.at, j.id))
    newest = newest_by_pair(active, ("merge", "split"))
    apart: dict[str, set[str]] = {}
    for pair, judgement in newest.items():
        if judgement.kind == "split":
            for claim in pair:
                apart.setdefault(claim, set()).update(pair - {claim})
    held = {claim: frozenset(others) for claim, others in apart.items()}
    merges = {pair: judgement for pair, judgement in newest.items() if judgement.kind == "merge"}
    together, forbidden = consistent(merges, held)
    rejected, looped = left_out(active)
    edited: dict[str, str] = {}
    for judgement in active:
        for claim in judgement.claims if judgement.kind == "edit" else ():
            edited[claim] = f"{edited.get(claim, '')} {judgement.id}".strip()
    return Constraints(tuple(together), held, rejected, (*forbidden, *looped), edited)


def newest_by_pair(active: Sequence[Judgement], kinds: tuple[str, ...]) -> dict[Pair, Judgement]:
    """The last judgement of these kinds on each pair of claims; ``active`` has the oldest first."""
    return {pair: judgement for judgement in active if judgement.kind in kinds for pair in pairs_of(judgement)}


def pairs_of(judgement: Judgement) -> Iterator[Pair]:
    """The pairs a judgement bears on: a merge, all of its claims; any other, the first with each of the rest."""
    if judgement.kind == "merge":
        yield from map(frozenset, combinations(sorted(set(judgement.claims)), 2))
    else:
        first, *others = judgement.claims
        yield from (frozenset((first, other)) for other in others if other != first)


def consistent(
    merges: Mapping[Pair, Judgement], apart: Mapping[str, frozenset[str]]
) -> tuple[list[tuple[str, str]], list[Judgement]]:
    """The pairs that hold, taken in the order of their claims' ids, and the merges of those that a split forbids."""
    union = Union()
    kept: list[tuple[str, str]] = []
    overruled: dict[str, Judgement] = {}
    for first, other in sorted((min(pair), max(pair)) for pair in merges):
        members = union.members(first) | union.members(other)
        if any(apart.get(claim, frozenset()) & members for claim in members):
            judgement = merges[frozenset((first, other))]
            overruled[judgement.id] = judgement
        else:
            union.join(first, other)
            kept.append((first, other))
    return kept, list(overruled.values())


def left_out(active: Sequence[Judgement]) -> tuple[frozenset[str], list[Judgement]]:
    """The claims that count no more, and the duplicates that would leave none of those that tell each other again.

    A claim's last decision counts: one accepted or edited after it was rejected is no longer left out.
    """
    told_again = newest_by_pair(active, ("duplicate",))
    last: dict[str, Judgement] = {}
    for judgement in active:
        if judgement.kind in DECIDING:
            last |= dict.fromkeys(judgement.claims, judgement)
        elif judgement.kind == "duplicate" and any(told_again[pair] is judgement for pair in pairs_of(judgement)):
            last[judgement.claims[0]] = judgement
    rejected = {claim for claim, judgement in last.items() if judgement.kind == "reject"}
    by: dict[str, str] = {}
    looped: list[Judgement] = []
    duplicates = [(j.at, j.id, claim) for claim, j in last.items() if j.kind == "duplicate"]
    for _, _, claim in sorted(duplicates, reverse=True):
        judgement = last[claim]
        if claim == end_of(judgement.claims[1], by):
            looped.append(judgement)
        else:
            by[claim] = judgement.claims[1]
    return frozenset(rejected | by.keys()), looped


def end_of(claim: str, by: Mapping[str, str]) -> str:
    """The claim that a row of duplicates leaves."""
    while claim in by:
        claim = by[claim]
    return claim
