"""Statements without quotation marks: what follows a line that ends with "X said:" up to the end of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contested.claims.statement_lines import statement_start
from contested.claims.tree import Tree
from contested.claims.voice_scope import Span

OVER = re.compile(
    r"\n\s*(?:Further information|Notes? to editors|Media enquiries|Contact|ENDS|Background|Follow)\b", re.I
)
Statement = tuple[int, int, Span]


def statements_of(tree: Tree, spans: Sequence[Span]) -> list[Statement]:
    """Where statements begin and end, in code points, and whose they are."""
    found = list(begun(tree, spans))
    starts = [start for start, _ in found]
    stated = []
    for n, (start, span) in enumerate(found):
        over = OVER.search(tree.text, start)
        stop = min(over.start() if over else len(tree.text), *starts[n + 1 : n + 2], len(tree.text))
        stated.append((start, stop, span))
    return stated


def begun(tree: Tree, spans: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """Where statements begin behind the voices that open them."""
    for span in spans:
        if span.voice is None or span.manner != "tell" or span.cue < 0:
            continue
        start = statement_start(tree.text, tree.starts[span.cue])
        if start is not None:
            yield start, span
