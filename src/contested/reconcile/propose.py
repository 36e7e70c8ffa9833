"""Candidate pairs: accounts that share a block of day, place cell and event group, or a rare run of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from contested.reconcile.compare.place import FINE
from contested.reconcile.events import event_families
from contested.reconcile.profile import HARM, Profile

CELL = 0.2  # degrees; a second grid, moved by half a cell, joins neighbours across an edge
LONGEST = 4  # days of one account that make blocks
BEFORE, AFTER = 3, 0  # days around publication in which an undated event is sought
SKETCH = 4  # smallest runs of words that make blocks
TELLING = 5  # people; smaller counts are told of many events of a day
NEWS = 14  # days within which reports repeat each other
WIDEST = 60  # accounts; a larger block is walked by a window along several orders
WINDOW = 12
Key = tuple[object, ...]


def candidate_pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Pairs of different reports' accounts that share a block, each once, smaller id first."""
    blocks: dict[Key, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda profile: profile.id):
        for key in block_keys(profile):
            blocks[key].append(profile)
    seen: set[tuple[str, str]] = set()
    for members in blocks.values():
        for one, other in pairs_within(members):
            if one.report != other.report and (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def pairs_within(members: list[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """All pairs of a small block; of a large one those that stand near each other in some order."""
    if len(members) <= WIDEST:
        for at, one in enumerate(members):
            for other in members[at + 1 :]:
                yield one, other
        return
    for order in (by_place, by_figure, by_wording):
        ordered = sorted(members, key=lambda profile: (order(profile), profile.id))
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + WINDOW]:
                yield (one, other) if one.id < other.id else (other, one)


def by_place(profile: Profile) -> str:
    """The most telling place."""
    return max(((spot.weight, spot.key) for spot in profile.spots), default=(0.0, ""))[1]


def by_figure(profile: Profile) -> str:
    """The largest figure."""
    return max((f"{low or 0:09d} {kind}" for kind, low, _ in profile.figures), default="")


def by_wording(profile: Profile) -> int:
    """The smallest run of words, the same for near-copies as a rule."""
    return min(profile.runs, default=0)


def block_keys(profile: Profile) -> set[Key]:
    """The blocks an account stands in."""
    groups = {event_families().groups[event] for event in profile.events}
    keys: set[Key] = set()
    for group in groups:
        for day in block_days(profile):
            keys |= {(group, day, where) for where in block_places(profile)}
            keys |= {(group, day, figure) for figure in block_figures(profile)}
        keys |= {(group, month, where) for month in block_months(profile) for where in telling_places(profile)}
        keys |= {(group, run, when) for run in sorted(profile.runs)[:SKETCH] for when in fortnights(profile)}
    return keys


def block_days(profile: Profile) -> range:
    """The days an event may have taken place; nothing where neither it nor its publication is dated."""
    if profile.days:
        # One day more joins events told a day apart, as happens around midnight.
        return range(profile.days[0], min(profile.days[1], profile.days[0] + LONGEST) + 2)
    if profile.published is None:
        return range(0)
    return range(profile.published - BEFORE, profile.published + AFTER + 1)


def block_months(profile: Profile) -> set[tuple[int, int]]:
    """The months of the first and the last day, by which an event that a report dates by its month alone is found."""
    return {(day.year, day.month) for day in map(date.fromordinal, profile.days or ())}


def telling_places(profile: Profile) -> Iterator[Key]:
    """Keys of villages and quarters: of a city too much is told in a month."""
    return (("key", spot.key) for spot in profile.spots if spot.weight >= FINE)


def fortnights(profile: Profile) -> tuple[int | None, ...]:
    """The two stretches of ``NEWS`` days, half overlapping, in which a report was published; one for unknown days."""
    if profile.published is None:
        return (None,)
    return profile.published // NEWS * 2, (profile.published + NEWS // 2) // NEWS * 2 + 1


def block_figures(profile: Profile) -> set[Key]:
    """The counts of dead and hurt that are too large to be shared by chance."""
    return {("count", kind, low) for kind, low, _ in profile.figures if kind in HARM and low and low >= TELLING}


def block_places(profile: Profile) -> Iterator[Key]:
    """Place keys, cells of two grids, and regions where no place is told."""
    for spot in profile.spots:
        yield ("key", spot.key)
        if spot.lat is not None and spot.lon is not None:
            for shift in (0.0, CELL / 2):
                yield ("cell", shift, int((spot.lat + shift) // CELL), int((spot.lon + shift) // CELL))
    for region in profile.regions:
        yield ("region", region)
