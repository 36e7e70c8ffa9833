"""Where the text says that somebody did not speak: "X has not commented", "there was no official confirmation"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
NOT = frozenset({"not", "n't", "never", "nt", "n’t"})


@dataclass(frozen=True, slots=True)
class Silence:
    """The verb or noun that tells a silence, and the tokens of its words, end exclusive."""

    verb: int
    start: int
    end: int


@cache
def silence_words() -> dict[str, frozenset[str]]:
    """The lists of ``lexicon/silences.toml``."""
    text = files("contested.claims").joinpath("lexicon/silences.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


def silences_of(tree: Tree) -> Iterator[Silence]:
    """The silences of a text in order."""
    words = silence_words()
    for i, low in enumerate(tree.lower):
        if low in words["starters"]:
            found = (
                said_nothing(tree, i)
                or declined(tree, i)
                or neither_way(tree, i)
                or kept_silent(tree, i)
                or no_comment(tree, i)
            )
            if found is not None:
                yield found


def said_nothing(tree: Tree, i: int) -> Silence | None:
    """ "Has not commented", "did not mention the raid", "said nothing"."""
    words, kids = silence_words(), tree.kids[i]
    if tree.tags[i][:2] != "VB" or tree.child(i, "nsubj") is None:
        return None
    nothing = next((k for k in kids if tree.lower[k] == "nothing" and k > i), None)
    if tree.lower[i] in words["saying"] and nothing is not None:
        return Silence(i, i, nothing + 1)
    denied = next((k for k in kids if tree.lower[k] in NOT and k < i), None)
    able = any(tree.lower[k] in ("could", "can", "would", "will", "should", "may") for k in kids)
    if denied is None or able:
        return None
    asked = any(tree.lower[k] in words["asked"] for k in range(i + 1, min(i + 6, tree.last[i])))
    speaks = tree.lower[i] in words["commenting"] or (tree.lower[i] in words["answering"] and asked)
    return Silence(i, denied, i + 1) if speaks else None


def declined(tree: Tree, i: int) -> Silence | None:
    """ "Declined to comment", "refused to answer questions"."""
    words = silence_words()
    act = tree.child(i, "xcomp") if tree.lower[i] in words["declining"] else None
    if act is None or tree.lower[act] not in words["commenting"] | words["answering"]:
        return None
    return Silence(i, i, act + 1)


def neither_way(tree: Tree, i: int) -> Silence | None:
    """ "Neither confirmed nor denied", "would not confirm or deny"."""
    words, before = silence_words(), range(max(i - 6, tree.first[i]), i)
    if tree.lower[i] not in words["denying"] or words["confirming"].isdisjoint(tree.lower[i - 2 : i]):
        return None
    if tree.lower[i - 1] not in ("nor", "or") or not any(
        tree.lower[k] in NOT or tree.lower[k] in words["declining"] or tree.lower[k] == "neither" for k in before
    ):
        return None
    return Silence(i, i, i + 1)


def kept_silent(tree: Tree, i: int) -> Silence | None:
    """ "Remained silent", "was not available for comment"."""
    words = silence_words()
    told = tree.tags[i] in FINITE and tree.child(i, "mark") is None
    quiet = tree.child(i, "acomp") if told and tree.lower[i] in words["keeping"] else None
    subject = tree.child(i, "nsubj")
    if subject is not None and tree.tags[subject] in ("NN", "NNS") and not can_speak(tree.lower[subject]):
        return None  # "the front remained quiet"
    return Silence(i, i, quiet + 1) if quiet is not None and tree.lower[quiet] in words["silent"] else None


def can_speak(noun: str) -> bool:
    """Whether a common noun stands for somebody who may speak."""
    if noun == "front":  # a line of battle, where no name is told
        return False
    return noun in speech().roles or noun in speech().bodies or noun in speech().things or noun in load_nouns()["party"]


def no_comment(tree: Tree, i: int) -> Silence | None:
    """ "There was no official confirmation", "no immediate comment from X"."""
    words, first = silence_words(), tree.first[i]
    if tree.lower[i] not in words["comments"]:
        return None
    opener = next((k for k in tree.kids[i] if tree.lower[k] == "no" and k < i), None)
    above = tree.heads[i]
    exists = tree.deps[i] == "attr" and tree.child(above, "expl") is not None
    alone = tree.deps[i] == "ROOT" or first == opener
    return Silence(i, opener, i + 1) if opener is not None and (exists or alone) else None
