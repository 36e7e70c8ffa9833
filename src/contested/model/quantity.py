"""Quantity: an interval of counts with its wording ("over 150" is [151, ∞))."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """Whole counts from ``low`` to ``high``, both inclusive; None is an open end.

    ``low`` None means that the words give no lower bound ("up to 33"), which for counts is 0.
    """

    low: int | None
    high: int | None
    wording: str = ""

    def __post_init__(self) -> None:
        if self.low is not None and self.low < 0:
            raise ValueError(f"a count cannot be negative: {self.low}")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an interval cannot run backwards: {self.low} to {self.high}")

    @classmethod
    def exactly(cls, count: int, wording: str = "") -> Quantity:
        """[count, count]."""
        return cls(count, count, wording)

    @classmethod
    def at_least(cls, count: int, wording: str = "") -> Quantity:
        """[count, ∞)."""
        return cls(count, None, wording)

    @classmethod
    def at_most(cls, count: int, wording: str = "") -> Quantity:
        """No lower bound given, at most ``count``."""
        return cls(None, count, wording)

    @property
    def floor(self) -> int:
        """The lower bound as a number."""
        return self.low or 0

    @property
    def is_exact(self) -> bool:
        """Whether the interval is one number."""
        return self.low is not None and self.low == self.high

    def contains(self, count: int) -> bool:
        """Whether ``count`` lies inside the interval."""
        return self.floor <= count and (self.high is None or count <= self.high)

    def within(self, other: Quantity) -> bool:
        """Whether every count of this interval lies in ``other``."""
        if other.high is not None and (self.high is None or self.high > other.high):
            return False
        return self.floor >= other.floor

    def meet(self, other: Quantity) -> Quantity | None:
        """The counts that both allow; None where they contradict each other."""
        low = max(self.floor, other.floor)
        highs = [high for high in (self.high, other.high) if high is not None]
        high = min(highs) if highs else None
        if high is not None and low > high:
            return None
        return Quantity(None if self.low is None and other.low is None else low, high)

    def hull(self, other: Quantity) -> Quantity:
        """The smallest interval that holds both."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        return Quantity(low, high)

    def __add__(self, other: Quantity) -> Quantity:
        """The interval of sums of disjoint counts."""
        high = None if self.high is None or other.high is None else self.high + other.high
        low = None if self.low is None and other.low is None else self.floor + other.floor
        return Quantity(low, high)

    def distance(self, other: Quantity) -> int:
        """How far apart the two are; 0 where they overlap."""
        if self.high is not None and other.floor > self.high:
            return other.floor - self.high
        if other.high is not None and self.floor > other.high:
            return self.floor - other.high
        return 0

    def __str__(self) -> str:
        if self.is_exact:
            return str(self.low)
        if self.high is None:
            return f"{self.floor} or more"
        return f"up to {self.high}" if self.low is None else f"{self.low} to {self.high}"
