"""Harm that no arms do: by weather, illness or an accident; what collapses though nobody built it."""

from __future__ import annotations

from contested.claims.events.candidates import Candidate
from contested.claims.words.mentioned import mention_words
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

CAUSING = frozenset({"by", "in", "from", "of", "to", "after"})


def struck_by_none(tree: Tree, head: int) -> bool:
    """Whether what hits is no arm: "the country was hit by unrest", "struck by a storm", "tragedy struck"."""
    by = tree.child(head, "agent") if tree.tags[head] == "VBN" else None
    noun = tree.child(by, "pobj") if by is not None else tree.child(head, "nsubj")
    return noun is not None and tree.lower[noun] in mention_words()["unarmed"]


def brought_by_nature(candidate: Candidate, tree: Tree) -> bool:
    """Whether weather, illness or an accident does the harm: "a flood killed nine", "struck by lightning"."""
    head, code = candidate.head.i, candidate.code
    if not (candidate.hit.trigger.casualty or code in ("attack", "destruction", "displacement", "attack_on_civilians")):
        return False
    verb = tree.heads[head] if tree.deps[head] == "advcl" and tree.tags[head] == "VBG" else head
    causes = [k for k in tree.children(verb, "nsubj") if k < head]  # "a flood hit the camp, killing nine"
    if verb != head and tree.lower[verb] in mention_words()["wrecking"]:
        return True  # "a bus overturned, killing nine"
    by = [k for k in tree.children(head, "agent", "prep") if tree.lower[k] in CAUSING]
    causes += [noun for prep in by for noun in tree.children(prep, "pobj")]
    return any(is_natural(tree, noun) for noun in causes)


def is_natural(tree: Tree, noun: int) -> bool:
    """Whether a noun is of weather, illness or an accident: "cholera", "a landslide", "a bus crash"."""
    words = mention_words()
    beside = {tree.lower[k] for k in tree.children(noun, "compound", "amod")}
    wrecked = tree.lower[noun] in words["wrecks"] and not beside.isdisjoint(words["traffic"])
    return wrecked or tree.lower[noun] in words["natural"]


def falls_through(candidate: Candidate, tree: Tree) -> bool:
    """Whether what collapses is nothing built: "the truce has collapsed", "the economy collapsed"."""
    head, words = candidate.head.i, mention_words()
    if candidate.code != "destruction" or tree.lower[head] not in words["collapsing"]:
        return False
    fallen = [
        *tree.children(head, "nsubj"),
        *(k for of in tree.children(head, "prep") for k in tree.children(of, "pobj")),
    ]
    return any(tree.lower[k] in words["unbuilt"] | load_nouns()["abstract"] for k in fallen)
