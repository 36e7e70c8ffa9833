"""Nouns that are verbs of a sentence that lost its comma: "… killed five X reports."."""

from __future__ import annotations

from contested.claims.words.phrases import NOUNS
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree


def by_noun(tree: Tree, i: int) -> bool:
    """Whether a noun is the verb of a sentence that lost its comma: "… killed five X reports."."""
    rest = tree.words[i + 1 : tree.last[i]]
    named = i > 0 and (tree.tags[i - 1][:3] == "NNP" or tree.lower[i - 1] in speech().roles)
    if tree.lower[i] == "claims" and not begins_sentence(tree, i):
        return False  # "rejected the army claims"
    return named and all(not word[:1].isalnum() for word in rest)


def begins_sentence(tree: Tree, i: int) -> bool:
    """Whether the words before a token are one speaker in the singular behind what is told."""
    k = i - 1
    while k > tree.first[i] and tree.lower[k] not in ("a", "an", "the") and tree.words[k] != ",":
        k -= 1
    behind = tree.words[k] == "," or (tree.lower[k] in ("a", "an") and tree.tags[k - 1] in NOUNS)
    return tree.tags[i - 1] in ("NN", "NNP") and k > tree.first[i] and (behind or tree.words[k - 1] == ",")
