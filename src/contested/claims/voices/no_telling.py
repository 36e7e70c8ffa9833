"""Words of telling that tell nothing here: "identified as Omar", "he was not authorised to brief the media"."""

from __future__ import annotations

from contested.claims.words.mend_words import mend_words
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

ANSWERS = frozenset({"responded", "responds", "respond", "responding", "replied", "reply", "answered"})
RELEASING = frozenset({"released", "releases", "release", "releasing"})
LINK = 14  # tokens of the title of another page
LICENSED = frozenset("authorised authorized allowed permitted cleared free entitled".split())


def says_nothing(tree: Tree, at: int) -> bool:
    """Whether a word only gives a name or tells what somebody may tell: "he was not authorised to brief the media"."""
    licensed = tree.lower[tree.heads[at]] in LICENSED and tree.deps[at] == "xcomp"
    told = gives_name(tree, at) or answers_with(tree, at) or is_linked(tree, at) or frees(tree, at)
    return told or (licensed and tree.tags[at] == "VB")


def frees(tree: Tree, at: int) -> bool:
    """Whether people are released, and no paper: "rebels released three engineers who were kidnapped in May"."""
    if tree.lower[at] not in RELEASING:
        return False
    people = load_nouns()["people"] | load_nouns()["armed"]
    return any(tree.lower[k] in people for k in tree.children(at, "dobj", "nsubjpass"))


def is_linked(tree: Tree, at: int) -> bool:
    """Whether a word of telling stands in the title of another page: "Views 371 Related Norland says X A bomb hit"."""
    first = max(tree.first[at], at - LINK)
    marks = (k for k in range(at - 1, first, -1) if tree.words[k] == "Related")
    return any(tree.tags[k - 1] == "CD" or tree.lower[k - 1].isdigit() for k in marks)


def answers_with(tree: Tree, at: int) -> bool:
    """Whether somebody answers with deeds: "rebels shelled the base and the army responded with air strikes"."""
    if tree.lower[at] not in ANSWERS or tree.lower[at + 1 : at + 2] not in (["with"], ["by"]):
        return False
    return tree.tags[at + 2 : at + 3] != ["VBG"] or speech().verb(tree.lower[at + 2]) is None


def gives_name(tree: Tree, at: int) -> bool:
    """Whether a word only gives a speaker's name: "an activist identified as Omar said"."""
    if tree.lower[at] not in ("identified", "named", "identify") or tree.lower[at + 1 : at + 2] != ["as"]:
        return False
    return tree.tags[at + 2 : at + 3] in (["NNP"], ["NNPS"])


def only_grants(tree: Tree, at: int) -> bool:
    """Whether a verb tells what it governs alone: "although the army denied it, jets bombed the town"."""
    marked = any(tree.lower[kid] in mend_words()["granting"] for kid in tree.children(at, "mark"))
    return marked and tree.deps[at] == "advcl" and tree.child(at, "dobj", "ccomp", "xcomp") is not None
