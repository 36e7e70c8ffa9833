"""The first page and the list of a selection, as JSON ready to send; answers of a moment ago are kept."""

from __future__ import annotations

import json
from collections.abc import Hashable
from typing import Any

import numpy as np

from contested.desk.board import Array, Board, Facet, Mask
from contested.desk.board_entry import FAMILIES
from contested.desk.choosing import Chooser, Recent
from contested.desk.days import bins_of, start_of, unit_for
from contested.desk.map_cells import cells_of
from contested.desk.selection import ListAsked, MapAsked, Selection
from contested.model.incident import Incident

MOST_VALUES, MOST_SHELF = 50, 1000
MOST_ROWS = 10_000  # of the list, some hundred bytes each


# The facet that shows a field's values.
FIELDS = {"actor": "actors", "event": "events", "family": "families", "outlet": "outlets", "side": "sides"}


class Overviews:
    """What one board answers; safe for many threads."""

    def __init__(self, board: Board) -> None:
        self.board, self.chooser = board, Chooser(board)
        self.answers: Recent[bytes] = Recent(48)
        self.summaries: Recent[dict[str, Any]] = Recent(24)
        self.held: dict[int, str] = {}
        self.whole: Recent[tuple[Incident, ...]] = Recent(256)  # read anew, one of a hundred claims takes long

    def overview(self, asked: MapAsked) -> bytes:
        """Counts, bins, cells and values of a selection."""
        key = self.chooser.key(asked)
        return self.answers.get((key, asked.view, asked.zoom), lambda: self.make_overview(asked, key))

    def make_overview(self, asked: MapAsked, key: Hashable) -> bytes:
        """The same, made; what does not hang on the map's view is kept apart."""
        mask = self.chooser.mask(asked)
        summary = self.summaries.get(key, lambda: summary_of(self.board, mask) | {"facets": self.facets(asked)})
        return packed(summary | {"cells": cells_of(self.board, mask, asked.view, asked.zoom)})

    def facets(self, asked: Selection) -> dict[str, list[dict[str, Any]]]:
        """The values to filter by; a field's own values are counted as if it asked nothing: they are alternatives."""
        told = facets_of(self.board, self.chooser.mask(asked))
        for field, name in FIELDS.items():
            if getattr(asked, field):
                told[name] = facets_of(self.board, self.chooser.mask(without(asked, field)))[name]
        return told

    def incidents(self, asked: ListAsked) -> bytes:
        """A stretch of the list, with what is reviewed as it is now."""
        order = self.chooser.order(asked, asked.sort)
        ranks = order[asked.offset : asked.offset + asked.limit].tolist()
        rows = [with_review(row, self.reviewed(rank)) for rank, row in zip(ranks, self.rows(ranks), strict=True)]
        return f'{{"total":{len(order)},"offset":{asked.offset},"rows":[{",".join(rows)}]}}'.encode()

    def rows(self, ranks: list[int]) -> list[str]:
        """The rows of ranks as they were kept; each row read gives up the interpreter, so that read ones are held."""
        # Another thread may begin anew meanwhile: this one goes on with the rows that it began with.
        held = self.held
        if len(held) > MOST_ROWS:
            held = self.held = {}
        missing = [rank for rank in ranks if rank not in held]
        held.update(zip(missing, self.board.file.rows(missing), strict=True))
        return [held[rank] for rank in ranks]

    def reviewed(self, rank: int) -> str:
        """How much of an incident is reviewed."""
        done = int(self.board.judged_counts[rank])
        return "none" if not done else "all" if done >= int(self.board.claim_count[rank]) else "part"

    def shelf(self, asked: Selection) -> bytes:
        """The places of a selection that nothing resolves."""
        return self.answers.get(("shelf", self.chooser.key(asked)), lambda: packed(self.make_shelf(asked)))

    def make_shelf(self, asked: Selection) -> dict[str, Any]:
        """The same, made."""
        board, mask, places = self.board, self.chooser.mask(asked), self.board.facets["places"]
        counts = places.counts(mask)
        unresolved = np.array([id.startswith("~") for id, _, _ in places.values], dtype=bool)
        numbers = np.flatnonzero(unresolved & (counts > 0)) if len(counts) else np.array([], dtype=int)
        numbers = numbers[np.argsort(-counts[numbers], kind="stable")]
        shown = numbers[:MOST_SHELF]
        first = first_ranks(places, mask)
        rows = [
            {
                "name": places.values[n][1], "region": places.values[n][2], "incidents": int(counts[n]),
                "first": board.ids[first[n]].decode(),
            }
            for n in shown.tolist()
        ]  # fmt: skip
        return {"total": len(numbers), "rows": rows}


