"""What is only feared or expected to come: "fear a new offensive", "more clashes are expected"."""

from __future__ import annotations

from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree
from contested.model.claim import Factuality

KNOWN = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "such"})
DREADING = frozenset({"fear", "dread"})
ARRANGED = frozenset({"talks", "agreement", "aid", "release", "evacuation", "arrival", "protest", "withdrawal"})


def foretold(tree: Tree, head: int, code: str) -> Factuality | None:
    """What it makes of an event at a token that it is feared or expected; what people arrange is planned."""
    if code in ARRANGED and expected_to(tree, head):
        return "planned"
    verb, noun = tree.heads[head], tree.tags[head][:2] == "NN"
    key = speech().stem(tree.lower[verb])
    if not noun or tree.tags[verb][0] != "V" or tree.child(verb, "neg") is not None:
        return None
    if tree.deps[head] == "dobj" and key in DREADING:
        known = any(tree.lower[k] in KNOWN for k in tree.kids[head])
        return None if known else "forecast"
    alone = tree.child(verb, "xcomp", "oprd", "agent") is None and tree.child(verb, "auxpass") is not None
    if tree.deps[head] != "nsubjpass" or not alone:
        return None
    if key in DREADING:
        return "forecast"
    if key in ("expect", "anticipat", "predict", "forecast"):
        return "planned" if code in ARRANGED else "forecast"
    return None


def expected_to(tree: Tree, head: int) -> bool:
    """Whether people are expected to do it, or it to come: "are expected to meet", "talks are expected to resume"."""
    verb = tree.heads[head]
    if tree.child(verb, "auxpass") is None or tree.child(verb, "neg") is not None:
        return False
    expected = speech().stem(tree.lower[verb]) == "expect" and tree.child(verb, "xcomp") is not None
    return expected and tree.deps[head] in ("xcomp", "nsubj", "nsubjpass")
