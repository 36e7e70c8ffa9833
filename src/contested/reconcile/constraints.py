"""What persons have judged, as constraints: claims held together, claims held apart, claims rejected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from contested.model.judgement import Judgement, in_force
from contested.reconcile.union import Union


@dataclass(frozen=True, slots=True)
class Constraints:
    """``apart`` maps a claim to those it is held apart from; ``overruled`` are merges that splits forbid."""

    together: tuple[tuple[str, str], ...] = ()
    apart: dict[str, frozenset[str]] = field(default_factory=dict)
    rejected: frozenset[str] = frozenset()
    overruled: tuple[Judgement, ...] = ()

    def part(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether some claim of the one is held apart from some claim of the other."""
        if not self.apart:
            return False
        held = frozenset(other)
        return any(claim in self.apart and self.apart[claim] & held for claim in one)


def constraints_of(judgements: Iterable[Judgement]) -> Constraints:
    """The constraints of the judgements in force, whatever their order.

    Of two on the same pair the later counts. A split holds against any chain of merges: the merges are taken by their
    claims, and one that would join claims held apart is overruled, not dropped.
    """
    active = in_force(tuple(judgements))
    newest: dict[frozenset[str], Judgement] = {}
    for judgement in sorted((j for j in active if j.kind in ("merge", "split")), key=lambda j: (j.at, j.id)):
        newest[frozenset(judgement.claims)] = judgement
    apart: dict[str, set[str]] = {}
    for pair, judgement in newest.items():
        if judgement.kind == "split":
            for claim in pair:
                apart.setdefault(claim, set()).update(pair - {claim})
    held = {claim: frozenset(others) for claim, others in apart.items()}
    together, overruled = consistent([j for j in newest.values() if j.kind == "merge"], held)
    rejected = frozenset(claim for j in active if j.kind == "reject" for claim in j.claims)
    return Constraints(tuple(together), held, rejected, tuple(overruled))


def consistent(
    merges: list[Judgement], apart: dict[str, frozenset[str]]
) -> tuple[list[tuple[str, str]], list[Judgement]]:
    """The merges that hold, taken in the order of their claims' ids, and those that a split forbids."""
    union = Union()
    kept: list[tuple[str, str]] = []
    overruled: list[Judgement] = []
    for judgement in sorted(merges, key=lambda j: tuple(sorted(j.claims))):
        first, *others = sorted(judgement.claims)
        for other in others:
            members = union.members(first) | union.members(other)
            if any(apart.get(claim, frozenset()) & members for claim in members):
                overruled.append(judgement)
            else:
                union.join(first, other)
                kept.append((first, other))
    return kept, overruled
