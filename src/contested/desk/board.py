"""A board in memory: incidents as columns, so that any selection of them is a matter of milliseconds."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from contested.desk.board_making import FACETS, INCIDENT_NUMBERS
from contested.desk.days import months_of
from contested.ledger.board import BoardFile

Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int32]
Array = npt.NDArray[Any]
DTYPES = {"B": np.uint8, "i": np.int32, "f": np.float32}


class Facet:
    """The values of one kind: which incident holds which. ``values`` are (id, name, note), by number."""

    def __init__(self, rows: Ints, held: Ints, values: list[tuple[str, str, str]]) -> None:
        self.rows, self.held, self.values = rows, held, values
        self.total = np.bincount(held, minlength=len(values))

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each id."""
        return {id: number for number, (id, _, _) in enumerate(self.values)}

    @cached_property
    def folded(self) -> list[str]:
        """The names to find words in."""
        return [name.casefold() for _, name, _ in self.values]

    def counts(self, mask: Mask | None) -> Array:
        """How many incidents of a selection hold each value; None selects all."""
        if mask is None:
            return self.total
        return np.bincount(self.held[mask[self.rows]], minlength=len(self.values))

    def holders(self, numbers: Iterable[int], size: int) -> Mask:
        """The incidents that hold one of some values."""
        wanted = np.zeros(len(self.values), dtype=bool)
        wanted[list(numbers)] = True
        mask = np.zeros(size, dtype=bool)
        mask[self.rows[wanted[self.held]]] = True
        return mask

    def numbers_of(self, asked: Iterable[str]) -> list[int]:
        """The numbers of ids; what is no id finds the values whose name has these words."""
        found: list[int] = []
        for item in asked:
            known = self.number.get(item)
            words = item.removeprefix("~").casefold().strip()
            if known is not None:
                found.append(known)
            elif words:
                found += [number for number, name in enumerate(self.folded) if words in name]
        return found


class Queue:
    """Claims to review, the one most worth it first: ``ids`` (bytes), ``ranks`` (-1: in no incident), ``scores``.

    ``reasons`` are numbers of ``words``; all arrays are in the order of the queue, and ``order`` gives each one's
    place among the board's ``claim_ids``.
    """

    def __init__(self, board: Board) -> None:
        order = np.frombuffer(board.file.numbers("queue"), np.int32)
        self.order = order
        self.ids: Array = board.claim_ids[order]
        self.ranks: Ints = board.claim_ranks[order]
        self.scores: Array = np.frombuffer(board.file.numbers("claim.scores"), np.float32)[order]
        self.confidences: Array = np.frombuffer(board.file.numbers("claim.confidences"), np.float32)[order]
        self.reasons: Ints = np.frombuffer(board.file.numbers("claim.reasons"), np.int32)[order]
        self.words = cast("list[str]", board.file.words("reasons"))


