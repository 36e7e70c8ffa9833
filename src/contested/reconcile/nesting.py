"""Nested quantities: where every part lies within one whole alone, what each can be follows without a solver.

From the innermost out, a whole is at least the sum of its parts, and at most it where they make up all of it; every
number between the bounds can be, since each part can take every number between its own.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf

Name = Hashable
Interval = tuple[float, float]
OPEN: Interval = (0.0, inf)


@dataclass(frozen=True, slots=True)
class Parts:
    """``parts`` are disjoint and lie within ``whole``; ``complete`` where they make up all of it."""

    whole: Name
    parts: tuple[Name, ...]
    complete: bool = False


class Nesting:
    """The wholes with their parts, as trees; made by ``nesting_of``."""

    def __init__(self, within: Mapping[Name, Sequence[Parts]], outermost: Mapping[Name, Name]) -> None:
        self.within, self.outermost = within, outermost

    def reach(self, name: Name, told: Mapping[Name, Interval]) -> Interval | None:
        """What a quantity can be by what is told of it and its parts; None where nothing fits."""
        low, high = told.get(name, OPEN)
        for parts in self.within.get(name, ()):
            found = [self.reach(part, told) for part in parts.parts]
            held = [interval for interval in found if interval is not None]
            if len(held) < len(found):
                return None
            low = max(low, sum(least for least, _ in held))
            if parts.complete:
                high = min(high, sum(most for _, most in held))
        return (low, high) if low <= high else None

    def root(self, name: Name) -> Name:
        """The outermost whole that a quantity lies in; itself where it lies in none."""
        return self.outermost.get(name, name)

    def fits(self, told: Mapping[Name, Interval]) -> bool:
        """Whether all that is told can hold at once."""
        return all(self.reach(root, told) for root in dict.fromkeys(map(self.root, told)))


def nesting_of(parts: Iterable[Parts]) -> Nesting | None:
    """The trees that the parts make; None where one quantity lies within two wholes, or in itself."""
    within: dict[Name, list[Parts]] = {}
    above: dict[Name, Name] = {}
    for group in dict.fromkeys(parts):
        within.setdefault(group.whole, []).append(group)
        for name in group.parts:
            if name in above:
                return None
            above[name] = group.whole
    outermost: dict[Name, Name] = {}
    for name in above:
        top, steps = name, 0
        while top in above:
            top, steps = above[top], steps + 1
            if steps > len(above):
                return None
        outermost[name] = top
    return Nesting(within, outermost)
