"""Clauses that plainly put an event ahead, in doubt or under a condition: "suspected of bombing", "until he visits"."""

from __future__ import annotations

from contested.claims.words.speech import speech
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import Factuality

MODALS = frozenset({"would", "could", "might"})
OPEN = frozenset({"a", "an", "any", "such"})
BE = frozenset({"is", "are", "was", "were", "be", "been"})
DUE = frozenset({"due", "set", "ready", "scheduled", "waiting", "poised", "supposed", "going"})
MOVING = frozenset("going travelling traveling heading flying driving marching coming on".split())


def ahead(tree: Tree, head: int) -> Factuality | None:
    """What the clause around an event at a token plainly tells of it; None where it does not."""
    above = tree.heads[head]
    if tree.lower[above] == "of" and tree.lower[tree.heads[above]] == "suspected":
        return "hedged"
    if by_doing(tree, head, above) or would_do(tree, head, above):
        return "conditional"
    planned = would_do_it(tree, head) or until(tree, head) or arranged(tree, head, above) or on_the_way(tree, head)
    return "planned" if planned else None


def within(tree: Tree, start: int, end: int) -> Factuality | None:
    """What a trigger's own words tell: "[aid convoy is due to enter]", "[trucks were prevented from reaching]"."""
    for k in range(start, end - 1):
        if tree.lower[k + 1] == "from" and speech().stem(tree.lower[k]) in lexicon().sets["hindering"]:
            return "denied"
        due = k > start and tree.lower[k - 1] in BE and tree.lower[k] in DUE and tree.lower[k + 1] == "to"
        if due and k + 2 < end and tree.tags[k + 2] == "VB":
            return "planned"
    return None


def by_doing(tree: Tree, head: int, by: int) -> bool:
    """Whether something would come of the event: "would break the law by attacking"."""
    if tree.tags[head] != "VBG" or tree.lower[by] != "by" or tree.deps[head] != "pcomp":
        return False
    return any(tree.lower[k] in MODALS for k in tree.kids[tree.heads[by]])


def would_do(tree: Tree, head: int, verb: int) -> bool:
    """Whether an event that nobody has told of would do something: "such an attack would embolden the rebels"."""
    if tree.deps[head] != "nsubj" or tree.tags[head] not in ("NN", "NNS") or tree.child(verb, "dobj") is None:
        return False
    if not any(tree.lower[k] in MODALS for k in tree.kids[verb] if tree.deps[k] == "aux"):
        return False
    if speech().stem(tree.lower[verb]) in lexicon().sets["light"]:
        return False
    marks = {tree.lower[k] for k in tree.kids[head] if tree.deps[k] in ("det", "amod", "predet", "poss")}
    return bool(marks & OPEN)


def would_do_it(tree: Tree, head: int) -> bool:
    """Whether somebody said that he would: "announced that it would attack the town"."""
    above = tree.heads[head]
    if tree.deps[head] != "ccomp" or tree.tags[head] != "VB" or tree.tags[above] not in ("VBD", "VBN"):
        return False
    if speech().verb(tree.lower[above]) != "tell" or tree.lower[above].startswith("warn"):
        return False
    kids = {tree.lower[k] for k in tree.kids[head] if tree.deps[k] in ("aux", "neg", "advmod")}
    someone = tree.child(head, "nsubj")
    return "would" in kids and not kids & {"have", "not", "never"} and someone is not None


def until(tree: Tree, head: int) -> bool:
    """Whether something is to last until the event: "must hold off until he visits the city"."""
    mark = tree.child(head, "mark")
    return mark is not None and tree.lower[mark] == "until" and tree.tags[head] in ("VBZ", "VBP")


def arranged(tree: Tree, head: int, verb: int) -> bool:
    """Whether talks are only being brought about: "are pushing peace talks", "arranging talks for tomorrow"."""
    back = tree.child(verb, "prt", "advmod") is not None  # "pushed back the assault"
    return tree.deps[head] == "dobj" and not back and speech().stem(tree.lower[verb]) in lexicon().sets["arranging"]


def on_the_way(tree: Tree, head: int) -> bool:
    """Whether somebody is still on the way to do it: "are going to Gaza to deliver aid and meet residents"."""
    verb = head if tree.tags[head] == "VB" else tree.heads[head]
    if tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    going = tree.heads[verb]
    if tree.tags[verb] != "VB" or tree.deps[verb] not in ("advcl", "xcomp") or tree.lower[going] not in MOVING:
        return False
    to = any(tree.lower[k] == "to" for k in tree.kids[verb] if k < verb)
    return (to and any(tree.lower[k] in ("is", "are") for k in tree.kids[going])) or (to and tree.deps[going] == "acl")
