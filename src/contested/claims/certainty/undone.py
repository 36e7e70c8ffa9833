"""What did not come about or will not: "will take no part in a strike", "has no plans to", "plans were scrapped"."""

from __future__ import annotations

from collections.abc import Iterator

from contested.claims.certainty.ends import is_called_off
from contested.claims.words.speech import speech, stem
from contested.claims.words.sureness import lexicon
from contested.claims.words.tree import Tree

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "remains"})
LETTING = frozenset({"allow", "allowed", "let", "permit", "permitted", "enable"})
WITHIN = frozenset({"dobj", "pobj", "pcomp", "prep", "xcomp", "acl", "conj", "compound"})
WAY = 4  # steps up from an event


def undone(tree: Tree, head: int) -> bool:
    """Whether an event at a token is plainly told not to come about."""
    if any(told(tree, head) for told in (instead, off_table, not_let, impossible, failed, unlikely, not_any)):
        return True
    return any(no_part(tree, k) or no_plan(tree, k) or scrapped(tree, k) or short_of(tree, k) for k in way(tree, head))


def way(tree: Tree, head: int) -> Iterator[int]:
    """The token of an event and those above it as far as it is what they are about."""
    node = head
    for _ in range(WAY):
        yield node
        if tree.deps[node] not in WITHIN or tree.heads[node] == node:
            return
        node = tree.heads[node]
    yield node


def negated(tree: Tree, verb: int) -> bool:
    """Whether a negation stands beside a verb."""
    return any(tree.deps[k] == "neg" or tree.lower[k] == "never" for k in tree.kids[verb])


def none_of(tree: Tree, noun: int) -> bool:
    """Whether a noun has "no" before it."""
    return any(tree.lower[k] == "no" for k in tree.kids[noun])


def no_part(tree: Tree, verb: int) -> bool:
    """Whether somebody keeps out of it: "will take no part in a strike", "did not take part in the raid"."""
    part = tree.child(verb, "dobj")
    if part is None or tree.lower[part] not in ("part", "role"):
        return False
    taken = speech().stem(tree.lower[verb]) in ("tak", "play", "hav")
    return taken and (none_of(tree, part) or negated(tree, verb))


def no_plan(tree: Tree, noun: int) -> bool:
    """Whether nobody means to: "no plans for air strikes", "has no intention of sending troops"."""
    return tree.tags[noun][:2] == "NN" and stem(tree.lower[noun]) in lexicon().sets["meaning"] and none_of(tree, noun)


def scrapped(tree: Tree, noun: int) -> bool:
    """Whether the plan of it was given up: "plans for an evacuation were scrapped", "called off its planned raid"."""
    verb = tree.heads[noun]
    if tree.deps[noun] not in ("nsubjpass", "dobj") or stem(tree.lower[noun]) not in lexicon().sets["meaning"]:
        return False
    given_up = is_called_off(tree, verb) or speech().stem(tree.lower[verb]) in lexicon().sets["giving_up"]
    return given_up and not negated(tree, verb)


def short_of(tree: Tree, node: int) -> bool:
    """Whether somebody held back from it: "stopped short of declaring a truce"."""
    of = tree.heads[node]
    return tree.deps[node] == "pcomp" and tree.lower[of] == "of" and tree.lower[of - 1] == "short"


def instead(tree: Tree, head: int) -> bool:
    """Whether something else was done: "instead of withdrawing", "rather than attack the town"."""
    if tree.tags[head] == "VBG" and tree.lower[tree.heads[head]] == "of":
        return tree.deps[head] == "pcomp" and tree.lower[tree.heads[head] - 1] == "instead"
    goes_on = speech().stem(tree.lower[head]) in lexicon().sets["actual"]  # "rather than continuing to shell"
    verb = tree.tags[head] in ("VB", "VBG") and not goes_on
    return verb and head > 1 and tree.lower[head - 2 : head] == ["rather", "than"]


def not_let(tree: Tree, verb: int) -> bool:
    """Whether somebody was not let do it: "did not allow the fighters to leave"."""
    letting = tree.heads[verb]
    let = tree.lower[letting] in LETTING and tree.deps[verb] in ("xcomp", "ccomp") and tree.tags[verb] == "VB"
    return let and negated(tree, letting)


def impossible(tree: Tree, verb: int) -> bool:
    """Whether nobody could do it: "made it impossible to deliver aid"."""
    to = next((k for k in tree.kids[verb] if tree.lower[k] == "to" and k < verb), None)
    return to is not None and tree.lower[to - 1] == "impossible" and tree.lower[to - 2] not in ("not", "n't")


def failed(tree: Tree, verb: int) -> bool:
    """Whether the attempt at it came to nothing: "efforts to evacuate the town failed"."""
    attempt = tree.heads[verb]
    if tree.deps[verb] != "acl" or stem(tree.lower[attempt]) not in lexicon().sets["trying"]:
        return False
    end = tree.heads[attempt]
    if tree.deps[attempt] == "pobj" and tree.lower[end] == "in":
        end = tree.heads[end]  # "failed in an attempt to take the hill"
    elif tree.deps[attempt] != "nsubj":
        return False
    return tree.lower[end] in ("failed", "foundered") and not negated(tree, end)


def unlikely(tree: Tree, head: int) -> bool:
    """Whether it is called unlikely: "a meeting is unlikely", "is unlikely to attend the talks"."""
    for node in way(tree, head):
        above = tree.heads[node]
        if tree.lower[above] == "unlikely" and tree.deps[node] in ("xcomp", "ccomp"):
            return True
        if tree.deps[node] in ("nsubj", "xcomp", "ccomp") and tree.lower[above] in BE:
            state = tree.child(above, "acomp")
            return state is not None and tree.lower[state] == "unlikely"
        if tree.deps[node] == "relcl":
            return False
    return False


def not_any(tree: Tree, noun: int) -> bool:
    """Whether it is told of any that there was none: "had not agreed to any talks"; what nobody confirms is open."""
    if tree.tags[noun][:2] != "NN" or not any(tree.lower[k] == "any" for k in tree.kids[noun]):
        return False
    verb = noun
    while tree.deps[verb] in ("dobj", "pobj", "prep") and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    key, sets = speech().stem(tree.lower[verb]), lexicon().sets
    told = key in sets["proving"] or key in sets["ending"] or speech().verb(tree.lower[verb]) is not None
    return verb != noun and tree.tags[verb][0] == "V" and not told and negated(tree, verb)


def off_table(tree: Tree, noun: int) -> bool:
    """Whether it is no choice at all: "a ceasefire is not on the table", "talks are out of the question"."""
    be = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.lower[be] not in BE:
        return False
    behind = " ".join(tree.lower[be + 1 : be + 6])
    return behind.startswith(("off the table", "out of the question")) or (
        behind.startswith(("not on the table", "n't on the table"))
    )


def in_clause_of(tree: Tree, head: int, verb: int) -> bool:
    """Whether a token stands in the clause that is a verb's object: "denied that they were preparing a raid"."""
    node = head
    while tree.heads[node] not in (verb, node):
        node = tree.heads[node]
    return tree.heads[node] == verb and tree.deps[node] == "ccomp"
