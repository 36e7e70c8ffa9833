"""The edges of a speaker's words that a parse or lost marks set wrongly: brackets, dates, "Committee to Protect X"."""

from __future__ import annotations

from contested.claims.voices.speaker_bounds import (
    PROPER,
    after_credit,
    bare_name,
    before_bracket,
    ends_in_adverb,
    told_in,
)
from contested.claims.words.quotation import CLOSING, OPENING, STRAIGHT
from contested.claims.words.speaker_asides import goes_on_listing
from contested.claims.words.speech import speech
from contested.claims.words.tree import Tree

MARKS = frozenset({",", "(", "[", "–", "—", ";", ":"})
RELAYING = frozenset({"citing", "quoting"})  # "Norwick News citing a source said"
QUOTING = OPENING | CLOSING | STRAIGHT
LONGEST_NAME = 7  # tokens of a name between quotation marks, the last mark with them
CUT = frozenset({"relcl", "acl", "appos"})
# Bodies that may be called after what they are for; "Army to Storm Town" is a headline.
BODIES = frozenset(
    "alliance association board body campaign centre center coalition commission committee council foundation fund "
    "group initiative institute league mission movement network organisation organization society union".split()
)


def edges(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """Where a speaker's words begin and end, in tokens, from where the parse or the cue lets them."""
    start, end = bare_name(tree, *before_bracket(tree, start, end))
    end = next((k for k in range(start + 1, end) if tree.lower[k] in RELAYING and tree.tags[k] == "VBG"), end)
    end += ends_in_adverb(tree, end)
    start, end = with_purpose(tree, after_credit(tree, start, end), end)
    start += is_after_place(tree, start, end)
    return with_marked_name(tree, with_initials(tree, start, end)), end


def with_marked_name(tree: Tree, start: int) -> int:
    """Where a name between quotation marks begins that stands right before: the "Norwick Today" | newspaper."""
    first, k = tree.first[start], start - 2
    if start - first < 3 or tree.words[start - 1] not in QUOTING:
        return start
    while k > first and k > start - LONGEST_NAME and tree.words[k][:1].isupper() and tree.tags[k] in PROPER:
        k -= 1
    return k if k < start - 2 and tree.words[k] in QUOTING else start


def is_after_place(tree: Tree, start: int, end: int) -> bool:
    """Whether a place that lost its comma stands before a body's initials: "partners in Norland UNHCR said"."""
    place = start > 0 and tree.lower[start - 1] in ("in", "across", "near", "inside") and tree.words[start].istitle()
    return place and end == start + 2 and tree.words[start + 1].isupper() and len(tree.words[start + 1]) > 2


def is_for_doing(tree: Tree, k: int) -> bool:
    """Whether "to" and a capital verb are of a name: "Committee to Protect Journalists"."""
    return (
        0 < k < len(tree.words) - 2
        and tree.words[k] == "to"
        and tree.words[k + 1].istitle()
        and tree.words[k + 2].istitle()
        and tree.lower[k - 1] in BODIES
    )


def with_purpose(tree: Tree, start: int, end: int) -> tuple[int, int]:
    """With what a body is for: "Committee", or "Journalists", of "Committee to Protect Journalists"."""
    if end < len(tree.words) and is_for_doing(tree, end):
        end += 2
        while end < len(tree.words) and tree.words[end].istitle():
            end += 1
    for k in (start - 1, start - 2):
        if k > 0 and is_for_doing(tree, k):
            return whole_before(tree, k), end
    return start, end


def whole_before(tree: Tree, k: int) -> int:
    """Where the capital words before a token begin, with their article."""
    while k > 0 and tree.words[k - 1].istitle():
        k -= 1
    return k - (k > 0 and tree.lower[k - 1] in ("the", "a", "an"))


def with_initials(tree: Tree, start: int, end: int) -> int:
    """Where a name begins whose initials follow in brackets: "near Norwick Norland Live Network (NLN) reported"."""
    if end + 1 >= len(tree.words) or tree.words[end] not in ("(", "[") or not tree.words[end + 1].isupper():
        return start
    short = tree.words[end + 1]
    begin = end - len(short)
    spelt = begin >= 0 and all(tree.words[begin + n][:1] == letter for n, letter in enumerate(short))
    return min(start, begin) if spelt and begin >= tree.first[end - 1] else start


OWN = frozenset({"its", "their", "his", "her"})  # "the rebels for their part"


def cut(tree: Tree, start: int, end: int, head: int) -> int:
    """Where the name ends: before a relative clause, an apposition, a mark after the head."""
    clauses = (k for k in range(head + 1, end) if tree.heads[k] == head and tree.deps[k] in CUT)
    stops = [tree.left[k] for k in clauses if not is_for_doing(tree, tree.left[k])]
    if tree.lower[head] in speech().persons and tree.tags[min(head + 1, end - 1)] == "NNP":
        stops = [stop for stop in stops if stop > head + 1]  # "its spokesman Anna Marlow"
    stops += [
        k
        for k in range(head + 1, end)
        if (tree.words[k] in MARKS and not goes_on_listing(tree, head, k))
        or tree.lower[k] in ("which", "whose")
        or "\n" in tree.words[k]
        or told_in(tree, k)
        or tree.lower[k] == "speaking"
        or (
            tree.lower[k] == "for" and OWN.issuperset(tree.lower[k + 1 : k + 2]) and "part" in tree.lower[k + 2 : k + 3]
        )
    ]
    return max(min([end, *stops]), head + 1)
