"""Noun phrases by tags alone: where commas were lost the parse fails just beside the words of telling."""

from __future__ import annotations

import re

from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NOMINAL = NOUNS | {"JJ", "POS", "CD", "HYPH", "VBN", "VBG"}
LINKS = frozenset({"of", "for", "and"})
NAMING = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "DT"})
OPENERS = frozenset({"DT", "PRP$", "WDT"})
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later also last early late "
    "january february march april june july august september october november december week month year".split()
)
AGES = frozenset("year years month months week weeks day days".split())
FURTHER = frozenset(
    {"adding", "noting", "saying", "stressing", "warning", "who", "from", "that", "which"}
)  # what may follow "said X"
LONGEST_HEADLINE = 200  # characters
SUFFIX = re.compile(r"\s+(?:[|•]|-(?=\s))")


def headline_end(text: str) -> int:
    """Where the headline ends, the names of site and section after "|" or " - " left out; 0 where there is none."""
    end = text.find("\n\n")
    if not 0 < end <= LONGEST_HEADLINE:
        return 0
    marks = [m.start() for m in SUFFIX.finditer(text, 0, end) if text.count(" ", 0, m.start()) >= 3]
    return next((mark for mark in marks if text[mark:end].strip(" |•-_")[:1].isupper()), end)


def is_question(tree: Tree, token: int) -> bool:
    """Whether the sentence of a token asks who, what, why, when, where or how: "How many died?"."""
    first, last = tree.first[token], tree.last[token]
    while last - 1 > first and not tree.words[last - 1].strip():
        last -= 1
    if tree.lower[last - 1] != "?":
        return False
    opens = (k for k in range(first, last) if k == first or tree.words[k - 1] in (",", ":"))
    return any(tree.tags[k] in ("WRB", "WP", "WDT", "WP$") for k in opens)


def is_reached_by(tree: Tree, last: int) -> bool:
    """Whether a noun is only how somebody was reached: "residents contacted by phone said"."""
    if tree.lower[last] not in speech().channels or tree.lower[last - 1] != "by":
        return False
    return tree.tags[last - 2] in ("VBN", "VBD") and tree.tags[last - 3] in NOUNS


def noun_before(tree: Tree, stop: int) -> tuple[int, int] | None:
    """The noun phrase that ends just before token ``stop``, a day or a bracket between them left out."""
    first, last = tree.first[stop], last_noun(tree, stop)
    if last < first:
        return None
    if tree.tags[last] == "PRP":
        return last, last + 1
    if tree.tags[last] not in NOUNS:
        return None
    if last - 2 > first and is_reached_by(tree, last):
        return noun_before(tree, last - 2)
    if tree.lower[last] == "reports" and tree.tags[last - 1][:3] == "NNP":
        return last, last + 1  # "… in Norwick reports say"
    k = last
    while k > first and goes_on(tree, k - 1, last):
        k -= 1
    while k < last and (tree.lower[k] in LINKS or tree.tags[k] in ("POS", "HYPH")):
        k += 1
    if k > first and tree.tags[k - 1] in OPENERS:
        k -= 1
        k = before_apposition(tree, k)
    if (
        k > first + 1
        and tree.lower[k - 1] in ("in", "at", "from", "with", "on", "inside", "near")
        and tree.lower[k - 2] in speech().roles
    ):
        outer = noun_before(tree, k - 1)  # "an activist in the town of X said"
        k = outer[0] if outer is not None else k
    return k, last + 1


def last_noun(tree: Tree, stop: int) -> int:
    """The token that can end the phrase: over adverbs, "on Friday", "(SOHR)"."""
    first, k = tree.first[stop], stop - 1
    while k > first and (tree.tags[k] == "RB" or tree.lower[k] in DAYS or tree.words[k] == ","):
        k -= 1 + (tree.lower[k - 1] == "on")
    if k > first and tree.words[k] == ")":
        k = next((j - 1 for j in range(k, max(first, k - 6), -1) if tree.words[j] == "("), k)
    return k


def goes_on(tree: Tree, k: int, last: int) -> bool:
    """Whether the phrase that ends with ``last`` reaches back to token k."""
    tag, low, right = tree.tags[k], tree.lower[k], tree.tags[k + 1]
    if low in DAYS:
        return False
    if low in LINKS:
        before = tree.tags[k - 1] if k > tree.first[k] else ""
        return before in NOUNS and (
            low != "and" or right[:3] == before[:3] == "NNP" or tree.lower[k - 1] in speech().roles
        )
    if tag not in NOMINAL:
        return False
    if tag == "NNS" and right in NOMINAL:  # "40 others state news agency SANA"
        return low in speech().joins
    if right[:3] == "NNP" and tag in ("VBN", "VBG", "CD"):
        return False
    return not (right == "JJ" and tag in NOUNS)


