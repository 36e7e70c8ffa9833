"""Tolls as linear constraints: bounds under each reading, and the smallest contradiction where none fits all.

Quantities that are only nested need no solver; HiGHS solves what is left.

A quantity is a whole number of people of one incident: everyone, one side's, or a part ("including three children").
A part is at most its whole; parts that exclude each other together at most their whole. A sum over many incidents is a
quantity of its own: each incident in its scope is at most the sum, and it is never added to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import inf

import numpy as np

from contested.reconcile.nesting import OPEN, Interval, Name, Nesting, Parts, nesting_of

FEW = 12  # claims of which every set is tried
MOST = 1e7  # people; an open bound for the solver


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that a quantity lies in [low, high]; None is open."""

    claim: str
    name: Name
    low: int | None
    high: int | None


@dataclass(slots=True)
class Model:
    """What was told, and how the quantities hang together."""

    told: list[Told] = field(default_factory=list)
    parts: list[Parts] = field(default_factory=list)

    def names(self) -> list[Name]:
        """Every quantity, in the order it was first named."""
        found = [t.name for t in self.told] + [n for p in self.parts for n in (p.whole, *p.parts)]
        return list(dict.fromkeys(found))


def bounds(model: Model, weights: Mapping[Name, int]) -> tuple[int, int | None] | None:
    """The least and the most that a weighted sum of quantities can be; None for the most is open, for all: infeasible.

    A quantity nobody tells of counts from 0 upwards.
    """
    nesting = nesting_of(model.parts)
    if nesting is not None and len(weights) == 1:
        ((name, weight),) = weights.items()
        if weight == 1 and nesting.root(name) == name:
            return nested_bounds(model, nesting, name)
    names = list(dict.fromkeys([*model.names(), *weights]))
    goal = np.array([float(weights.get(name, 0)) for name in names])
    least = solve(model, names, goal)
    if least is None:
        return None
    most = solve(model, names, -goal)
    high = None if most is None or -most >= MOST else round(-most)
    return round(least), high


def nested_bounds(model: Model, nesting: Nesting, name: Name) -> tuple[int, int | None] | None:
    """The least and the most that an outermost whole can be; as ``bounds`` has it."""
    told = intervals(model.told)
    found = nesting.reach(name, told)
    if found is None or not nesting.fits(told):
        return None
    low, high = found
    return round(low), None if high >= MOST else round(high)


def intervals(told: Iterable[Told]) -> dict[Name, Interval]:
    """What all claims on a quantity leave of it, by quantity."""
    found: dict[Name, Interval] = {}
    for item in told:
        low, high = found.get(item.name, OPEN)
        found[item.name] = max(low, item.low or 0), min(high, inf if item.high is None else item.high)
    return found


def solve(model: Model, names: Sequence[Name], goal: np.ndarray) -> float | None:
    """The minimum of the goal; None where nothing fits."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    at = {name: n for n, name in enumerate(names)}
    low, high = np.zeros(len(names)), np.full(len(names), MOST)
    for told in model.told:
        n = at[told.name]
        low[n] = max(low[n], told.low or 0)
        high[n] = min(high[n], MOST if told.high is None else told.high)
    if (low > high).any():
        return None
    rows = part_rows(model, at)
    limits = [LinearConstraint(row, least, 0.0) for row, least in rows]
    found = milp(goal, constraints=limits, bounds=Bounds(low, high), integrality=np.ones(len(names)))
    return float(found.fun) if found.success else None


def part_rows(model: Model, at: Mapping[Name, int]) -> list[tuple[np.ndarray, float]]:
    """For every Parts a row: the parts less the whole is at most 0, and no less where they are complete."""
    rows = []
    for parts in model.parts:
        row = np.zeros(len(at))
        row[at[parts.whole]] = -1.0
        for name in parts.parts:
            row[at[name]] += 1.0
        rows.append((row, 0.0 if parts.complete else -np.inf))
    return rows


def smallest_contradiction(model: Model) -> tuple[str, ...]:
    """The claims of a smallest set that cannot all hold, the first by id of equals; empty where all can.

    Of many claims, sets of up to three are tried, then one is made in which no claim can be spared.
    """
    fits = fitting(model)
    if fits(model.told):
        return ()
    ordered = sorted(model.told, key=lambda told: (told.claim, str(told.name)))
    for size in range(1, len(ordered) + 1 if len(ordered) <= FEW else 4):
        for some in combinations(ordered, size):
            if all_related(model, some) and not fits(some):
                return tuple(told.claim for told in some)
    core = ordered
    for told in ordered:
        rest = [other for other in core if other is not told]
        if not fits(rest):
            core = rest
    return tuple(told.claim for told in core)


def all_related(model: Model, told: Sequence[Told]) -> bool:
    """Whether the quantities of these claims hang together; those that do not cannot contradict each other."""
    if not model.parts:
        return len({item.name for item in told}) == 1
    return all(related(model, told[0].name, other.name) for other in told[1:])


def related(model: Model, one: Name, other: Name) -> bool:
    """Whether two quantities are one or hang together directly or by way of others."""
    reached, waiting = {one}, [one]
    while waiting:
        name = waiting.pop()
        for parts in model.parts:
            group = {parts.whole, *parts.parts}
            if name in group:
                waiting += group - reached
                reached |= group
    return other in reached


def fitting(model: Model) -> Callable[[Sequence[Told]], bool]:
    """Tells whether some claims on the model's quantities can all hold."""
    nesting = nesting_of(model.parts)

    def fits(told: Sequence[Told]) -> bool:
        """By nesting, else by the solver."""
        if nesting is not None:
            return nesting.fits(intervals(told))
        part = Model(list(told), model.parts)
        names = part.names()
        return not names or solve(part, names, np.zeros(len(names))) is not None

    return fits
