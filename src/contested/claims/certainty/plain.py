"""Constructions that plainly tell how sure an event is, too rare to be learnt: "fears are growing of an attack"."""

from __future__ import annotations

from contested.claims.words.charges import UNTOLD, is_charge
from contested.claims.words.speech import speech
from contested.claims.words.subjects import CLOSERS
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import Factuality

BE = frozenset({"is", "are", "was", "were", "be", "been"})
CLAUSES = frozenset({"acl", "relcl", "ccomp"})
PROVEN = frozenset({"confirmed", "verified", "true", "proven"})
WAY = 6  # steps up from an event


def plainly(tree: Tree, head: int) -> Factuality | None:
    """What the words on the way up from an event at a token plainly tell of it; None where they do not."""
    node, tight = head, True
    for _ in range(WAY):
        above, dep = tree.heads[node], tree.deps[node]
        if above == node:
            break
        told = step(tree, node, above)
        if told is None and tight and is_thought(tree, node, above):
            told = "hedged"
        if told is not None:
            return told
        node, tight = above, tight and dep in ("dobj", "xcomp")
    return None


def step(tree: Tree, node: int, above: int) -> Factuality | None:
    """What one step of the way up tells, from a word to what governs it."""
    dep = tree.deps[node]
    if (dep in ("ccomp", "advcl") and answered_no(tree, above)) or called_false(tree, node, above):
        return "denied"
    if inverted(tree, node):
        return "conditional"
    if unproved(tree, above) or if_confirmed(tree, node) or seems_shown(tree, above, dep):
        return "hedged"
    return "asserted" if goes_on(tree, node, above) else spread_word(tree, node, above)


def answered_no(tree: Tree, asked: int) -> bool:
    """Whether a question is answered with "no" in its sentence: "Asked whether the army shelled it, X said no"."""
    verb = tree.heads[asked]
    if tree.lower[asked] != "asked" or tree.deps[asked] != "advcl" or speech().verb(tree.lower[verb]) != "tell":
        return False
    behind = tree.lower[verb + 1 : verb + 4]
    return "no" in behind and tree.tags[verb + 1 + behind.index("no")] in ("UH", "DT", "RB")


def called_false(tree: Tree, node: int, above: int) -> bool:
    """Whether a charge that tells the event is said to be false: "reports that …, are untrue", "no truth in"."""
    text = is_charge(tree, above) or tree.lower[above] in UNTOLD or tree.lower[above] in CLOSERS
    if not text or node < above or tree.deps[above] not in ("nsubj", "nsubjpass"):
        return False
    if tree.deps[node] in CLAUSES:
        if not any(tree.lower[k] == "that" for k in range(tree.left[node], node)):
            return False
    elif tree.lower[node] not in ("of", "about"):
        return False
    return not_so(tree, tree.heads[above])


def not_so(tree: Tree, verb: int) -> bool:
    """Whether a clause says that its subject is not so: "were false", "are not true", "did not match reality"."""
    words = lexicon().sets
    negated = any(tree.deps[k] == "neg" for k in tree.kids[verb])
    if tree.lower[verb] in BE:
        state = tree.child(verb, "acomp", "attr")
        if state is None:
            return False
        return tree.lower[state] in (words["true"] if negated else words["false"])
    return negated and tree.lower[verb] in ("correspond", "match", "reflect")


def spread_word(tree: Tree, node: int, above: int) -> Factuality | None:
    """What a fear or a report that grows or comes up makes of an event: "fears grow of", "reports emerge that"."""
    words, what = lexicon().sets, tree.child(above, "nsubj")
    linked = tree.deps[node] == "ccomp" or (tree.deps[node] == "prep" and tree.lower[node] == "of")
    if what is None or what > node or not linked or speech().stem(tree.lower[above]) not in words["spreading"]:
        return None
    kind = lexicon().kind_of("nouns", tree.lower[what])
    return kind if kind in ("forecast", "hedged") else None


def seems_shown(tree: Tree, verb: int, dep: str) -> bool:
    """Whether a picture only seems to show it: "images appear to show that the bridge was destroyed"."""
    if tree.deps[verb] != "xcomp" or dep not in ("ccomp", "dobj") or tree.tags[verb] != "VB":
        return False
    seems = speech().stem(tree.lower[tree.heads[verb]]) in ("appear", "seem", "purport")
    return seems and speech().verb(tree.lower[verb]) in ("perceive", "tell")


def is_thought(tree: Tree, node: int, above: int) -> bool:
    """Whether somebody is only believed or said to have done it: "is believed to have carried out nine raids"."""
    passive = tree.child(above, "auxpass") is not None and tree.child(above, "agent") is None
    thought = speech().stem(tree.lower[above]) in lexicon().sets["impersonal"] and tree.deps[node] == "xcomp"
    return passive and thought and any(tree.lower[k] == "have" for k in tree.kids[node])


def inverted(tree: Tree, node: int) -> bool:
    """Whether a condition is told without "if": "Had the missile hit the dam, thousands would have drowned"."""
    first = tree.first[node]
    if tree.lower[first] != "had" or tree.left[node] != first or tree.tags[node][0] != "V":
        return False
    return any(tree.lower[k] in ("would", "could", "might") for k in range(node, tree.last[node]))


def unproved(tree: Tree, charge: int) -> bool:
    """Whether nobody could prove the charge that tells it: "had no information to corroborate the claim that"."""
    verb = tree.heads[charge]
    if not is_charge(tree, charge) or tree.deps[charge] != "dobj":
        return False
    if speech().stem(tree.lower[verb]) not in lexicon().sets["proving"]:
        return False
    above = tree.heads[verb]
    lacking = tree.deps[verb] == "acl" and any(tree.lower[k] == "no" for k in tree.kids[above])
    return lacking or any(tree.deps[k] == "neg" for k in tree.kids[verb])


def if_confirmed(tree: Tree, node: int) -> bool:
    """Whether a clause hangs on proof by an aside: "the raid, if confirmed, would be the first"."""
    first = tree.first[node]
    if tree.lower[first] == "if" and tree.lower[first + 1] in PROVEN and tree.lower[first + 2] == ",":
        return True  # "If true, it would be …"
    if tree.deps[node] not in ("nsubj", "nsubjpass"):
        return False
    behind = range(node + 1, min(node + 8, tree.last[node] - 1))
    return any(tree.lower[k] == "if" and tree.lower[k + 1] in PROVEN for k in behind)


def goes_on(tree: Tree, node: int, above: int) -> bool:
    """Whether what must end goes on: "the attacks must stop immediately"."""
    ends = speech().stem(tree.lower[above]) in lexicon().sets["ending"]
    asked = any(tree.lower[k] in ("must", "should", "ought") for k in tree.kids[above])
    return ends and asked and tree.deps[node] in ("nsubj", "nsubjpass") and tree.tags[node][:2] == "NN"
