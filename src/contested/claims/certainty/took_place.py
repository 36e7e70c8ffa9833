"""What did take place though its clause looks ahead: "allowed them to leave", "must stop bombing"."""

from __future__ import annotations

from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree

YET_TO_COME = frozenset(
    "withdrawal agreement talks deployment territory_gained territory_lost release evacuation".split()
)  # codes of what may itself still lie ahead, though it is called "the withdrawal"
LETTING = frozenset({"allowed", "enabled", "permitted", "allowing", "enabling", "permitting", "helped"})
AHEAD = frozenset({"will", "would", "could", "can", "may", "might", "must", "should", "shall", "to", "not", "n't"})
OBLIGED = frozenset({"must", "should", "ought", "to"})
DEFINITE = frozenset({"the", "this", "these", "those", "its", "their", "his", "such"})
PERHAPS = frozenset({"could", "may", "might"})
SUBSTANCES = frozenset({"gas", "substance", "agent", "chemical", "chemicals"})
FAR = 12  # tokens around an event
WAY = 3  # steps up from an event


def took_place(tree: Tree, head: int, code: str) -> bool:
    """Whether an event at a token is told as done or going on."""
    if goes_on(tree, head) or to_be_stopped(tree, head) or was_let(tree, head) or of_substance(tree, head):
        return True
    if confirmed(tree, head):
        return True
    if code == "agreement" and (referred_to(tree, head) or was_pledged(tree, head)):
        return True
    if code == "talks" and came_to_nothing(tree, head):
        return True
    return code not in YET_TO_COME and may_cause(tree, head)


def goes_on(tree: Tree, noun: int) -> bool:
    """Whether it is called ongoing: "urged an end to the ongoing siege"."""
    return any(tree.lower[k] == "ongoing" and tree.deps[k] == "amod" for k in tree.kids[noun])


def referred_to(tree: Tree, text: int) -> bool:
    """Whether a deal is only what is gone by: "according to the deal, they would withdraw"."""
    link = tree.heads[text]
    if tree.deps[text] != "pobj" or not any(tree.lower[k] == "the" for k in tree.kids[text]):
        return False
    by = tree.lower[link] == "under" or tree.lower[tree.heads[link]] == "according"
    return (
        by
        and stem(tree.lower[text]) in lexicon().sets["texts"]
        and tree.lower[text] not in ("plan", "draft", "proposal")
    )


def confirmed(tree: Tree, head: int) -> bool:
    """Whether somebody confirmed the reports of it: "has confirmed reports that the group killed 70 people"."""
    report = tree.heads[head]
    if tree.deps[head] not in ("acl", "ccomp", "relcl") or tree.lower[report] not in ("report", "reports"):
        return False
    verb = tree.heads[report]
    return tree.deps[report] == "dobj" and tree.lower[verb] == "confirmed" and is_past(tree, verb)


def was_pledged(tree: Tree, verb: int) -> bool:
    """Whether a pledge was made, whatever it is for: "the rebels pledged to stop kidnapping"."""
    pledged = tree.lower[verb] in ("pledged", "promised", "agreed", "undertook")
    return pledged and tree.tags[verb] in ("VBD", "VBN") and is_past(tree, verb)


def came_to_nothing(tree: Tree, talks: int) -> bool:
    """Whether talks were held and led nowhere: "the failure of the talks"."""
    of = tree.heads[talks]
    known = any(tree.lower[k] in DEFINITE for k in tree.kids[talks]) or tree.tags[tree.left[talks]] == "NNP"
    return known and tree.lower[of] == "of" and tree.lower[tree.heads[of]] in ("failure", "collapse", "breakdown")


def of_substance(tree: Tree, head: int) -> bool:
    """Whether only what was used is in doubt: "a gas believed to be chlorine fell on the town"."""
    around = range(max(tree.first[head], head - FAR), min(head + FAR, tree.last[head] - 1))
    thought = lexicon().sets["thought"]
    return any(
        tree.lower[k] in SUBSTANCES and (tree.lower[k + 1] in thought or tree.lower[k + 1] == "suspected")
        for k in around
    )


def to_be_stopped(tree: Tree, doing: int) -> bool:
    """Whether somebody is told to stop doing it: "urged both sides to stop shelling", "must stop bombing schools"."""
    stop = tree.heads[doing]
    if tree.tags[doing] not in ("VBG", "NN", "NNS") or tree.deps[doing] not in ("xcomp", "dobj"):
        return False
    if speech().stem(tree.lower[stop]) not in lexicon().sets["ending"] or tree.tags[stop][0] != "V":
        return False
    above = speech().stem(tree.lower[tree.heads[stop]])
    asked = above in lexicon().sets["asking"] or above in lexicon().sets["inviting"] or above == "tell"
    if any(tree.lower[k] in ("if", "unless") and tree.deps[k] == "mark" for k in tree.kids[stop]):
        return True  # "unless it stops its air strikes"
    obliged = {tree.lower[k] for k in tree.kids[stop] if tree.deps[k] == "aux"} & OBLIGED
    return asked or bool(obliged - {"to"})


def may_cause(tree: Tree, noun: int) -> bool:
    """Whether only what comes of it is open: "the attack could lead to a wider war"."""
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.tags[noun] not in ("NN", "NNS"):
        return False
    words = {tree.lower[k] for k in tree.kids[noun]}
    known = bool(words & DEFINITE) and words.isdisjoint(lexicon().beside["modifiers"])  # "the planned attack"
    open_ = {tree.lower[k] for k in tree.kids[verb] if tree.deps[k] == "aux"} & PERHAPS
    return known and bool(open_) and speech().stem(tree.lower[verb]) in lexicon().sets["causing"]


def was_let(tree: Tree, head: int) -> bool:
    """Whether somebody was let do it: "the truce allowed civilians to leave", "allowing troops to advance"."""
    node = head
    for _ in range(WAY):
        above, dep = tree.heads[node], tree.deps[node]
        if tree.lower[above] in LETTING and dep in ("xcomp", "ccomp", "prep"):
            to = tree.tags[node] == "VB" or (dep == "prep" and tree.lower[node] == "for")
            return to and is_past(tree, above)
        light = dep == "pobj" or (dep == "dobj" and speech().stem(tree.lower[above]) in lexicon().sets["light"])
        if not light:
            return False
        node = above
    return False


def is_past(tree: Tree, verb: int) -> bool:
    """Whether a verb, or the one that a participle hangs on, tells of the past, with no modal and no negation."""
    aux = {tree.lower[k] for k in tree.kids[verb] if tree.deps[k] in ("aux", "auxpass", "neg")}
    if aux & AHEAD or tree.child(verb, "neg") is not None:
        return False
    if tree.tags[verb] == "VBG":
        above = tree.heads[verb]
        return tree.deps[verb] == "advcl" and tree.tags[above] in ("VBD", "VBN") and is_past(tree, above)
    finite = aux & {"has", "have", "had", "was", "were"}
    return tree.tags[verb] == "VBD" or (tree.tags[verb] == "VBN" and bool(finite))
