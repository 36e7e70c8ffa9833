"""What is plainly only heard of or ascribed: "unconfirmed clashes", "stands accused of bombing", "purports to show"."""

from __future__ import annotations

from contested.claims.words.speech import stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree

UNCHECKED = frozenset({"unconfirmed", "unverified"})
ASCRIBED = frozenset({"accused", "suspected"})
SEEMING = frozenset("purports purport purported purporting appears appear appeared appearing seems seem seemed".split())
SEEMINGLY = frozenset({"purportedly", "apparently", "allegedly", "reportedly"})
SHOWING = frozenset({"showing", "shows", "showed"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ACTORS = frozenset(map(stem, "man woman jet plane warplane drone helicopter boat rebel troops forces suspects".split()))
BREAKS = frozenset({";", "but", "while", "after", "before", "hours", "days"})
NEAR, FAR = 3, 15  # tokens before an event


def is_hearsay(tree: Tree, head: int) -> bool:
    """Whether an event at a token is told as unchecked, as what somebody is accused of or what a picture may show."""
    if any(tree.lower[k] in UNCHECKED and tree.deps[k] == "amod" for k in tree.kids[head]):
        return True
    return ascribed(tree, head) or there_are_reports(tree, head) or may_be_shown(tree, head) or by_supposed(tree, head)


def ascribed(tree: Tree, head: int) -> bool:
    """Whether nobody in particular ascribes it to somebody: "stands accused of bombing", "accused of a massacre"."""
    if tree.tags[head] not in ("VBG", "NN", "NNS"):
        return False
    for of in range(head - 1, max(head - 1 - NEAR, tree.first[head]), -1):
        if tree.lower[of] == "of":
            actively = tree.deps[of - 1] == "relcl" and tree.child(of - 1, "nsubj") is not None  # "whom it accused of"
            return tree.lower[of - 1] in ASCRIBED and not actively
        if tree.tags[of] not in ("JJ", "RB", "DT", "VBG", "NN", "HYPH"):
            return False
    return False


def there_are_reports(tree: Tree, head: int) -> bool:
    """Whether there only are reports of it: "there have been reports of clashes"."""
    of = tree.heads[head]
    what = tree.heads[of]
    heard = tree.lower[of] == "of" and tree.lower[what] in ("reports", "rumours", "rumors", "claims", "allegations")
    return heard and tree.deps[what] == "attr" and tree.child(tree.heads[what], "expl") is not None


def may_be_shown(tree: Tree, head: int) -> bool:
    """Whether a picture only seems to show it: "purports to show fighters killing captives"."""
    if tree.deps[head] == "pobj" and tree.lower[tree.heads[head]] != "of":
        return False  # "… in the stronghold of the rebels"
    for k in range(head - 1, max(head - FAR, tree.first[head] + 1), -1):
        if tree.lower[k] in BREAKS:
            return False
        if tree.lower[k] == "show" and tree.lower[k - 1] == "to" and tree.lower[k - 2] in SEEMING:
            return True
        if tree.lower[k] in SHOWING:
            return tree.lower[k - 1] in SEEMINGLY
    return False


def by_supposed(tree: Tree, verb: int) -> bool:
    """Whether who did it is only supposed: "gunmen, thought to be jihadists, attacked a village"."""
    if tree.tags[verb] not in ("VBD", "VBN") or tree.child(verb, "auxpass", "agent") is not None:
        return False
    for k in range(verb - 1, max(verb - FAR, tree.first[verb]), -1):
        if tree.tags[k] in FINITE and tree.lower[k] not in lexicon().sets["thought"]:
            return False
        supposed = tree.lower[k] in lexicon().sets["thought"] or tree.lower[k] == "suspected"
        if supposed and tree.lower[k + 1] in ("to", "of"):
            who = k - 2 if tree.lower[k - 1] == "," else k - 1
            return who >= tree.first[verb] and is_actor(tree.lower[who])
    return False


def is_actor(word: str) -> bool:
    """Whether a noun is of those who may act, so that no doubt about a substance counts: "gas believed to be sarin"."""
    return stem(word) in ACTORS or word.endswith(("men", "ants", "ers", "ists"))
