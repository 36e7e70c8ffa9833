"""Counts of nobody and nothing: "no one was killed", "caused no casualties or damage"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from contested.claims.counts.effect_cues import Cue
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import EffectKind
from contested.model.mention import Mention

REACH = 5  # tokens between "no" and the noun it counts
SAID = ("acts_on", "states", "happens_to")
Zero = tuple[int, EffectKind, str | None, Mention]


def zeros_of(tree: Tree, cues: list[Cue]) -> Iterator[Zero]:
    """Each token that tells a harm nobody suffered, with the harm, the words for those spared, and the mention."""
    yield from spared(tree, cues)
    yield from harmless(tree)


def spared(tree: Tree, cues: list[Cue]) -> Iterator[Zero]:
    """Those of whom a verb of harm is said and who are none: "nobody was hurt", "no soldiers died", "hurt no one"."""
    for cue in cues:
        verb = cue.first
        if cue.word.pattern not in SAID or not tree.tags[verb].startswith(("V", "J")) or is_open(tree, verb):
            continue
        noun = sufferer(tree, cue)
        opener = none_at(tree, noun) if noun is not None else None
        if noun is None or opener is None:
            continue
        named = tree.lower[noun] not in effect_lexicon().words["nobody"] and tree.lower[noun] != "one"
        who = tree.mention(modifiers(tree, opener, noun), noun + 1).quote if named else None
        yield verb, cue.word.kind, who, tree.mention(opener, noun + 1)


def sufferer(tree: Tree, cue: Cue) -> int | None:
    """The noun that a verb of harm is said of: subject or object; "killed or hurt" share it."""
    verb = cue.first
    active = cue.word.pattern == "acts_on"
    if tree.deps[verb] == "conj" and tree.child(verb, "nsubjpass", "nsubj", "dobj") is None:
        verb = tree.heads[verb]
    found = tree.child(verb, "nsubjpass")
    return found if found is not None else tree.child(verb, "dobj" if active else "nsubj")


def none_at(tree: Tree, noun: int) -> int | None:
    """Where the words begin that make a noun none ("no soldiers", "not a single guard", "nobody"); None elsewhere."""
    words, first = effect_lexicon().words, tree.first[noun]
    if tree.lower[noun] in words["nobody"]:
        return noun
    for i in range(noun - 1, max(noun - REACH, first) - 1, -1):
        if tree.lower[i] in words["none"]:
            return i
        if tree.lower[i] == "single" and tree.lower[max(i - 2, first) : i] == ["not", "a"]:
            return i - 2
        if not tree.tags[i].startswith(("JJ", "NN", "VBN", "HYPH")):
            return None
    return None


def opener_of(tree: Tree, harm: int) -> int | None:
    """Where the words begin that make a harm none: "no casualties", "without (any) injuries"."""
    before = max(harm - 1 - (tree.lower[max(harm - 1, 0)] == "any"), 0)
    opener = none_at(tree, harm)
    return before if opener is None and tree.lower[before] == "without" else opener


def modifiers(tree: Tree, opener: int, noun: int) -> int:
    """Where the words for those spared begin, behind "no" or "not a single"."""
    return opener + 3 if tree.lower[opener] == "not" else min(opener + 1, noun)


def is_open(tree: Tree, verb: int) -> bool:
    """Whether the clause tells no fact: a modal, an infinitive, a condition."""
    lower = [tree.lower[k] for k in tree.kids[verb] if k < verb]
    return any(word in effect_lexicon().words["modals"] for word in lower) or "if" in lower


def harmless(tree: Tree) -> Iterator[Zero]:
    """Harm told as none: "there were no casualties", "no deaths or damage were reported", "without loss of life"."""
    words, known = effect_lexicon().words, harms()
    for i, word in enumerate(tree.lower):
        if word not in known:
            continue
        joined = tree.deps[i] == "conj"
        first = tree.heads[i] if joined and tree.lower[i - 1] in ("or", "nor", "and") else i
        opener = opener_of(tree, first) if tree.lower[first] in known and (first != i or not joined) else None
        above = tree.heads[tree.heads[i]] if joined else tree.heads[i]
        if opener is None or tree.lower[above] in words["unconfirmed"] or is_open(tree, above):
            continue
        for kind in known[word]:
            yield i, kind, None, tree.mention(min(opener, i), i + 1)


@cache
def harms() -> dict[str, tuple[EffectKind, ...]]:
    """The harms that each noun counts together."""
    words = effect_lexicon().words
    found: dict[str, tuple[EffectKind, ...]] = {"damage": ("damaged",)}
    found.update(dict.fromkeys(words["casualties"], ("killed", "injured")))
    found.update(dict.fromkeys(words["fatalities"], ("killed",)))
    found.update(dict.fromkeys(words["injuries"], ("injured",)))
    return found
