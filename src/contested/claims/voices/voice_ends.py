"""Where what somebody tells ends: the author's own word begins, or another time or sentence."""

from __future__ import annotations

from contested.claims.voices.count_givers import thing_counted
from contested.claims.words.answered import CHARGES, answer_to
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

OPENING = frozenset({"DT", "NNP", "NNPS", "PRP", "WDT", "NNS", "JJ", "VBN"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
PAST = frozenset({"after", "before", "when", "but", "where", "which"})
BESIDE = frozenset({"as", "although", "though", "while"})
ANSWERING = frozenset({"doubt", "deny", "blame"})
AGAINST = BESIDE | {"but", "whereas"}
STARTING = frozenset({"DT", "NNP", "NNPS", "NNS", "NN", "JJ", "CD"})
UNITS = frozenset("day days week weeks month months hours minutes".split())


def finite(tree: Tree, start: int, end: int) -> bool:
    """Whether a finite verb stands in a token interval."""
    return any(tree.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(start, end))


def commented(tree: Tree, after: int) -> int:
    """Where the author's own word on what is told begins ("…, a claim the army dismissed"), else the sentence's end."""
    last = tree.last[after - 1]
    for k in range(after + 3, last - 2):
        if tree.lower[k] == "which" and tree.words[k - 1] == "," and doubted(tree, k):
            return k
        if tree.lower[k] in CHARGES and tree.lower[k - 1] in ("a", "an") and tree.tags[k + 1] in OPENING:
            return k - 1
        if tree.words[k - 1] == "," and tree.lower[k] in AGAINST and counts_behind(tree, k):
            return k  # "…, though the government put the toll at 12"
        if answer_to(tree.lower, tree.tags, k, last) is not None:
            return k
    return last


def counts_behind(tree: Tree, mark: int) -> bool:
    """Whether somebody else gives a count in the clause that begins behind a token."""
    for verb in range(mark + 2, tree.last[mark]):
        by = tree.child(verb, "nsubj") if tree.tags[verb] in FINITE else None
        if by is not None and tree.left[by] == mark + 1:
            return thing_counted(tree, verb) is not None
    return False


def doubted(tree: Tree, which: int) -> bool:
    """Whether somebody doubts what "which" takes up: "…, which the army denies"."""
    verb = tree.heads[which]
    by = tree.child(verb, "nsubj")
    return verb > which and by is not None and which < by < verb and speech().verb(tree.lower[verb]) in ANSWERING


def seen_until(tree: Tree, cue: int) -> int:
    """Where what a witness saw ends: "saw bodies in the street as rescuers came | after shells hit the market"."""
    ends = (k for k in range(cue + 2, tree.last[cue]) if tree.lower[k] in PAST or answers_mark(tree, k))
    return next(ends, tree.last[cue])


def answers_mark(tree: Tree, k: int) -> bool:
    """Whether a mark or "and" begins a clause with a speaker of its own."""
    return tree.words[k] == ";" or (tree.lower[k] == "and" and speaks_behind(tree, k))


def sets_beside(tree: Tree, k: int) -> bool:
    """Whether a clause of the author's begins at a token: "…, X said, even as shells fell", "… while rebels fled"."""
    opener = k + (tree.lower[k : k + 1] == ["even"])
    if tree.lower[opener : opener + 1] == [] or tree.lower[opener] not in BESIDE:
        return False
    gerund = tree.tags[opener + 1] == "VBG" and finite(tree, opener + 2, opener + 3)  # "although shelling was heard"
    return (gerund or tree.tags[opener + 1] in STARTING) and finite(tree, opener, tree.last[k])


def sets_apart(tree: Tree, k: int) -> bool:
    """Whether the words at a token set what was told beside another event: "…, X said a day after Y", "… as Y fell"."""
    if sets_beside(tree, k):
        return True
    counted = tree.tags[k : k + 1] in (["DT"], ["CD"])
    unit = k + counted
    return (
        tree.lower[unit : unit + 1] != [] and tree.lower[unit] in UNITS and tree.lower[unit + 1 : unit + 2] == ["after"]
    )


def speaks_behind(tree: Tree, mark: int) -> bool:
    """Whether somebody speaks in the clause that begins behind a mark."""
    verbs = (k for k in range(mark + 2, tree.last[mark]) if tree.tags[k] in FINITE and speech().verb(tree.lower[k]))
    subjects = (tree.child(verb, "nsubj") for verb in verbs)
    return any(subject is not None and tree.left[subject] == mark + 1 for subject in subjects)


def told_again(tree: Tree, after: int) -> bool:
    """Whether a sentence of its own follows that lost the mark before it: "…, X said. The raid …, Y said."."""
    last = tree.last[after - 1]
    end = last - 1
    while end > after and not tree.words[end][:1].isalnum():
        end -= 1
    return (
        after < end
        and tree.words[after][:1].isupper()
        and tree.lower[end] in ("said", "says", "reported", "added")
        and finite(tree, after, end - 1)
    )
