"""Charges that somebody denies: "dismissed reports that …", "rejected the claim that …" deny what these tell."""

from __future__ import annotations

from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

CHARGING = frozenset({"tell", "doubt"})  # manners of nouns
SUPPOSED = frozenset({"suggestion", "suggestions", "speculation", "notion", "theory", "theories"})
UNTOLD = frozenset({"statement", "word", "speech", "interview", "message", "letter", "briefing", "news"})
# On the way from an event up to the clause of the charge: what it leaves, no other clause's word, tells the charge.
WITHIN = frozenset({"dobj", "ccomp", "xcomp", "pcomp", "nsubjpass", "acomp", "attr", "pobj"})
BEHIND = frozenset({"be", "was", "were", "is", "are", "been", "involved", "responsible", "part", "hand"})
ABOUT = frozenset({"of", "about", "by", "from"})
CLAUSES = frozenset({"acl", "ccomp", "relcl"})


def is_charge_denied(tree: Tree, cue: int, event: int) -> bool:
    """Whether the event at a token is what a charge tells that the verb of denying at token ``cue`` is about."""
    if tree.tags[cue][0] != "V" or speech().verb(tree.lower[cue]) != "deny":
        return False
    node = event
    for _ in range(8):
        head, dep = tree.heads[node], tree.deps[node]
        if head in (node, cue):
            return False
        if is_charge(tree, head) and denies(tree, cue, head):
            return tells(tree, node, head, dep)
        if dep == "prep":
            if tree.lower[head] not in BEHIND:
                return False
        elif dep not in WITHIN and not (dep == "nsubj" and is_new(tree, node)):
            return False
        node = head
    return False


def is_new(tree: Tree, noun: int) -> bool:
    """Whether a noun is told of for the first time: "reports that a strike killed nine" tell the strike, too."""
    plain = not any(tree.deps[k] in ("det", "poss") for k in tree.kids[noun])
    return tree.tags[noun] in ("NN", "NNS") and (plain or any(tree.lower[k] in ("a", "an") for k in tree.kids[noun]))


def is_charge(tree: Tree, noun: int) -> bool:
    """Whether a noun tells something that may be denied: "claims", "reports", "allegations", not "a statement"."""
    named = tree.tags[noun] in ("NN", "NNS") and tree.lower[noun].removesuffix("s") not in UNTOLD
    return named and (speech().noun(tree.lower[noun]) in CHARGING or tree.lower[noun] in SUPPOSED)


def denies(tree: Tree, cue: int, charge: int) -> bool:
    """Whether a charge is the verb's object, also where the parse lets "as false" run into it."""
    above, dep = tree.heads[charge], tree.deps[charge]
    if tree.heads[cue] == charge and tree.deps[cue] == "relcl":
        return True  # "an accusation the army has denied"
    if above == cue:
        return dep in ("dobj", "nsubjpass")
    return dep == "pobj" and tree.lower[above] == "as" and tree.heads[above] == cue


def tells(tree: Tree, node: int, charge: int, dep: str) -> bool:
    """Whether a charge's clause tells the event, or its "of …": "claims that …", "reports of …"."""
    if dep in CLAUSES:
        return node > charge and any(tree.lower[k] == "that" for k in range(tree.left[node], node))
    return dep == "prep" and tree.lower[node] in ABOUT


def told_aside(tree: Tree, cue: int, event: int) -> bool:
    """Whether an event only tells of somebody whom a denial names: "denies backing the militia that took the town"."""
    node = event
    for _ in range(8):
        head = tree.heads[node]
        if head in (node, cue):
            return False
        relative = tree.deps[node] == "relcl" and tree.tags[tree.left[node]] in ("WDT", "WP")
        if relative and node > cue and not is_charge(tree, head):
            return any(
                tree.deps[k] in ("nsubj", "nsubjpass") and tree.tags[k] in ("WDT", "WP") for k in tree.kids[node]
            )
        node = head
    return False


def is_matter(tree: Tree, cue: int, event: int) -> bool:
    """Whether a text that the verb of denying is about has an event for its matter: "rejected a report on the raid"."""
    node = event
    for _ in range(4):
        head = tree.heads[node]
        if tree.deps[node] == "prep" and is_charge(tree, head) and denies(tree, cue, head):
            return tree.lower[node] in ("on", "into") and speech().noun(tree.lower[head]) == "tell"
        node = head
    return False
