"""What depends on something else: "could send troops if …", "would allow it to advance", "in case of"."""

from __future__ import annotations

from contested.claims.words.speech import speech
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree

UNDER = frozenset({"if", "unless", "provided"})
INVERTED = frozenset({"should", "were", "had"})
TIGHT = frozenset({"dobj", "xcomp", "conj", "ccomp", "pobj", "prep"})
KNOWN = frozenset({"the", "this", "that", "these", "those"})
CASES = frozenset({"event", "case"})
WOULD = frozenset({"would", "could"})
LETTING = frozenset({"allow", "help", "enable", "let", "give", "leave", "permit"})
WAY = 5  # steps up from an event


def depends(tree: Tree, head: int) -> bool:
    """Whether an event at a token is told to come about only under a condition."""
    return in_case(tree, head) or unless(tree, head) or would_let(tree, head) or hangs(tree, head)


def in_case(tree: Tree, noun: int) -> bool:
    """Whether an event is only thought of: "in the event of an attack", "in case of a strike"."""
    of = tree.heads[noun]
    case = tree.heads[of]
    cased = tree.deps[noun] == "pobj" and tree.lower[of] == "of" and tree.lower[case] in CASES
    return cased and tree.lower[tree.heads[case]] == "in" and tree.deps[case] == "pobj"


def unless(tree: Tree, verb: int) -> bool:
    """Whether an event is itself the condition: "unless the army withdraws", "if it were to hand over the port"."""
    be = tree.heads[verb]
    clause = be if tree.deps[verb] == "xcomp" and tree.lower[be] in ("were", "was") else verb
    marks = {tree.lower[k] for k in tree.kids[clause] if tree.deps[k] == "mark"}
    return "unless" in marks or (clause == be and "if" in marks and tree.deps[clause] == "advcl")


def would_let(tree: Tree, verb: int) -> bool:
    """Whether something would make it possible: "the loss of the town would allow the army to advance"."""
    letting = tree.heads[verb]
    if tree.tags[verb] != "VB" or tree.deps[verb] not in ("xcomp", "ccomp") or tree.lower[letting] not in LETTING:
        return False
    subject = tree.child(letting, "nsubj", "csubj")
    what = subject is not None and (tree.tags[subject] in ("NN", "NNS") or tree.deps[subject] == "csubj")
    return what and any(tree.lower[k] in WOULD for k in tree.kids[letting])


def hangs(tree: Tree, head: int) -> bool:
    """Whether the clause that puts an event ahead has a condition beside it, and does not say no to it."""
    if is_known(tree, head):
        return False
    node, ahead = head, False
    for steps in range(WAY):
        if steps < 2 and any(tree.deps[k] == "neg" for k in tree.kids[node]):
            return False  # "would never use them, if it had them"
        ahead = ahead or lies_ahead(tree, node) or (tree.lower[node] == "of" and warns(tree, tree.heads[node]))
        if ahead and any(conditional(tree, k, node) for k in tree.kids[node]):
            return True
        if tree.deps[node] not in TIGHT or tree.heads[node] == node:
            return False
        node = tree.heads[node]
    return False


def is_known(tree: Tree, noun: int) -> bool:
    """Whether a noun tells of what took place whatever comes: "will visit the scene of the attack if …"."""
    if tree.tags[noun][:2] != "NN" or not any(tree.lower[k] in KNOWN for k in tree.kids[noun]):
        return False
    carried = speech().stem(tree.lower[tree.heads[noun]]) in lexicon().sets["light"]
    return tree.deps[noun] not in ("dobj", "nsubjpass") or not carried


def lies_ahead(tree: Tree, verb: int) -> bool:
    """Whether a verb has "to" or a modal before it: "will attack", "offered to withdraw"."""
    return tree.tags[verb][0] == "V" and any(
        tree.deps[k] == "aux" and (tree.tags[k] == "MD" or tree.lower[k] == "to") for k in tree.kids[verb]
    )


def warns(tree: Tree, verb: int) -> bool:
    """Whether a verb is one of warning: "warned of air strikes if …"."""
    return lexicon().kind_of("verbs", tree.lower[verb]) == "forecast"


def conditional(tree: Tree, clause: int, verb: int) -> bool:
    """Whether a clause beside a verb is a condition: "if …", "unless …", "Should the talks fail, …"."""
    if tree.deps[clause] not in ("advcl", "prep"):
        return False
    first = tree.left[clause]
    if tree.lower[first] in INVERTED:
        return first == tree.first[verb] and clause != first
    even = tree.lower[first - 1] == "even" or tree.lower[first] == "even"
    return tree.lower[first] in UNDER and not even
