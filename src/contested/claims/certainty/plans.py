"""What only a plan tells: what is to begin or was put off, a goal, a draft, what nobody has decided yet."""

from __future__ import annotations

from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree

BE = frozenset({"is", "are", "was", "were", "be", "been", "remains"})
BEGINS = frozenset({"begin", "start", "resume", "commence"})
THAT = frozenset({"that", "which"})
OPEN = frozenset({"whether", "if"})
TIGHT = frozenset({"dobj", "pobj", "prep", "xcomp", "conj"})
WAY = 4  # steps up from an event


def only_planned(tree: Tree, head: int) -> bool:
    """Whether an event at a token is only somebody's goal or choice so far."""
    return any(asked(tree, head) for asked in PLANS)


def is_goal(tree: Tree, head: int) -> bool:
    """Whether an event is called a goal: "the army's next goal is the capture of the town"."""
    be = tree.heads[head]
    if tree.deps[head] != "attr" or tree.lower[be] not in BE or tree.child(be, "neg") is not None:
        return False
    what = tree.child(be, "nsubj")
    return what is not None and what < be and stem(tree.lower[what]) in lexicon().sets["aims"]


def undecided(tree: Tree, head: int) -> bool:
    """Whether it is still to be decided: "has not decided whether it will attend the talks"."""
    node = head
    for _ in range(WAY):
        if any(tree.lower[k] in OPEN and tree.deps[k] == "mark" for k in tree.kids[node]):
            ahead = any(tree.tags[k] == "MD" or tree.lower[k] == "to" for k in tree.kids[node] if tree.deps[k] == "aux")
            return ahead and speech().stem(tree.lower[tree.heads[node]]) in lexicon().sets["deciding"]
        if tree.deps[node] not in TIGHT:
            break
        node = tree.heads[node]
    return False


def extended(tree: Tree, head: int) -> bool:
    """Whether what goes on is voted on or agreed to be widened: "voted to extend air strikes into Norland"."""
    verb = tree.heads[head]
    if tree.deps[head] != "dobj" or speech().stem(tree.lower[verb]) not in lexicon().sets["widening"]:
        return False
    above = tree.heads[verb]
    choice = tree.deps[verb] in ("xcomp", "pcomp", "advcl") and tree.tags[verb] in ("VB", "VBG")
    chosen = above if tree.deps[above] != "prep" else tree.heads[above]
    return choice and lexicon().kind_of("verbs", tree.lower[chosen]) == "planned"


def put_off(tree: Tree, head: int) -> bool:
    """Whether it is to come later: "the talks were put off", "the vote has been pushed back to Friday"."""
    verb = tree.heads[head]
    held = tree.lower[verb] == "put" and tree.lower[verb + 1 : verb + 3] in (["on", "hold"], ["on", "ice"])
    if held and tree.deps[head] in ("dobj", "nsubjpass") and tree.tags[head][:2] == "NN":
        return True
    away = tree.child(verb, "prt", "advmod")
    if away is None or tree.deps[head] not in ("dobj", "nsubjpass") or tree.tags[head][:2] != "NN":
        return False
    later = any(tree.lower[k] in ("until", "till", "to", "by") for k in tree.kids[verb] if k > away)
    return (tree.lower[verb], tree.lower[away]) == ("put", "off") or (
        (tree.lower[verb], tree.lower[away]) == ("pushed", "back") and later and tree.deps[head] == "nsubjpass"
    )


def due(tree: Tree, head: int) -> bool:
    """Whether an event is to begin or go on: "talks are to resume on Thursday"."""
    verb = tree.heads[head]
    act = tree.child(verb, "xcomp") if tree.lower[verb] in ("is", "are") else None
    if tree.deps[head] != "nsubj" or act is None or tree.tags[head][:2] != "NN":
        return False
    bare = tree.lower[act - 1] == "to" and tree.tags[act] == "VB" and tree.child(verb, "acomp", "neg") is None
    return bare and speech().stem(tree.lower[act]) in lexicon().sets["light"]


def to_begin(tree: Tree, head: int) -> bool:
    """Whether somebody says that it will begin: "the battle for the city would begin soon"."""
    verb = tree.heads[head]
    if tree.deps[head] != "nsubj" or tree.tags[head][:2] != "NN" or tree.lower[verb] not in BEGINS:
        return False
    kids = {tree.lower[k] for k in tree.kids[verb] if tree.deps[k] == "aux"}
    return bool(kids & {"will", "would", "'ll"}) and "have" not in kids and tree.child(verb, "neg") is None


def was_due(tree: Tree, head: int) -> bool:
    """Whether it was to take place and did not: "the talks were to have begun", "they were to have met"."""
    verb = head if tree.tags[head] == "VBN" else next((k for k in tree.kids[tree.heads[head]] if k > head), head)
    be = tree.heads[verb]
    if tree.deps[verb] != "xcomp" or tree.lower[be] not in ("was", "were"):
        return False
    before = {tree.lower[k] for k in tree.kids[verb] if k < verb}
    return {"to", "have"} <= before and (verb == head or (tree.heads[head] == be and tree.deps[head][:5] == "nsubj"))


def argued_over(tree: Tree, head: int) -> bool:
    """Whether one that nobody has told of is argued over: "favours a strike", "opposes any attack"."""
    if tree.deps[head] != "dobj" or tree.tags[head][:2] != "NN":
        return False
    stand = speech().stem(tree.lower[tree.heads[head]]) in lexicon().sets["arguing"]
    return stand and any(tree.lower[k] in ("a", "an", "any") for k in tree.kids[head] if tree.deps[k] == "det")


def in_draft(tree: Tree, head: int) -> bool:
    """Whether a text that is only proposed says it: "a draft resolution demands …", "a proposed text condemning …"."""
    verb = head
    while tree.deps[verb] == "conj" and tree.child(verb, "nsubj") is None and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    what = tree.child(verb, "nsubj")
    if what is None or tree.lower[what] in THAT:
        what = tree.heads[verb] if tree.deps[verb] in ("acl", "relcl") else None
    if what is None or stem(tree.lower[what]) not in lexicon().sets["texts"]:
        return False
    before = {tree.lower[k] for k in tree.kids[what] if tree.deps[k] in ("amod", "compound", "nmod")}
    return tree.lower[what] == "draft" or bool(before & lexicon().sets["drafted"])


PLANS = (due, to_begin, was_due, put_off, is_goal, undecided, extended, argued_over)
