"""Where a text quotes: the token intervals between quotation marks, marks included."""

from __future__ import annotations

from contested.claims.words.tree import Tree

OPENING = frozenset({"“", "``", "«", "„"})
CLOSING = frozenset({"”", "»"})
STRAIGHT = frozenset({'"', "''", '""'})
LONGEST = 400  # tokens; a mark left open longer than this is a slip of the text


def find_quotes(tree: Tree) -> list[tuple[int, int]]:
    """Quotations in text order, not nested; one that is never closed ends with its paragraph."""
    quotes: list[tuple[int, int]] = []
    if OPENING.isdisjoint(tree.words) and STRAIGHT.isdisjoint(tree.words):
        return quotes
    begun: int | None = None
    curly = False
    for i, word in enumerate(tree.words):
        if begun is not None and ("\n" in word or i - begun > LONGEST):
            if curly and i - begun <= LONGEST:
                quotes.append((begun, i))
            begun = None
        elif word in OPENING:
            begun, curly = (i, word != "``") if begun is None else (begun, curly)
        elif begun is not None and (word in CLOSING or (word in STRAIGHT and not curly)):
            quotes.append((begun, i + 1))
            begun = None
        elif word in STRAIGHT and begun is None:
            begun, curly = i, False
    return [quote for quote in quotes if quote[1] - quote[0] > 3]


def quote_of(quotes: list[tuple[int, int]], size: int) -> list[int]:
    """For each of ``size`` tokens the index of its quotation, −1 outside."""
    inside = [-1] * size
    for k, (start, end) in enumerate(quotes):
        inside[start:end] = [k] * (end - start)
    return inside
