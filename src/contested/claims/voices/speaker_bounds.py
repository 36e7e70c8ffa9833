"""Where a speaker's name begins and ends, whatever marks the text lost around it."""

from __future__ import annotations

import re

from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.phrases import DAYS
from contested.claims.words.roles import RELATIVE
from contested.claims.words.speech import speech
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

PROPER = frozenset({"NNP", "NNPS"})
ARTICLES = frozenset({"the", "a", "an", "this", "that", "these", "those", "another", "one", "some", "its", "their"})
PREPOSITION = re.compile(
    r"(?<!-)\b(?:of|with|in|on|by|at|against|between|near|for|from|to|following|during|after|according)\b"
)
OTHERS = frozenset({"people", "militants", "rebels", "fighters", "civilians", "troops", "forces"})
# Words that end what is told before who tells it, where its comma is lost.
CLOSING = frozenset({"earlier", "later", "ago", "before", "least", "dead", "wounded", "injured", "others"})
MEDIA = frozenset({"interview", "post", "tweet", "twitter", "telegram", "facebook", "message", "briefing", "letter"})
WIRES = frozenset({"AP", "AFP", "Reuters", "REUTERS", "DPA", "UPI", "TASS", "EFE", "ANSA"})
PARTICLES = frozenset({"al", "el", "as", "ad", "ar", "ash", "an", "at", "abd", "abu", "bin", "ibn", "ul"})


def lost_apostrophe(tree: Tree, k: int) -> bool:
    """Whether a word is a possessive that lost its apostrophe: "ministrys", a name told elsewhere without "s"."""
    word, low = tree.words[k], tree.lower[k]
    if not word.endswith("s") or word.endswith("ss") or tree.tags[k][:2] != "NN":
        return False
    bare = low[:-1]
    if word[:-1].isupper() and (len(bare) > 2 or (len(bare) == 2 and tree.lower[k + 1 : k + 2] == ["statement"])):
        return True  # "ISs statement"
    if tree.tags[k] == "NNP":
        return word[:-1] in tree.words
    return bare.endswith("y") and bare in speech().roles


def whole_name(tree: Tree, start: int) -> int:
    """Where a name begins that the parse broke at its hyphen ("al-…"), or behind its verb ("Save the Children")."""
    asks = tree.tags[start - 1] in ("VB", "VBP") and tree.words[start - 1].istitle()
    if asks and start > tree.first[start] and tree.words[start] == "the" and tree.words[start + 1].istitle():
        return start - 1
    if not 2 <= start < len(tree.words) or start - 2 < tree.first[start]:
        return start
    at = start if tree.words[start] == "-" else start - 1 if tree.words[start - 1] == "-" else 0
    if at - 1 < tree.first[start] or at == 0 or tree.lower[at - 1] not in PARTICLES:
        return start
    start = at - 1
    while start > tree.first[at] and tree.tags[start - 1] == "NNP":
        start -= 1
    return start


def head_of(tree: Tree, start: int, end: int) -> int:
    """The token of an interval whose head lies outside it; its last noun where the parse cut the article off."""
    head = tree.head_of(start, end)
    cut_off = tree.tags[head] == "DT" and tree.tags[end - 1] in ("NN", "NNS") and head < end - 1
    return end - 1 if cut_off else head


def speaks(name: str) -> bool:
    """Whether a name can be a speaker's: "clashes with militants" never is, whatever a broken parse makes of it."""
    if name.endswith("WHO"):
        return True  # no "who", but the body
    words = PREPOSITION.split(name.casefold(), maxsplit=1)[0].split()
    while words and words[-1] in DAYS:
        words.pop()
    if words[-1:] == ["province"] and "state" in words:
        return True  # "the Islamic State's Norwick Province": a branch of the group by its own name
    return (
        any(map(str.isalnum, name))
        and bool(words)
        and words[-1] not in speech().mute
        and words[-1] not in load_nouns()["happenings"]
    )


def ends_with_medium(tree: Tree, start: int, end: int) -> bool:
    """Whether a medium's name ends a phrase about others ("three people in the port X radio")."""
    role = speech().roles.get(tree.lower[end - 1])
    if role is None or (role != "media" and not (tree.words[end - 1].isupper() and tree.tags[end - 1] == "NNP")):
        return False
    stop = next((k for k in range(start, end) if tree.tags[k] == "IN"), start)
    if stop == start or tree.tags[stop - 1] in PROPER:
        return False
    return tree.lower[stop - 1] in OTHERS or tree.lower[stop - 1] not in speech().roles


