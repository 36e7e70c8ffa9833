"""Words of saying by which nothing is told: "did not say who …", "declined to say", "no group has claimed"."""

from __future__ import annotations

from contested.claims.words.silences import NOT, silence_words
from contested.claims.words.tree import Tree
from contested.model.mention import Mention

NOBODY = frozenset({"no", "nobody", "none", "neither", "nothing"})
ONLY = frozenset({"only", "just", "merely"})
SILENT = frozenset({"tell", "doubt", "blame", "perceive", "deny"})  # manners that a negation silences


def is_untold(tree: Tree, cue: int, manner: str, source: Mention | None) -> bool:
    """Whether who stands as the speaker of a verb of saying is said not to say it, or is nobody."""
    if manner not in SILENT or tree.tags[cue][0] != "V":
        return False
    first = tree.token_at(source.start) if source is not None else 0
    if source is not None and not NOBODY.isdisjoint(tree.lower[max(first - 1, 0) : first + 1]):
        return True
    return is_negated(tree, cue) or is_refused(tree, cue)


def is_negated(tree: Tree, cue: int) -> bool:
    """Whether a negation stands before a verb as its own: "has not said", not "not only said"."""
    denied = [k for k in tree.kids[cue] if k < cue and (tree.lower[k] in NOT or tree.lower[k] == "neither")]
    return any(tree.lower[k + 1] not in ONLY for k in denied if tree.deps[k] in ("neg", "preconj", "advmod", "cc"))


def is_refused(tree: Tree, cue: int) -> bool:
    """Whether somebody declines to do what the verb tells: "refused to say"."""
    above = tree.heads[cue]
    return tree.deps[cue] == "xcomp" and tree.lower[above] in silence_words()["declining"]


def unmentioned(tree: Tree, event: int) -> bool:
    """Whether somebody tells of much but not of the event at a token: "made no mention of the raid"."""
    above = tree.heads[event]
    noun = tree.heads[above]
    if tree.deps[event] != "pobj" or tree.lower[above] != "of" or tree.lower[noun] != "mention":
        return False
    return any(tree.lower[k] == "no" for k in tree.kids[noun])
