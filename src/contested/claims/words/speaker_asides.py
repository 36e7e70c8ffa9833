"""Speakers told with a place or an aside: "a resident of Norwick, who …", "a doctor in Norwick, the last one, said"."""

from __future__ import annotations

from contested.claims.words.phrases import NAMING, NOUNS
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SOMEBODY = frozenset({"a", "an", "one", "another", "some", "several", "two", "three", "many"})
MARKS = frozenset({",", "-", "–", "—", "--"})  # around an aside
LINKING = frozenset({"IN", "TO", "CC", "JJ", "PRP$", "DT", "WP", "WDT", "POS", "HYPH"})
SPEAKING = frozenset({"speaking", "talking", "addressing", "writing", "commenting"})
LOCAL = frozenset({"of", "in", "from", "at", "near"})


def antecedent(tree: Tree, noun: int, relative: int) -> int:
    """Whom "who" means: not the place of "a resident of Norwick, who asked not to be named", but the resident.

    Nor the clothes of "two men in jumpsuits who say".
    """
    above = tree.heads[tree.heads[noun]]
    before = tree.heads[noun] - 1
    if tree.lower[relative] == "who" and tree.deps[noun] == "pobj" and not is_human(tree, noun):
        return before if before >= tree.first[noun] and is_human(tree, before) else noun
    governed = tree.lower[relative] == "who" and tree.deps[noun] == "pobj" and tree.tags[noun] == "NNP"
    return above if governed and tree.lower[above] in speech().persons else noun


def is_human(tree: Tree, k: int) -> bool:
    """Whether a token is a name or a word for people or for who may speak."""
    low, nouns = tree.lower[k], load_nouns()
    speaks = low in speech().persons or low in speech().roles
    return tree.tags[k][:3] == "NNP" or speaks or low in nouns["people"] or low in nouns["armed"]


def before_aside(tree: Tree, verb: int, start: int, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """Who begins the sentence, where the parse took an aside for the subject: "A doctor, the last one here, said".

    The verb's auxiliaries begin at ``start``.
    """
    subjects, first = [k for k in tree.children(verb, "nsubj") if k < verb], tree.first[verb]
    if source is None or not subjects or may_speak(tree, subjects[-1]):
        return None
    if source[1] > start or tree.words[start - 1] != tree.words[source[0] - 1] or tree.words[start - 1] not in MARKS:
        return None
    opening = range(first, source[0])
    head = next((k for k in opening if tree.tags[k] in NOUNS and tree.tags[k + 1] not in NOUNS), None)
    if head is None or not may_speak(tree, head) or any(tree.tags[k] in FINITE for k in opening):
        return None
    return (first, source[0] - 1) if all(tree.tags[k] in NAMING for k in range(first, head)) else None


def swollen(tree: Tree, source: tuple[int, int], chunk: tuple[int, int]) -> bool:
    """Whether a parsed source is a clause that swallowed the name at its end."""
    if source[0] < chunk[0] and tree.tags[chunk[0] - 1] == "''":
        return True
    if source[0] < chunk[0] - 1 and tree.lower[chunk[1] - 1] in speech().roles and source[1] == chunk[1]:
        before = tree.tags[chunk[0] - 1]
        told = any(tree.tags[k] in ("VBD", "VBN", "VBZ", "VBP") for k in range(source[0], chunk[0] - 1))
        described = (
            tree.deps[chunk[0] - 1] == "amod" and tree.lower[chunk[0] - 2] == "of"
        )  # "of divided Norwick state media said"
        if told and (before[0] != "V" or described) and before not in LINKING:
            return True
    return (
        source[1] - source[0] > 6
        and source[0] < chunk[0]
        and tree.tags[chunk[1] - 1][:3] == "NNP"
        and tree.tags[chunk[0]] not in ("DT", "PRP$")
        and tree.tags[chunk[0] - 1] != "IN"
        and any(tree.tags[k] in ("VBD", "VBZ", "VBP") for k in range(*source))
    )


def may_speak(tree: Tree, noun: int) -> bool:
    """Whether a name or a word for a role stands at a token."""
    return tree.lower[noun] in speech().roles or tree.tags[noun][:3] == "NNP"


def before_place(tree: Tree, start: int, end: int) -> int:
    """Where what names somebody ends before the place they are of: "a resident | of Norwick" is not of its council."""
    if tree.lower[start] not in SOMEBODY:
        return end
    return next((k for k in range(start + 1, end) if tree.lower[k] in LOCAL and tree.tags[k - 1] in NOUNS), end)


def goes_on_listing(tree: Tree, head: int, comma: int) -> bool:
    """Whether a comma stands in a list of names that all tell it: "Norland, the Estmark Union and experts say"."""
    listed = next((k for k in tree.kids[head] if k > comma and tree.deps[k] == "conj"), None)
    if listed is None or tree.words[comma] != "," or tree.left[listed] != comma + 1 or not may_speak(tree, listed):
        return False
    return tree.tags[head] == "NNP" and tree.child(listed, "cc") is not None


def before_speaking(tree: Tree, verb: int, start: int) -> tuple[int, int] | None:
    """The name that opens a sentence and goes on speaking up to its verb: "Marlow speaking in Norwick with X said".

    The verb's auxiliaries begin at ``start``.
    """
    first, k = tree.first[verb], tree.first[verb]
    while k < start and (tree.tags[k] in NAMING or not tree.words[k].strip()):
        k += 1
    named = k > first and tree.tags[k - 1] in ("NNP", "NNPS")
    if not named or tree.lower[k : k + 1] == [] or tree.lower[k + (tree.words[k] == ",")] not in SPEAKING:
        return None
    while first < k and not tree.words[first].strip():
        first += 1
    return None if any(tree.tags[j] in FINITE for j in range(k, start)) else (first, k)