def may_name(word: str) -> bool:
    """Whether a word may stand in the name of a body or a role."""
    return word in speech().roles or word in speech().bodies or word in speech().before_role


def name_at_end(tree: Tree, start: int, end: int, named: int | None) -> int:
    """Where the speaker begins that a phrase swallowed which cannot speak ("two bombs in Norwick X news agency").

    ``named`` is the token where a known name begins that ends the phrase, if any.
    """
    if end - start < 3 or (speaks(" ".join(tree.words[start:end])) and not ends_with_medium(tree, start, end)):
        return start
    k = named if named is not None else end
    while named is None and k > start and may_name(tree.lower[k - 1]):
        k -= 1
    while named is None and start < k < end and tree.tags[k - 1] == tree.tags[k] == "NNP":
        k -= 1
    while k < end and tree.lower[k] in ("-", "and"):
        k += 1
    before = k - 1 - (k - 1 > start and tree.tags[k - 1] == "DT")
    return k if start < k < end and tree.tags[before] not in ("IN", "TO") else start


def with_name(tree: Tree, end: int) -> int:
    """The end of "the news agency X" where the parse took the name off its role."""
    if end < len(tree.tags) and tree.tags[end - 1] == "NN" and speech().roles.get(tree.lower[end - 1]) == "media":
        while end < tree.last[end - 1] and (
            tree.tags[end] == "NNP" or (tree.words[end] == "-" and tree.tags[end + 1 : end + 2] == ["NNP"])
        ):
            end += 1
    return end


def after_harmed(tree: Tree, start: int, end: int) -> int:
    """Where a name begins that lost the full stop before it: "… left 30 injured Anna Marlow said"."""
    if start + 1 < end and tree.tags[start] == "CD" and tree.lower[start + 1] in effect_lexicon().forms:
        start += 1  # "… and 20 wounded activists said"
    elif start + 2 == end - 1 and tree.tags[start] == "CD" and tree.lower[start + 1] in OTHERS:
        start += 2 * tree.words[start + 2][:1].isupper()  # "… that killed 13 people MSF said"
    harmed = tree.lower[start] in effect_lexicon().forms and tree.words[start].islower()
    counted = start > 0 and tree.tags[start - 1] == "CD"
    named = start + 1 < end and (tree.tags[start + 1] == "NNP" or (counted and tree.lower[start + 1] in speech().roles))
    return start + 1 if harmed and named else start


def hurt_at(tree: Tree, i: int) -> bool:
    """Whether a word tells what became of somebody ("killed", "dead", but not "deaths")."""
    return i < len(tree.lower) and tree.lower[i] in effect_lexicon().forms and tree.tags[i] != "NNS"


def takes_in(tree: Tree, i: int) -> bool:
    """Whether a verb has counted people for object: a hospital that "admitted 30 people" owns up to nothing.

    Nor does a number report: "14 attacks and 53 reported deaths".
    """
    if tree.lower[i] == "reported" and i and tree.tags[i - 1] == "CD" and tree.tags[i + 1 : i + 2] in (["NN"], ["NNS"]):
        return True
    thing = tree.child(i, "dobj") if tree.lower[i] in ("admit", "admits", "admitted", "admitting") else None
    return thing is not None and (tree.tags[thing] == "CD" or any(tree.tags[k] == "CD" for k in tree.kids[thing]))


def after_count(tree: Tree, start: int, end: int) -> int:
    """Where a name begins behind a number, a day or a time that lost its comma: "wounded at least 50 a group said"."""
    for k in range(end - 2, start, -1):
        named = tree.words[k + 1][:1].isalnum() and tree.tags[k + 1] != "CD"
        if named and (tree.lower[k] == "overnight" or (tree.lower[k] in DAYS and tree.lower[k - 1] == "on")):
            return k + 1
        if tree.lower[k] in ("a", "an", "the") and (tree.tags[k - 1] == "CD" or tree.lower[k - 1] in CLOSING):
            return k
    return start


