"""Groups by average linkage: the pair of groups whose members go together best on average joins first.

The result depends on the scores alone; of equal pairs the one with the smaller numbers joins first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]
UNKNOWN = -1.0  # of a pair that was not compared
Parted = Callable[[frozenset[int], frozenset[int]], bool]


class Linkage:
    """Groups of the numbers 0 to ``count`` - 1 in the making, with the sums of the scores between them."""

    def __init__(self, count: int, scores: Mapping[Pair, float]) -> None:
        self.groups = {n: frozenset((n,)) for n in range(count)}
        self.sums: dict[int, dict[int, tuple[float, int]]] = {n: {} for n in range(count)}
        for (one, other), score in scores.items():
            self.sums[one][other] = self.sums[other][one] = (score, 1)
        self.waiting = [(-score, one, other) for (one, other), score in scores.items()]
        heapify(self.waiting)

    def mean(self, one: int, other: int) -> float:
        """The mean score of the members of two groups."""
        total, known = self.sums[one][other]
        pairs = len(self.groups[one]) * len(self.groups[other])
        return (total + (pairs - known) * UNKNOWN) / pairs

    def join(self, one: int, other: int) -> None:
        """Put the second group into the first."""
        self.groups[one] |= self.groups.pop(other)
        for third, (total, known) in self.sums.pop(other).items():
            del self.sums[third][other]
            if third == one:
                continue
            before = self.sums[one].get(third, (0.0, 0))
            self.sums[one][third] = self.sums[third][one] = (before[0] + total, before[1] + known)
        for third in self.sums[one]:
            first, second = sorted((one, third))
            heappush(self.waiting, (-self.mean(first, second), first, second))


def linked(count: int, scores: Mapping[Pair, float], least: float, parted: Parted) -> list[list[int]]:
    """The groups whose members go together at ``least`` on average; ``parted`` groups never join.

    Pairs of ``scores`` have the smaller number first.
    """
    made = Linkage(count, scores)
    while made.waiting and -made.waiting[0][0] >= least:
        score, one, other = heappop(made.waiting)
        # An entry made before one of its groups grew or went tells nothing any more.
        if other not in made.sums.get(one, ()) or made.mean(one, other) != -score:
            continue
        if not parted(made.groups[one], made.groups[other]):
            made.join(one, other)
    return sorted(sorted(group) for group in made.groups.values())
