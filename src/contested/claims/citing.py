"""Whom somebody cites before telling it: "Citing X, Y said …", "Y, citing X, said …"."""

from __future__ import annotations

from contested.claims.tree import Tree


def opening_citation(tree: Tree, cue: int, source: tuple[int, int]) -> tuple[int, int]:
    """Where "citing X" begins and ends before what Y says: "Citing X, Y said", "Y, citing X, said"; else nothing."""
    first = tree.first[cue]
    opener = next((k for k in range(first, cue) if tree.words[k].strip()), first)
    within = next((k for k in range(source[0] + 1, cue) if tree.lower[k] in ("citing", "quoting")), cue)
    stop = source[0]
    if tree.lower[opener] != "citing":
        opener, stop = within, cue
    while stop > opener + 1 and (tree.words[stop - 1] == "," or tree.tags[stop - 1] == "DT"):
        stop -= 1
    return opener, stop
