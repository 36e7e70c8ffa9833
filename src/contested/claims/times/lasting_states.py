"""States that last: "has been divided between A and B since May", "laid a siege on it for three years"."""

from __future__ import annotations

from contested.claims.times.event_view import View
from contested.claims.times.use import TimeUse
from contested.claims.words.tree import Tree

STATES = frozenset({"control", "siege"})
LASTING = frozenset({"since", "for", "over"})
PARTED = frozenset({"divided", "split", "carved", "partitioned"})
DIRECT = frozenset({"dobj", "attr", "acomp"})
IN = frozenset({"in", "under"})


def lasts(view: View, use: TimeUse, tree: Tree) -> bool:
    """Whether a time tells since when or for how long the state at an event's word has lasted."""
    long = use.preposition in LASTING and use.period.precision == "days" and not use.is_speech
    if view.code not in STATES or not long or use.governor != view.verb or has_ended(tree, view.verb):
        return False
    return tree.lower[view.verb] in PARTED or is_told_by(view, tree)


def is_told_by(view: View, tree: Tree) -> bool:
    """Whether the clause tells the state itself: "held it", "laid a siege", "in their hands"."""
    if view.start <= view.verb < view.end:
        return True
    above = tree.heads[view.head]
    if tree.deps[view.head] in DIRECT:
        return above == view.verb
    return tree.deps[view.head] == "pobj" and tree.lower[above] in IN and tree.heads[above] == view.verb


def has_ended(tree: Tree, verb: int) -> bool:
    """Whether the clause tells of a state that was over: "had held the town for three weeks", "held it for a day"."""
    aux = {tree.lower[k] for k in tree.kids[verb] if tree.deps[k] in ("aux", "auxpass")}
    return "had" in aux or (tree.tags[verb] == "VBD" and aux.isdisjoint({"has", "have"}))
