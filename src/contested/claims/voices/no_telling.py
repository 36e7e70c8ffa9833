"""Words of telling that tell nothing here: "identified as Omar", "he was not authorised to brief the media"."""

from __future__ import annotations

from contested.claims.words.tree import Tree

LICENSED = frozenset("authorised authorized allowed permitted cleared free entitled".split())


def says_nothing(tree: Tree, at: int) -> bool:
    """Whether a word only gives a name or tells what somebody may tell: "he was not authorised to brief the media"."""
    licensed = tree.lower[tree.heads[at]] in LICENSED and tree.deps[at] == "xcomp"
    return gives_name(tree, at) or (licensed and tree.tags[at] == "VB")


def gives_name(tree: Tree, at: int) -> bool:
    """Whether a word only gives a speaker's name: "an activist identified as Omar said"."""
    if tree.lower[at] not in ("identified", "named", "identify") or tree.lower[at + 1 : at + 2] != ["as"]:
        return False
    return tree.tags[at + 2 : at + 3] in (["NNP"], ["NNPS"])
