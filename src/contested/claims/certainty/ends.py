"""What the end of an event makes of it: an attempt that was repelled was made, an attack that was averted was not.

And harm that is only reported makes the event that did it hearsay: "17 were reported killed when …".
"""

from __future__ import annotations

from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import Effect, Factuality

OBJECTS = frozenset({"dobj", "nsubjpass"})
OTHERS = frozenset({"other", "others", "another", "more"})  # whose fellows are told as known
FOR = frozenset({"for", "over", "at", "about", "into"})
NEAR = 4  # tokens around those who are counted


def made_or_averted(tree: Tree, head: int, code: str) -> Factuality | None:
    """What the verb of repelling or averting that acts on an event, or on the attempt at it, tells of it."""
    words = lexicon().sets
    attempt = (
        tree.heads[head] if tree.deps[head] == "acl" and stem(tree.lower[tree.heads[head]]) in words["trying"] else None
    )
    noun = head if attempt is None else attempt
    if tree.deps[noun] not in OBJECTS or tree.tags[noun][:2] != "NN":
        return None
    verb = tree.heads[noun]
    if tree.child(verb, "neg") is not None or (tree.deps[noun] == "dobj" and tree.tags[verb] in ("VB", "VBG")):
        return None
    ending = "cancel" if is_called_off(tree, verb) else speech().stem(tree.lower[verb])
    tried = attempt is not None or any(tree.lower[k] == "attempted" for k in tree.kids[noun])
    if ending in words["repelling"] and tried and code == "attack":
        return "asserted"
    return "denied" if ending in words["averting"] and not tried else None


def is_called_off(tree: Tree, verb: int) -> bool:
    """Whether a verb is that of "the raid was called off"."""
    return tree.lower[verb] in ("call", "called", "calls", "calling") and "off" in tree.lower[verb + 1 : verb + 3]


def is_answered_for(tree: Tree, head: int) -> bool:
    """Whether somebody answers for an event, which so took place: "sentenced for the 2016 attack", "wanted for it"."""
    above = tree.heads[head]
    known = any(tree.lower[k] in ("the", "this", "that", "his", "their", "its") for k in tree.kids[head])
    if tree.deps[head] == "dobj" and known:
        return speech().stem(tree.lower[above]) in lexicon().sets["taking_up"]
    if tree.tags[head][:2] != "NN" or tree.deps[head] != "pobj" or tree.lower[above] not in FOR:
        return False
    verb = tree.heads[above]
    felt = tree.tags[verb][:2] == "NN" and tree.lower[verb] in lexicon().sets["felt"]
    answers = speech().stem(tree.lower[verb]) in lexicon().sets["answering"] and tree.lower[above] in ("for", "over")
    return known and (felt or answers)


def is_harm_in_doubt(tree: Tree, effect: Effect, trigger: tuple[int, int]) -> bool:
    """Whether it is only reported, feared or believed that those whom a trigger's event harmed came to harm."""
    start, end = tree.interval(effect.mention)
    low, high = max(tree.first[start], start - NEAR), min(tree.last[start], end + NEAR)
    known = effect.kind == "killed" and OTHERS.isdisjoint(tree.lower[low:high])
    high = min(tree.last[start], high + 2)  # "… are thought to have been killed"
    for k in range(low, high - 1):
        heard = tree.lower[k] in lexicon().sets["harm_told"] and tree.tags[k] == "VBN"
        heard = heard and tree.lower[k - 1] not in ("has", "have", "had")  # "the group has reported deaths"
        told = known and (heard or may_have(tree, k))
        if told or lexicon().beside["adverbs"].get(tree.lower[k]) == "hedged":
            to = 2 * (tree.lower[k + 1] == "to")  # "reported to have been killed"
            harm = next(
                (j for j in range(k + 1, min(k + 2 + to, high)) if tree.lower[j] in effect_lexicon().forms), None
            )
            if harm is not None and of_event(tree, harm, trigger):
                return True
    return False


def may_have(tree: Tree, k: int) -> bool:
    """Whether a word ends "may have", "could have been" before what may have become of somebody."""
    k -= tree.lower[k] == "been"
    able = tree.lower[k - 1] in ("may", "might", "could") and tree.tags[k - 2] != "CD"  # not "since 21 May"
    return tree.lower[k] == "have" and able


def of_event(tree: Tree, harm: int, trigger: tuple[int, int]) -> bool:
    """Whether a word of harm tells of a trigger, in no other noun's clause: "battled in fighting that killed nine"."""
    clause = next((k for k in (harm, *tree.ancestors(harm)[:2]) if tree.deps[k] == "relcl"), None)
    return clause is None or trigger[0] <= tree.heads[clause] < trigger[1]
