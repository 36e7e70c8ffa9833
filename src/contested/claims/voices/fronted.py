"""Where a clause that opens a sentence ends: "While X says it withdrew, | shells hit the town" is the author's word."""

from __future__ import annotations

from contested.claims.voices.voice_ends import FINITE, STARTING, finite
from contested.claims.words.tree import Tree

OPENERS = frozenset("while although though as when after before because whereas since".split())
SUBJECTS = frozenset({"it", "they", "he", "she"})
JOINING = frozenset({"and", "or", "but", "which", "who", "whose", "where", "adding", "saying"})
LONGEST = 9  # tokens from the opening word to the word of telling


def fronted_until(tree: Tree, cue: int) -> int:
    """Where what is told in the sentence's opening clause ends; the sentence's end where no such clause tells it."""
    first, last = tree.first[cue], tree.last[cue]
    opener = first + (tree.lower[first] == "even")
    if opener >= cue or tree.lower[opener] not in OPENERS or cue - opener > LONGEST:
        return last
    return by_parse(tree, cue) or by_comma(tree, cue) or by_pronoun(tree, cue) or last


def by_parse(tree: Tree, cue: int) -> int | None:
    """The end of the adverbial clause with the cue, whose main clause follows."""
    k, clause = cue, None
    while tree.heads[k] != k:
        if tree.deps[k] == "advcl" and tree.heads[k] > cue:
            clause = k
        k = tree.heads[k]
    if clause is None:
        return None
    subject = tree.child(tree.heads[clause], "nsubj", "nsubjpass")
    begins = tree.left[subject] if subject is not None else tree.heads[clause]
    return begins if begins > cue and finite(tree, cue + 1, begins) else None


def by_comma(tree: Tree, cue: int) -> int | None:
    """The first comma behind a told clause with a clause of its own behind it."""
    last = tree.last[cue]
    for k in range(cue + 2, last - 2):
        if tree.words[k] == "," and finite(tree, cue + 1, k) and tree.lower[k + 1] not in JOINING:
            named = tree.tags[k + 1] == "VBG" and tree.tags[k + 2] in FINITE  # ", shelling killed nine"
            starts = named or tree.tags[k + 1] in STARTING or tree.lower[k + 1] in SUBJECTS
            return k if starts and finite(tree, k + 1, last) else None
    return None


def by_pronoun(tree: Tree, cue: int) -> int | None:
    """Where the main clause begins with a pronoun, its comma lost: "While X says it hit a depot | it killed nine"."""
    for k in range(cue + 3, tree.last[cue] - 1):
        behind = tree.tags[k - 1][:2] == "NN" and tree.tags[k + 1] in (*FINITE, "MD")
        if tree.lower[k] in SUBJECTS and behind and finite(tree, cue + 1, k):
            return k
    return None