class Board:
    """The incidents of one moment; safe for many threads. ``version`` counts changes of what is reviewed."""

    def __init__(self, file: BoardFile, as_of: str = "") -> None:
        self.file, self.as_of, self.version, self.lock = file, as_of, 0, Lock()
        for name, kind in INCIDENT_NUMBERS.items():
            setattr(self, name, np.frombuffer(file.numbers(name), DTYPES[kind]))
        self.ids = ids_from(file.numbers("ids"))
        self.size = len(self.ids)
        self.facets = {facet: self.load_facet(facet) for facet in FACETS}
        self.claim_ids = ids_from(file.numbers("claim.ids"))
        self.claim_ranks: Ints = np.frombuffer(file.numbers("claim.ranks"), np.int32)
        self.wholes, self.parts = self.load_sums()
        self.month = months_of(self.first)
        self.is_judged = np.zeros(len(self.claim_ids), dtype=bool)
        self.judged_counts = np.zeros(self.size, dtype=np.int32)

    # The columns of INCIDENT_NUMBERS.
    family: Array
    first: Ints
    last: Ints
    reported: Ints
    lat: Array
    lon: Array
    km: Array
    killed_low: Ints
    killed_high: Ints
    killed_open: Array
    disputes: Array
    reports: Ints
    outlet_count: Ints
    roots: Ints
    claim_count: Ints
    confidence: Array
    point: Ints

    def load_facet(self, name: str) -> Facet:
        """One facet of the file."""
        values = [tuple(value) for value in cast("list[list[str]]", self.file.words(name))]
        rows, held = (np.frombuffer(self.file.numbers(f"{name}.{part}"), np.int32) for part in ("rows", "held"))
        return Facet(rows, held, cast("list[tuple[str, str, str]]", values))

    @cached_property
    def queue(self) -> Queue:
        """The order in which claims are worth a review."""
        return Queue(self)

    @cached_property
    def days(self) -> tuple[str | None, str | None]:
        """The first and the last day that an incident is told of, ISO; None where none is."""
        told, ends = self.first[self.first > 0], self.last[self.last > 0]
        if not len(told):
            return None, None
        return date.fromordinal(int(told.min())).isoformat(), date.fromordinal(int(ends.max())).isoformat()

    @cached_property
    def located(self) -> Mask:
        """Incidents with a point."""
        return ~np.isnan(self.lat)

    @cached_property
    def summands(self) -> dict[str, Array]:
        """What is added up over bins and cells, as the doubles that NumPy adds: degrees, and 0 or 1, or the killed."""
        told = self.killed_high >= 0
        columns = {
            "lat": np.nan_to_num(self.lat), "lon": np.nan_to_num(self.lon), "disputed": self.disputes > 0, "told": told,
            "low": np.where(told, self.killed_low, 0), "high": np.where(told, self.killed_high, 0),
        }  # fmt: skip
        return {name: column.astype(np.float64) for name, column in columns.items()}

    def load_sums(self) -> tuple[Ints, Ints]:
        """The ranks of counts that take in others, and of the others, one each; only where both tell of the killed."""
        whole, part = (np.frombuffer(self.file.numbers(f"sums.{name}"), np.int32) for name in ("whole", "part"))
        told = (self.killed_high[whole] >= 0) & (self.killed_high[part] >= 0)
        return whole[told], part[told]

    def added(self, name: str, ranks: Array, mask: Mask | None) -> Array:
        """A column of ``summands`` for some incidents; whom others of the selection count already is not added."""
        held = self.summands[name]
        if name in ("told", "low", "high") and len(self.wholes):
            again = slice(None) if mask is None else mask[self.wholes] & mask[self.parts]
            held = held.copy()
            held[self.wholes[again]] = 0
        return held[ranks]

    @cached_property
    def square(self) -> tuple[Array, Array]:
        """Where incidents lie in the square of Web Mercator, from 0 to 1, north up; the poles are cut off."""
        northing = np.arcsinh(np.tan(np.radians(np.clip(self.lat, -85.0, 85.0))))
        return (self.lon + 180) / 360, (1 - northing / np.pi) / 2

    @cached_property
    def by_id(self) -> Ints:
        """The order of the incidents' ids."""
        return np.argsort(self.ids).astype(np.int32)

    def rank_of(self, id: str) -> int | None:
        """The rank of an incident by its id, a beginning of it that fits one alone, or a claim in it."""
        asked = id.encode()
        # A longer one would have NumPy copy all ids into a wider array.
        at = int(np.searchsorted(self.ids, np.bytes_(asked[: self.ids.itemsize]), sorter=self.by_id))
        fits = [int(rank) for rank in self.by_id[at : at + 2] if self.ids[rank].startswith(asked)]
        if fits and (len(fits) == 1 or self.ids[fits[0]] == asked) and len(id) > 5:
            return fits[0]
        claim = self.claim_number(id)
        rank = int(self.claim_ranks[claim]) if claim is not None else -1
        return rank if rank >= 0 else None

    def claim_number(self, id: str) -> int | None:
        """The place of a claim among ``claim_ids``; None where the board has none such."""
        asked = id.encode()
        at = int(np.searchsorted(self.claim_ids, np.bytes_(asked[: self.claim_ids.itemsize])))
        return at if at < len(self.claim_ids) and self.claim_ids[at] == asked else None

    def home(self, claim: str) -> str | None:
        """The id of the incident a claim is in."""
        number = self.claim_number(claim)
        rank = int(self.claim_ranks[number]) if number is not None else -1
        return self.ids[rank].decode() if rank >= 0 else None

    def set_judged(self, claims: Iterable[str]) -> None:
        """Take these claims, and no other, as reviewed."""
        with self.lock:
            judged = np.zeros(len(self.claim_ids), dtype=bool)
            judged[self.numbers_of(claims)] = True
            self.is_judged = judged
            self.count_judged()

    def mark(self, claims: Iterable[str], reviewed: bool) -> None:
        """Take some claims as reviewed, or as not."""
        with self.lock:
            self.is_judged[self.numbers_of(claims)] = reviewed
            self.count_judged()

    def numbers_of(self, claims: Iterable[str]) -> list[int]:
        """The places of claims among ``claim_ids``, those not on the board left out."""
        return [number for claim in claims if (number := self.claim_number(claim)) is not None]

    def count_judged(self) -> None:
        """Count anew how many claims of each incident are reviewed."""
        ranks = self.claim_ranks[self.is_judged]
        self.judged_counts = np.bincount(ranks[ranks >= 0], minlength=self.size).astype(np.int32)
        self.version += 1

    def close(self) -> None:
        """Let go of the file."""
        self.file.close()


def ids_from(packed: bytes) -> Array:
    """Ids as they were packed, as a NumPy array of bytes."""
    return np.frombuffer(packed, dtype=f"S{int.from_bytes(packed[:2], 'little')}", offset=2)


def open_board(path: Path, as_of: str = "") -> Board:
    """The board of a file; raises LedgerError where it cannot be read."""
    return Board(BoardFile(path), as_of)