def bare_name(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """A name without what opens its clause before it and the day of speaking behind it ("which X on Sunday said")."""
    if end - start > 1 and tree.lower[start] in RELATIVE and tree.words[start] != "WHO":
        start += 1
    if (
        end - start > 2
        and tree.words[start] in WIRES
        and tree.words[start + 1].istitle()
        and start == tree.first[start]
    ):
        start += 1  # "AP Norland's state TV has raised the toll": the wire's own line
    if end - start > 2 and tree.lower[end - 1] in DAYS and tree.lower[end - 2] in ("on", "late", "early"):
        end -= 2
    return start, end


def before_name(tree: Tree, k: int) -> bool:
    """Whether a word only stands before a name: an article, a day, a mark, the number in "UPDATE 2-Norland says"."""
    if tree.lower[k] in ARTICLES:
        return tree.lower[k + 1] != "of"
    numbered = tree.tags[k] == "CD" and tree.words[k + 1] == "-" and tree.words[k + 2][:1].isupper()
    return tree.lower[k] in DAYS or not tree.words[k][:1].isalnum() or numbered


def ends_in_adverb(tree: Tree, end: int) -> bool:
    """Whether a name is cut before a last word that the parse took for an adverb: "Norwick Now said"."""
    if not 0 < end < len(tree.words) - 1 or not tree.words[end - 1][:1].isupper():
        return False
    return tree.tags[end] == "RB" and tree.words[end].istitle() and tree.tags[end + 1][:2] == "VB"


def told_in(tree: Tree, k: int) -> bool:
    """Whether a preposition begins where somebody told it, no part of the name: "the army in an online statement"."""
    if tree.lower[k] not in ("in", "on", "via") or tree.deps[k] != "prep":
        return False
    noun = tree.child(k, "pobj")
    return noun is not None and (tree.lower[noun] in speech().issued or tree.lower[noun] in MEDIA)


def before_bracket(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """The name that initials in brackets stand for, where the parse took only these: "the X Observatory [XO]"."""
    if start < 2 or tree.words[start - 1] not in ("[", "(") or end - start > 2 or not tree.words[start - 2].istitle():
        return start, end
    begin = start - 1
    while begin > tree.first[start] and (tree.words[begin - 1].istitle() or tree.lower[begin - 1] in ("for", "of")):
        begin -= 1
    if tree.lower[begin - 1] in ARTICLES and begin > tree.first[start]:
        begin -= 1
    return begin, start - 1


def after_date(tree: Tree, start: int, end: int) -> int:
    """Where a name begins behind a line's date that is glued to it: "Saturday 23 April 2016 18:20 Marlow: …"."""
    k = start
    while k < end and (tree.lower[k] in DAYS or tree.words[k][0].isdigit()):
        k += 1
    dated = any(tree.lower[n] in DAYS for n in range(start, k)) and any(map(str.isdigit, tree.words[start:k]))
    return k if dated and k < end and tree.words[k][0].isupper() else start


def after_credit(tree: Tree, start: int, end: int) -> int:
    """Where a name begins behind a bracket or a line glued to it: "(Agency) UN says", "dead in X The Y said"."""
    start = after_date(tree, start, end)
    for k in range(end - 1, start, -1):
        if tree.words[k - 1] == ")" and "(" not in tree.words[start + 1 : k]:
            return k
        if "/" in tree.words[start:k] and tree.words[k] in ("A", "An", "The") and k - start <= 4:
            return k  # "AGENCY/Jane Doe A resident said"
        if "/" in tree.words[k - 1] and tree.words[k] in ("A", "An", "The"):
            return k
        if tree.words[k] == "The" and tree.tags[k - 1][:2] == "NN" and speaks(" ".join(tree.words[k:end])):
            return k
    return start


def names_somebody(tree: Tree, start: int, stop: int) -> bool:
    """Whether tokens are two to four capital words without a role's or a body's among them."""
    words = [k for k in range(start, stop) if tree.words[k] != "-"]
    plain = (speech().roles.keys() | speech().bodies | speech().persons).isdisjoint(tree.lower[start:stop])
    named = all(tree.words[k][:1].isupper() or tree.lower[k] in PARTICLES for k in words)
    proper = any(tree.tags[k] in PROPER for k in words) and tree.lower[start] not in ARTICLES  # no "A Russian" officer
    return plain and named and proper and 2 <= len(words) <= 4


def lost_comma(tree: Tree, start: int, stop: int) -> int:
    """Where an article or a role inside a name tells that its comma was lost ("X a group", "Anna Marlow head of Y")."""
    for k in range(start + 1, stop):
        if tree.lower[k] in ("a", "an", "the") and tree.tags[k - 1][:3] == "NNP":
            return k
        role = tree.lower[k] in speech().persons and tree.words[k].islower() and tree.lower[k + 1 : k + 2] != []
        if role and tree.lower[k + 1] in ("of", "for", "at") and names_somebody(tree, start, k):
            return k
    return stop
