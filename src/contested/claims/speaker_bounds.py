"""Where a speaker's name begins and ends, whatever marks the text lost around it."""

from __future__ import annotations

from contested.claims.speech import speech
from contested.claims.tree import Tree

PROPER = frozenset({"NNP", "NNPS"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "another", "one", "some", "its", "their"})
PARTICLES = frozenset({"al", "el", "as", "ad", "ar", "ash", "an", "at", "abd", "abu", "bin", "ibn", "ul"})


def issuer(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """Who made the document that a source names ("a toll from the group", "photos published by residents")."""
    head = head_of(tree, start, end)
    low = tree.lower[head]
    if speech().roles.get(low) != "document" and speech().noun(low) is None:
        return None
    for k in tree.kids[head]:
        inner = tree.child(k, "agent") if tree.deps[k] == "acl" else k
        if head < k < end and inner is not None and tree.lower[inner] in ("by", "from"):
            noun = tree.child(inner, "pobj")
            if noun is not None and (tree.tags[noun][:3] == "NNP" or tree.lower[noun] in speech().roles):
                return tree.subtree(noun)
    return None


def whole_name(tree: Tree, start: int) -> int:
    """Where a name begins that the parse broke at its hyphen ("al-…")."""
    if not 2 <= start < len(tree.words) or start - 2 < tree.first[start]:
        return start
    at = start if tree.words[start] == "-" else start - 1 if tree.words[start - 1] == "-" else 0
    if at - 1 < tree.first[start] or at == 0 or tree.lower[at - 1] not in PARTICLES:
        return start
    start = at - 1
    while start > tree.first[at] and tree.tags[start - 1] == "NNP":
        start -= 1
    return start


def named_before(tree: Tree, start: int) -> int:
    """Where the name begins that "a monitoring group" only describes, its comma lost or not."""
    first, k = tree.first[start], start - 1
    if tree.lower[start] not in ("a", "an") or k <= first:
        return start
    k -= tree.words[k] == ","
    begin = k + 1
    while begin > first and (tree.tags[begin - 1] in PROPER or tree.lower[begin - 1] in ("of", "for", "and")):
        begin -= 1
    while begin <= k and tree.tags[begin] not in PROPER:
        begin += 1
    if not any(word in speech().roles or word in speech().bodies for word in tree.lower[begin : k + 1]):
        return start
    before = begin - 1 - (begin > first and tree.lower[begin - 1] in ARTICLES)
    if before >= first and (tree.tags[before] in ("IN", "TO", "POS") or tree.tags[before][0] == "V"):
        return start
    return begin


def named_after(tree: Tree, start: int, end: int) -> tuple[int, int] | None:
    """The name that stands beside "a rights group" between commas ("a rights group, the X Watch, counted")."""
    head = head_of(tree, start, end)
    if tree.tags[head][:2] != "NN" or tree.tags[head] in PROPER:
        return None
    if not any(speech().roles.get(word) in ("monitor", "media") for word in tree.lower[start : head + 1]):
        return None
    beside = next((k for k in tree.kids[head] if head < k < end and tree.deps[k] == "appos"), None)
    if beside is None or tree.tags[beside] not in PROPER or tree.words[tree.left[beside] - 1] != ",":
        return None
    stop = next((k for k in range(beside + 1, min(tree.right[beside], end)) if tree.words[k] == ","), end)
    return tree.left[beside], min(stop, tree.right[beside])


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of an interval whose head lies outside it."""
    heads = tree.heads
    return next((k for k in range(start, end) if heads[k] == k or not start <= heads[k] < end), start)
