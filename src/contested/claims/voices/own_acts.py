"""Acts of speech that who speaks does beside what he tells: the author tells them ("X said …, blaming Y")."""

from __future__ import annotations

from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

ACTS = frozenset({"blame", "deny", "pledge"})
PERFORMING = frozenset({"announc", "declar", "proclaim", "impos"})
UTTERING = frozenset(
    {"reiterat", "repeat", "voic", "issu", "reaffirm"}
)  # stems of verbs whose object is the act of speech


def performs(tree: Tree, cue: int) -> bool:
    """Whether a word of announcing does what it announces: "declared a truce", "a truce declared by the army"."""
    if speech().stem(tree.lower[cue]) not in PERFORMING:
        return False
    if tree.deps[cue] == "acl":
        return tree.lower[tree.heads[cue]] in speech().performed
    done = (tree.child(cue, "dobj"), tree.child(cue, "nsubjpass"))
    return any(thing is not None and tree.lower[thing] in speech().performed for thing in done)


def is_own_act(tree: Tree, cue: int, start: int, end: int) -> bool:
    """Whether the trigger is the speaker's own further act of speech ("X said, blaming Y"): the author tells it."""
    if performs(tree, cue):
        return True
    if speech().stem(tree.lower[cue]) in UTTERING and any(
        tree.heads[k] == cue and tree.deps[k] == "dobj" for k in range(start, end)
    ):
        return True  # "reiterated calls for a truce"
    for k in range(start, end):
        if is_beside_told(tree, k, cue):
            return True
        if tree.tags[k] != "VBG" and tree.heads[k] != cue:
            continue
        beside = tree.deps[k] in ("advcl", "conj") or k - cue <= 2
        if tree.tags[k][0] == "V" and beside and cue < k < tree.last[cue]:
            own = tree.child(k, "nsubj", "nsubjpass", "mark", "aux") is None
            return own and speech().verb(tree.lower[k]) in ACTS
    return False


def is_beside_told(tree: Tree, k: int, cue: int) -> bool:
    """Whether a verb of blame stands beside a clause about a thing: "X say a mine hit a car and blame Y"."""
    told = tree.heads[k]
    bare = tree.tags[k] == "VB" and tree.tags[cue] == "VBP" and tree.tags[told] in ("VBD", "VBN")
    alike = tree.tags[k] == tree.tags[cue] or bare
    if tree.deps[k] != "conj" or not alike or speech().verb(tree.lower[k]) not in ACTS:
        return False
    what = tree.child(told, "nsubj", "nsubjpass") if tree.heads[told] == cue and tree.deps[told] == "ccomp" else None
    return what is not None and tree.tags[what] in ("NN", "NNS") and tree.lower[what] not in speech().roles
