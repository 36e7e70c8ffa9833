"""Who ends a sentence behind the verb: "jets bombed a market said the governor as rebels pressed on"."""

from __future__ import annotations

from contested.claims.voices.closing_tails import FINITE, tail_end
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.phrases import DAYS, LINKS, NOMINAL, NOUNS
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

FORMS = frozenset({"VBD", "VBZ", "VBP", "VBN"})
OPENERS = frozenset({"DT", "PRP$"})
PROPER = frozenset({"NNP", "NNPS"})
BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
ANYTHING = frozenset({"say", "ad"})  # what is said is a clause; what is reported may be a thing
NEVER = frozenset({"tell", "alleg"})  # "told the minister", "the alleged attack site"
LONG = 7  # words that tell something even where no verb is seen among them
Source = tuple[int, int]


def speaker_behind(tree: Tree, verb: int) -> Source | None:
    """The speaker between a verb of telling and what the sentence goes on with; None: what is told stands there."""
    stem = speech().stem(tree.lower[verb])
    inverted = stem in speech().postposed and stem not in NEVER
    if tree.tags[verb] not in FORMS or not inverted or tree.lower[verb - 1] in BE:
        return None
    first, stop = tree.first[verb], tail_end(tree, verb + 1)
    while stop > verb and not tree.words[stop - 1][:1].isalnum():
        stop -= 1
    told = range(first, verb)
    if len(told) < 4 or not (any(tree.tags[k] in FINITE for k in told) or len(told) > LONG):
        return None
    end = phrase_end(tree, verb + 1, stop)
    if end is None:
        return None
    if tree.tags[end : end + 1] not in (["WDT"], ["WP"], ["WP$"]) and any(acts(tree, k) for k in range(end, stop)):
        return None
    return None if has_speaker(tree, verb, stem, end) else (verb + 1, end)


def acts(tree: Tree, k: int) -> bool:
    """Whether a token is a verb that somebody does: not "a Norwick-based monitor"."""
    return tree.tags[k] == "MD" or (tree.tags[k][0] == "V" and tree.words[k - 1] != "-")


def phrase_end(tree: Tree, start: int, stop: int) -> int | None:
    """Where the speaker's noun phrase ends that begins at a token; None where it is no speaker's."""
    k = start + (tree.tags[start : start + 1] != [] and tree.tags[start] in OPENERS)
    while k < stop and (tree.tags[k] in NOMINAL or tree.lower[k] in LINKS):
        k += 1
    while k > start and tree.lower[k - 1] in LINKS:
        k -= 1
    if k <= start or any(tree.tags[j] == "CD" or tree.lower[j] in DAYS for j in range(start, k)):
        return None
    behind = next((j for j in range(start, k) if tree.lower[j] in ("of", "for")), k)
    return k if behind > start and may_speak(tree, behind - 1) else None


def may_speak(tree: Tree, k: int) -> bool:
    """Whether a noun is a name or a word for who can speak."""
    low = tree.lower[k]
    if tree.tags[k] not in NOUNS or low in load_nouns()["happenings"] or low in speech().mute:
        return False
    words = speech()
    known = low in words.roles or low in words.bodies or low in words.things or low in words.persons
    return low not in effect_lexicon().forms and (tree.tags[k] in PROPER or known)


def has_speaker(tree: Tree, verb: int, stem: str, end: int) -> bool:
    """Whether who stands before the verb says it, so that what stands behind is told of: "activists say rebels"."""
    before = verb - 1
    while before > tree.first[verb] and tree.tags[before] == "RB":
        before -= 1
    if tree.tags[before] == "PRP":
        return True
    if "CD" in tree.tags[max(before - 2, tree.first[verb]) : before]:
        return False  # "… killing nine people said the mayor"
    kind, others = speech().roles.get(tree.lower[before]), {speech().roles.get(w) for w in tree.lower[verb + 1 : end]}
    return kind not in (None, "party") and (others <= {None, "party"} or stem not in ANYTHING)