def first_ranks(facet: Facet, mask: Mask | None) -> Array:
    """The first incident of a selection that holds each value."""
    rows, held = facet.rows, facet.held
    if mask is not None:
        inside = mask[rows]
        rows, held = rows[inside], held[inside]
    first = np.zeros(len(facet.values), dtype=np.int32)
    first[held[::-1]] = rows[::-1]
    return first


def with_review(row: str, reviewed: str) -> str:
    """A kept row with what is reviewed of it."""
    return f'{row[:-1]},"reviewed":"{reviewed}"}}'


def without(asked: Selection, field: str) -> Selection:
    """The same selection with one field asking nothing."""
    return asked.model_copy(update={field: []})


def summary_of(board: Board, mask: Mask | None) -> dict[str, Any]:
    """Everything of a selection but the cells."""
    total = board.size if mask is None else int(np.count_nonzero(mask))
    dated = board.first > 0 if mask is None else mask & (board.first > 0)
    located = board.located if mask is None else mask & board.located
    unit, bins = bins_in(board, dated, mask)
    return {
        "total": total, "everything": board.size, "undated": total - int(np.count_nonzero(dated)),
        "unresolved": total - int(np.count_nonzero(located)), "unit": unit, "bins": bins,
    }  # fmt: skip


def bins_in(board: Board, dated: Mask, mask: Mask | None) -> tuple[str, list[dict[str, Any]]]:
    """The unit of the timeline, and its bins by day, those without incidents left out."""
    ranks = np.flatnonzero(dated)
    days = board.first[ranks]
    unit = unit_for(days)
    if not len(ranks):
        return unit, []
    numbers = bins_of(days, board.month[ranks], unit)
    least = int(numbers.min())
    at = numbers - least
    counts = np.bincount(at)
    disputed, low, high = (
        np.bincount(at, weights=board.added(name, ranks, mask)).astype(int).tolist()
        for name in ("disputed", "low", "high")
    )
    return unit, [
        {"start": start_of(least + n, unit), "incidents": int(counts[n]), "disputed": disputed[n], "low": low[n],
         "high": high[n]}
        for n in np.flatnonzero(counts).tolist()
    ]  # fmt: skip


def facets_of(board: Board, mask: Mask | None) -> dict[str, list[dict[str, Any]]]:
    """The values to filter by with their counts in the selection, most first."""
    family = board.family if mask is None else board.family[mask]
    counts = np.bincount(family, minlength=len(FAMILIES)).tolist()
    families = sorted(((count, name) for count, name in zip(counts, FAMILIES, strict=True) if count), reverse=True)
    told = {name: frequent(facet, mask) for name, facet in board.facets.items()}
    return told | {"families": [{"id": name, "name": name, "incidents": count} for count, name in families]}


def frequent(facet: Facet, mask: Mask | None) -> list[dict[str, Any]]:
    """The first values of a facet."""
    counts = facet.counts(mask)
    if len(counts) > MOST_VALUES:
        numbers = np.argpartition(-counts, MOST_VALUES)[:MOST_VALUES]
        numbers = numbers[np.lexsort((numbers, -counts[numbers]))]
    else:
        numbers = np.argsort(-counts, kind="stable")
    return [
        {"id": facet.values[n][0], "name": facet.values[n][1], "incidents": int(counts[n])}
        for n in numbers.tolist()
        if counts[n]
    ]


def packed(answer: dict[str, Any]) -> bytes:
    """An answer as JSON."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
