"""Rows on a terminal too narrow for their table: a block a row, its leading cells in one line, the rest named below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

LEADING = 4  # cells that say what a row is
BETWEEN = 3  # characters between two columns of a table
WORDY = 18  # characters that a column needs at most, whose cells are words that may wrap
UNKNOWN = ("", "?")


def fits(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int, whole: Sequence[str] = ()) -> bool:
    """Whether a table of these cells can be so wide without breaking words, nor the cells of ``whole`` columns."""
    needs = [least(name, [row[at] for row in rows], name in whole) for at, name in enumerate(columns)]
    return sum(needs) + BETWEEN * len(needs) <= width


def least(name: str, cells: Sequence[str], whole: bool) -> int:
    """The characters a column needs: its longest word, and room for a few words where cells are long."""
    longest = max((len(cell) for cell in cells), default=0)
    if whole:
        return max(longest, len(name))
    words = max((len(word) for text in (name, *cells) for word in text.split()), default=0)
    return max(words, min(longest, WORDY))


def blocks(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The lines of all blocks; cells that are unknown or empty are left out below the first line."""
    lead = next((at for at in range(1, LEADING) if all(number(row[at]) for row in rows)), LEADING)
    for row in rows:
        yield from wrap("  ".join(cell or "?" for cell in row[:lead]), width, subsequent_indent="    ")
        named = zip(columns[lead:], row[lead:], strict=True)
        told = "; ".join(f"{name} {cell}" for name, cell in named if cell not in UNKNOWN)
        yield from wrap(told, width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def number(cell: str) -> bool:
    """Whether a cell is a bare number, which says nothing without its name."""
    return cell.replace(".", "", 1).isdigit()
