"""The map's cells: incidents near each other counted together, exact places apart from vague ones."""

from __future__ import annotations

from typing import Any

import numpy as np

from contested.desk.board import Array, Board, Ints, Mask
from contested.desk.board_entry import FAMILIES
from contested.desk.choosing import within

MOST = 2000
CELL_PIXELS, WORLD_PIXELS = 44, 512  # of a cell, and of the whole world at zoom 0
MOST_GRID = 400_000


def cells_of(board: Board, mask: Mask | None, view: str | None, zoom: float) -> list[dict[str, Any]]:
    """The cells of a selection within the view; their size follows the zoom, and grows where they would be too many."""
    shown = board.located if mask is None else mask & board.located
    if view:
        shown = shown & within(board, view)
    ranks = np.flatnonzero(shown).astype(np.int32)
    if not len(ranks):
        return []
    x = (board.lon[ranks] + 180) / 360
    y = (1 - mercator(board.lat[ranks]) / np.pi) / 2
    vague = (board.km[ranks] > 0).astype(np.int64)
    size = CELL_PIXELS / WORLD_PIXELS / 2 ** min(zoom, 22)
    while True:
        keys, length = grid(x, y, vague, size)
        counts = np.bincount(keys, minlength=length) if length <= MOST_GRID else None
        if counts is not None and np.count_nonzero(counts) <= MOST:
            return summed(board, ranks, keys, counts)
        if counts is None:
            # Too fine a grid to count in place: number the cells that are not empty.
            held, keys = np.unique(keys, return_inverse=True)
            if len(held) <= MOST:
                return summed(board, ranks, keys, np.bincount(keys))
        size *= 2


def mercator(lat: Array) -> Array:
    """The northing of latitudes in Web Mercator, in radians; poles are cut off."""
    northing: Array = np.arcsinh(np.tan(np.radians(np.clip(lat, -85.0, 85.0))))
    return northing


def grid(x: Array, y: Array, vague: Array, size: float) -> tuple[Array, int]:
    """The number of each point's cell, and how many cells the grid has."""
    column, line = (x / size).astype(np.int64), (y / size).astype(np.int64)
    column -= column.min()
    line -= line.min()
    wide, tall = int(column.max()) + 1, int(line.max()) + 1
    return (line * wide + column) * 2 + vague, wide * tall * 2


def summed(board: Board, ranks: Ints, keys: Array, counts: Array) -> list[dict[str, Any]]:
    """What each cell that is not empty holds."""
    cells = np.flatnonzero(counts)
    place = np.zeros(len(counts), dtype=np.int64)
    place[cells] = np.arange(len(cells))
    at, number = place[keys], counts[cells]

    def total(values: Array) -> Array:
        return np.bincount(at, weights=values, minlength=len(cells))

    told = board.killed_high[ranks] >= 0
    families = np.bincount(at * len(FAMILIES) + board.family[ranks], minlength=len(cells) * len(FAMILIES))
    # Ranks ascend, so that writing them backwards leaves each cell's first.
    first = np.empty(len(cells), dtype=np.int32)
    first[at[::-1]] = ranks[::-1]
    wide = np.zeros(len(cells), dtype=np.float32)
    np.maximum.at(wide, at, board.km[ranks])
    columns = (
        np.round(total(board.lat[ranks]) / number, 5), np.round(total(board.lon[ranks]) / number, 5), number,
        total(board.disputes[ranks] > 0).astype(int), families.reshape(-1, len(FAMILIES)).argmax(axis=1), total(told),
        total(np.where(told, board.killed_low[ranks], 0)).astype(int),
        total(np.where(told, board.killed_high[ranks], 0)).astype(int), wide, first,
    )  # fmt: skip
    return [cell(board, values) for values in zip(*(column.tolist() for column in columns), strict=True)]


def cell(board: Board, values: tuple[Any, ...]) -> dict[str, Any]:
    """One cell, named by its first incident's place."""
    lat, lon, number, disputed, family, told, low, high, km, first = values
    return {
        "lat": lat, "lon": lon, "incidents": number, "disputed": disputed, "family": FAMILIES[family],
        "low": low if told else None, "high": high if told else None, "km": km,
        "id": board.ids[first].decode() if number == 1 else None, "name": board.point_name(first),
    }  # fmt: skip
