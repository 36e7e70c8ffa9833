"""Told: an event whose time others of its story may take."""

from __future__ import annotations

from dataclasses import dataclass

from contested.model.claim import ClaimTime


@dataclass(frozen=True, slots=True)
class Told:
    """An event that may lend its time: its place among the events, its sentence's number, its code, its time."""

    index: int
    sentence: int
    code: str
    time: ClaimTime
    recent: bool
    in_body: bool
    word: str
    offset: int


@dataclass(frozen=True, slots=True)
class Link:
    """How a lender came up: why, for an event of the headline or not, in a report of how many days' story."""

    kind: str
    headline: bool
    days: int
