"""A page's tables as lines that a reader hears: a row is "Date: 18 March; Place: Lyman; Killed: 2."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from contested.read.lexicon import load_lexicon

CELL = re.compile(r"(?<!\\)\|")
RULE = re.compile(r"[\s|:-]*-[\s|:-]*")
LONGEST_LABEL = 40  # characters

Row = tuple[str, ...]


def tables_as_lines(text: str) -> str:
    """The text with every table in Markdown turned into a line a row; the other lines as they are."""
    lines: list[str] = []
    for in_table, group in groupby(text.split("\n"), key=lambda line: line.lstrip().startswith("|")):
        found = list(group)
        lines += told(found) if in_table else found
    return "\n".join(lines)


def told(lines: Sequence[str]) -> Iterator[str]:
    """One table, its rows under the last head above them."""
    rows = [None if RULE.fullmatch(line) else cells_of(line) for line in lines]
    head: Row | None = None
    for n, row in enumerate(rows):
        if row is None or not any(row):
            continue
        if n + 1 < len(rows) and rows[n + 1] is None:
            head = row if is_head(row) else None
            if head is not None:
                continue
        yield line_of(row, head if head is not None and len(head) == len(row) else None)


def cells_of(line: str) -> Row:
    """The cells of a row, white space made single."""
    inner = line.strip().removeprefix("|").removesuffix("|")
    return tuple(" ".join(cell.replace("\\|", "|").split()) for cell in CELL.split(inner))


def is_head(row: Row) -> bool:
    """Whether a table's first row names its columns, and is not the first fact of a list ("Location | Lyman")."""
    filled = [cell for cell in row if cell]
    if len(filled) < 2 or any(len(cell) > LONGEST_LABEL for cell in filled):
        return False
    return not any(c.isdigit() for cell in filled for c in cell) and (len(filled) > 2 or is_label(filled[-1]))


def is_label(cell: str) -> bool:
    """Whether a cell is a usual head of a column."""
    return cell.casefold().rstrip(":") in load_lexicon("tables")["labels"]


def line_of(row: Row, head: Row | None) -> str:
    """A row as one line; without a head, a label before a single fact is its head."""
    if head is None and len(row) == 2 and is_label(row[0]) and row[1]:
        row, head = row[1:], row[:1]
    heads = head if head is not None else ("",) * len(row)
    parts = [f"{h.rstrip(':')}: {cell}" if h else cell for h, cell in zip(heads, row, strict=True) if cell]
    line = "; ".join(part.rstrip(";") for part in parts)
    return line if line.endswith((".", "!", "?", "”", '"')) else f"{line}."
