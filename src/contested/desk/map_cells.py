"""The map's cells: incidents near each other counted together, exact places apart from vague ones."""

from __future__ import annotations

from typing import Any

import numpy as np

from contested.desk.board import Array, Board, Ints, Mask
from contested.desk.board_entry import FAMILIES
from contested.desk.choosing import within

MOST = 2000
CELL_PIXELS, WORLD_PIXELS = 44, 512  # of a cell, and of the whole world at zoom 0
MOST_GRID, FEW = 1_000_000, 5_000


def cells_of(board: Board, mask: Mask | None, view: str | None, zoom: float) -> list[dict[str, Any]]:
    """The cells of a selection within the view; their size follows the zoom, and grows where they would be too many."""
    shown = board.located if mask is None else mask & board.located
    if view:
        shown = shown & within(board, view)
    ranks = np.flatnonzero(shown).astype(np.int32)
    if not len(ranks):
        return []
    x, y = (axis[ranks] for axis in board.square)
    vague = (board.km[ranks] > 0).astype(np.int64)
    size = CELL_PIXELS / WORLD_PIXELS / 2 ** min(zoom, 22)
    while True:
        keys, length = grid(x, y, vague, size)
        if length > MOST_GRID and len(ranks) <= FEW:
            # Too fine a grid to count in place, and few enough points to number the cells that are not empty.
            held, keys = np.unique(keys, return_inverse=True)
            length = len(held)
        if length <= MOST_GRID:
            counts = np.bincount(keys, minlength=length)
            if np.count_nonzero(counts) <= MOST:
                return summed(board, ranks, (keys, counts), mask)
        size *= 2


def grid(x: Array, y: Array, vague: Array, size: float) -> tuple[Array, int]:
    """The number of each point's cell, and how many cells the grid has."""
    column, line = (x / size).astype(np.int64), (y / size).astype(np.int64)
    column -= column.min()
    line -= line.min()
    wide, tall = int(column.max()) + 1, int(line.max()) + 1
    return (line * wide + column) * 2 + vague, wide * tall * 2


def summed(board: Board, ranks: Ints, counted: tuple[Array, Array], mask: Mask | None) -> list[dict[str, Any]]:
    """What each cell that is not empty holds; it is named by its first incident's place.

    ``counted`` are the cell of each incident, and how many incidents each cell holds.
    """
    keys, counts = counted
    cells = np.flatnonzero(counts)
    place = np.zeros(len(counts), dtype=np.int64)
    place[cells] = np.arange(len(cells))
    at, number = place[keys], counts[cells]

    def total(name: str) -> Array:
        return np.bincount(at, weights=board.added(name, ranks, mask), minlength=len(cells))

    families = np.bincount(at * len(FAMILIES) + board.family[ranks], minlength=len(cells) * len(FAMILIES))
    # Ranks ascend, so that writing them backwards leaves each cell's first.
    first = np.empty(len(cells), dtype=np.int32)
    first[at[::-1]] = ranks[::-1]
    wide = np.zeros(len(cells), dtype=np.float32)
    np.maximum.at(wide, at, board.km[ranks])
    columns = (
        np.round(total("lat") / number, 5), np.round(total("lon") / number, 5), number,
        total("disputed").astype(int), families.reshape(-1, len(FAMILIES)).argmax(axis=1), total("told"),
        total("low").astype(int), total("high").astype(int), wide, board.ids[first], board.point[first],
    )  # fmt: skip
    names = board.facets["places"].values
    return [
        {"lat": lat, "lon": lon, "incidents": many, "disputed": disputed, "family": FAMILIES[family],
         "low": low if told else None, "high": high if told else None, "km": km,
         "id": id.decode() if many == 1 else None, "name": names[point][1]}
        for lat, lon, many, disputed, family, told, low, high, km, id, point in zip(
            *(column.tolist() for column in columns), strict=True
        )
    ]  # fmt: skip
