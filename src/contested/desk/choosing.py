"""A selection becomes the incidents it selects, and the order of a list; both kept for the next to ask."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar, cast

import numpy as np

from contested.desk.board import Board, Ints, Mask
from contested.desk.board_entry import FAMILIES
from contested.desk.days import first_day, last_day
from contested.desk.problems import DeskError
from contested.desk.selection import Selection, Sort

Held = TypeVar("Held")


class Recent(Generic[Held]):
    """The answers asked for last, by what was asked; safe for many threads."""

    def __init__(self, most: int) -> None:
        self.most, self.lock = most, Lock()
        self.held: OrderedDict[Hashable, Held] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], Held]) -> Held:
        """The answer kept, else made; two threads that ask at once may both make it."""
        with self.lock:
            if key in self.held:
                self.held.move_to_end(key)
                return self.held[key]
        made = make()
        with self.lock:
            self.held[key] = made
            while len(self.held) > self.most:
                self.held.popitem(last=False)
        return made


class Chooser:
    """What has been selected on one board."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.masks: Recent[Mask | None] = Recent(48)
        self.found: Recent[Mask] = Recent(16)
        self.orders: Recent[Ints] = Recent(24)
        self.sorted: Recent[Ints] = Recent(8)

    def key(self, asked: Selection) -> Hashable:
        """What tells one selection from another; what is reviewed only where it is asked about."""
        held = (tuple(value) if isinstance(value, list) else value for value in conditions(asked).values())
        return (*held, self.board.version if asked.reviewed else 0)

    def mask(self, asked: Selection) -> Mask | None:
        """The incidents selected; None for all."""
        return self.masks.get(self.key(asked), lambda: self.make_mask(asked))

    def order(self, asked: Selection, sort: Sort) -> Ints:
        """The ranks of the incidents selected, in an order."""
        return self.orders.get((self.key(asked), sort), lambda: self.make_order(asked, sort))

    def make_order(self, asked: Selection, sort: Sort) -> Ints:
        """Sort what is selected."""
        mask = self.mask(asked)
        whole = self.sorted.get(sort, lambda: sorted_ranks(self.board, sort))
        return whole if mask is None else whole[mask[whole]]

    def make_mask(self, asked: Selection) -> Mask | None:
        """Every condition asked, one after the other."""
        parts = [*self.by_numbers(asked), *self.by_values(asked), *self.by_review(asked)]
        if asked.q.strip():
            parts.append(self.found.get(asked.q, lambda: self.search(asked.q)))
        if asked.box:
            parts.append(within(self.board, asked.box))
        if not parts:
            return None
        return cast("Mask", np.logical_and.reduce(parts)) if len(parts) > 1 else parts[0]

    def by_numbers(self, asked: Selection) -> list[Mask]:
        """Days, disputes, reports, roots, confidence."""
        board, parts = self.board, []
        if asked.since or asked.until:
            parts.append(board.first > 0)
        if asked.since:
            parts.append(board.last >= first_day(asked.since))
        if asked.until:
            parts.append(board.first <= last_day(asked.until))
        if asked.disputed:
            parts.append(board.disputes > 0)
        if asked.reports > 1:
            parts.append(board.reports >= asked.reports)
        if asked.roots > 1:
            parts.append(board.roots >= asked.roots)
        if asked.sure > 0:
            parts.append(board.confidence >= np.float32(asked.sure))
        return parts

    def by_values(self, asked: Selection) -> list[Mask]:
        """Actors, events, families, outlets, sides, a place; unknown values select nothing."""
        board = self.board
        wanted = {
            "actors": asked.actor, "events": asked.event, "outlets": asked.outlet, "sides": asked.side,
            "places": [asked.place] if asked.place.strip() else [],
        }  # fmt: skip
        facets = ((board.facets[name], values) for name, values in wanted.items() if values)
        parts = [facet.holders(facet.numbers_of(values), board.size) for facet, values in facets]
        if asked.family:
            families = [number for number, family in enumerate(FAMILIES) if family in asked.family]
            parts.append(np.isin(board.family, families))
        return parts

    def by_review(self, asked: Selection) -> list[Mask]:
        """What is reviewed: none, a part or all of the claims."""
        if not asked.reviewed:
            return []
        done, whole = self.board.judged_counts, self.board.claim_count
        states = {"none": done == 0, "all": (done >= whole) & (done > 0), "part": (done > 0) & (done < whole)}
        return [np.logical_or.reduce([states[state] for state in asked.reviewed])]

    def search(self, words: str) -> Mask:
        """The incidents whose evidence has the words."""
        mask = np.zeros(self.board.size, dtype=bool)
        mask[self.board.file.search(words)] = True
        return mask


def conditions(asked: Selection) -> dict[str, object]:
    """The conditions of a selection, without what else a request asks."""
    return {name: getattr(asked, name) for name in Selection.model_fields if name != "as_of"}


def box_of(text: str) -> tuple[float, float, float, float]:
    """West, south, east, north in degrees; raises DeskError where these are no numbers."""
    try:
        west, south, east, north = map(float, text.split(","))
    except ValueError as error:
        raise DeskError(text, "is no box", "write west,south,east,north in degrees", 422) from error
    return west, south, east, north


def within(board: Board, text: str) -> Mask:
    """The incidents with a point in a box; one whose west lies east of its east goes over the date line."""
    west, south, east, north = box_of(text)
    tall = (board.lat >= south) & (board.lat <= north)
    if east - west >= 360:
        return tall
    if west <= east:
        return tall & (board.lon >= west) & (board.lon <= east)
    return tall & ((board.lon >= west) | (board.lon <= east))


def sorted_ranks(board: Board, sort: Sort) -> Ints:
    """All ranks in an order; what is not told comes last, and ties are in the order of the ranks."""
    by: dict[Sort, object] = {
        "newest": lambda: -board.first,
        "oldest": lambda: np.where(board.first > 0, board.first, np.iinfo(np.int32).max),
        "killed": lambda: -board.killed_high,
        "disputed": lambda: -np.bitwise_count(board.disputes).astype(np.int32),
    }
    if sort == "reports":
        return np.arange(board.size, dtype=np.int32)
    return np.argsort(by[sort](), kind="stable").astype(np.int32)  # type: ignore[operator]
