"""Umbrella tolls: a report's count of all dead of a day, of which it then tells the parts, each an event of its own.

"At least 32 people were killed on Monday … In Jassem 15 … on Douma six … at Khan Sheikhun 11": the 32 died in no one
event, so the count stands alone, and what makes it up are three events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from contested.reconcile import passages
from contested.reconcile.compare import place
from contested.reconcile.compare.actors import apart
from contested.reconcile.events import event_families
from contested.reconcile.linkage import Pair
from contested.reconcile.placed import Placed

LEAST = 3  # dead of a count that may be made up of others
MOST_PARTS, WITHIN = 4, 9  # parts of a count, and the counts after it among which they are sought
REACH = 200  # counts of a very long report among which they are sought
MOST = 0.5  # of a count, that its parts tell at least
FAR = -2.0  # at least, of the places of a count and its part
APART = -0.5  # at most, of the places of two parts


@dataclass(frozen=True, slots=True)
class Told:
    """One number of dead that a sentence tells, with the claims that tell it."""

    number: int
    first: Placed
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Umbrella:
    """A count of all, in every telling of it before its parts, and the parts."""

    wholes: tuple[Told, ...]
    parts: tuple[Told, ...]

    @property
    def pairs(self) -> Iterator[Pair]:
        """The claims, by their numbers, that are the count and a part of it, or two parts."""
        for one, other in [*combinations(self.parts, 2), *product(self.wholes, self.parts)]:
            yield from ((min(a, b), max(a, b)) for a in one.claims for b in other.claims)


def umbrella_pairs(told: Sequence[Placed]) -> frozenset[Pair]:
    """The pairs of a report's claims, by their numbers, that are a count of all and its part, or two such parts."""
    return frozenset(pair for umbrella in umbrellas(told) for pair in umbrella.pairs)


def umbrellas(told: Sequence[Placed]) -> Iterator[Umbrella]:
    """The counts that a report goes on to take apart."""
    counts = list(counts_told(told))
    for at, whole in enumerate(counts):
        if whole.number < LEAST or whole.number not in whole.first.told.values():
            continue
        parts = parts_of(whole, counts[at + 1 : at + REACH])
        if parts:
            wholes = (c for c in counts if c.number == whole.number and c.first.start <= parts[0].first.start)
            yield Umbrella(tuple(wholes), parts)


def counts_told(told: Sequence[Placed]) -> Iterator[Told]:
    """Every number of dead of every sentence, in the order of the report."""
    found: dict[tuple[int, int], list[int]] = {}
    for n, placed in enumerate(told):
        for number in placed.dead:
            found.setdefault((placed.start, number), []).append(n)
    for (_, number), claims in sorted(found.items()):
        yield Told(number, told[claims[0]], tuple(claims))


def parts_of(whole: Told, counts: Sequence[Told]) -> tuple[Told, ...]:
    """The counts told later, each of another place or doer, that together make up a count or most of it; the fewest."""
    behind = (c for c in counts if c.first.start >= whole.first.end and 0 < c.number < whole.number)
    later = list(islice((count for count in behind if within(whole, count)), WITHIN))
    for separate in (elsewhere, of_others):
        for size in range(2, MOST_PARTS + 1):
            for parts in combinations(later, size):
                pairs = list(combinations(parts, 2))
                if sum(part.number for part in parts) == whole.number and all(separate(*pair) for pair in pairs):
                    return parts
    return () if whole.first.fine else most_of(whole, later)


def most_of(whole: Told, later: Sequence[Told]) -> tuple[Told, ...]:
    """Counts of a village or quarter each, that make up most of a count that names none, and leave the rest untold."""
    parts: list[Told] = []
    for count in later:
        if count.number > 1 and count.first.fine and all(elsewhere(part, count) for part in parts):
            parts.append(count)
    told = sum(part.number for part in parts)
    return tuple(parts) if len(parts) > 1 and whole.number * MOST <= told <= whole.number else ()


def within(whole: Told, part: Told) -> bool:
    """Whether a part may lie where the whole is told to lie: not far from all its places."""
    return place.compare(whole.first.profile, part.first.profile).score > FAR


def elsewhere(one: Told, other: Told) -> bool:
    """Whether the sentences of two counts name two places."""
    a, b = one.first, other.first
    if a.start == b.start or not (a.local and b.local):
        return False
    return passages.elsewhere(a, b) or place.compare(a.profile, b.profile).score <= APART


def of_others(one: Told, other: Told) -> bool:
    """Whether two counts are of two places or doers, or the later one is told as one of others.

    "24 others were killed" counts those of the same event; "another six were killed in raids on the east" does not.
    """
    a, b = one.first, other.first
    if elsewhere(one, other) or (a.start != b.start and apart(a.doers, b.doers)):
        return True
    bare = b.profile.events <= event_families().generic
    return a.start != b.start and b.others and min(one.number, other.number) > 1 and not bare