def before_apposition(tree: Tree, k: int) -> int:
    """The start of the name that opens a sentence where an apposition at token k follows it ("X a rights group")."""
    first, j = tree.first[k], k
    while j > first and (tree.tags[j - 1][:3] == "NNP" or tree.lower[j - 1] in ("of", "for")):
        j -= 1
    if j < k and tree.tags[k] == "DT" and tree.tags[k - 1][:3] == "NNP":
        opens = j == first or (j - 1 == first and tree.tags[first] == "DT")
        if opens:
            return first
    return k


def ends_name(tree: Tree, k: int, start: int) -> bool:
    """Whether token k ends the name that begins at ``start``, behind a verb of telling."""
    return (
        tree.lower[k] in FURTHER
        or tree.words[k] == "("
        or apposed(tree, k, start)
        or (k > start + 1 and tree.lower[k] in ("to", "on", "in", "at"))
    )


def apposed(tree: Tree, k: int, start: int) -> bool:
    """Whether an apposition begins at token k that lost its comma: "said the Norwick Watch a group close to …"."""
    return k > start + 1 and tree.lower[k] in ("a", "an") and tree.tags[k - 1] in NOUNS


def noun_after(tree: Tree, verb: int) -> tuple[int, int] | None:
    """The noun phrase between a verb and the end of its sentence ("…, said the group."), "to Y" left out."""
    start, last = verb + 1, tree.last[verb]
    while last > start and not tree.words[last - 1][:1].isalnum():
        last -= 1
    if (
        start >= last
        or tree.lower[start] in DAYS
        or tree.lower[start] in speech().labels
        or not (tree.tags[start] in OPENERS or tree.tags[start] in NOUNS or tree.tags[start] == "JJ")
    ):
        return None
    end = next((k for k in range(start + 1, last) if ends_name(tree, k, start)), last)
    inside = all(
        tree.tags[k] in NOMINAL or tree.tags[k] in OPENERS or tree.lower[k] in LINKS for k in range(start, end)
    )
    more = end < last and (tree.lower[end] in FURTHER or tree.words[end] == "(" or apposed(tree, end, start))
    plain = end < last and tree.tags[end - 1] == "NNS" and tree.lower[end] == "from"
    if more and plain and any(tree.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(end, last)):
        return None  # "said jihadists from the group seized the hill"
    tail = more or all(tree.tags[k][0] != "V" and tree.tags[k] != "MD" for k in range(end, last))
    return (start, end) if inside and tail and verb - tree.first[verb] >= 3 and tree.tags[end - 1] in NOUNS else None


def name_ends(tree: Tree, start: int, end: int) -> int:
    """Where a name after "according to" ends that lost its comma: "the statement missile attacks also …"."""
    for k in range(start, end - 1):
        body = tree.tags[k] == "NNP" and tree.lower[k] in speech().bodies and tree.tags[k + 1] in ("NNS", "DT", "CD")
        agency = tree.words[k].isupper() and speech().roles.get(tree.lower[k]) == "media" and tree.tags[k] == "NNP"
        ends = body or agency or tree.lower[k] in speech().closing
        if ends and tree.tags[k + 1] in NAMING and tree.lower[k + 1] not in speech().roles:
            return k + 1
    return end


def after_age(tree: Tree, at: int) -> int:
    """The token behind "-year-old" or "-storey", which a number begins; ``at`` where no such words stand there."""
    words = [word for word in tree.lower[at : at + 4] if word != "-"]
    if words[1:2] == ["old"] and words[0] in AGES:
        return tree.lower.index("old", at) + 1
    joined = tree.words[at : at + 1] == ["-"] and tree.tags[at - 1] == "CD" and tree.words[at + 1 : at + 2] != []
    return at + 2 if joined and tree.words[at + 1].isalpha() else at


def without_clause(tree: Tree, noun: int) -> tuple[int, int]:
    """A noun's phrase without the clause that tells of it: "claimed by the group, which fights the government"."""
    left, right = tree.subtree(noun)
    clause = next((k for k in tree.kids[noun] if tree.deps[k] == "relcl" and k > noun), None)
    end = tree.left[clause] if clause is not None else right
    return left, end - 1 if end - 1 > noun and tree.words[end - 1] == "," else end
