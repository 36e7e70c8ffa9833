"""Lists of places, commas or none: what a noun governs ("the villages of X Y and Z"), what neighbours tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from contested.annotate.place_evidence import is_never
from contested.annotate.place_found import ACCEPT, REJECT, Found
from contested.annotate.place_runs import ARTICLED, UNIT, Part
from contested.annotate.place_words import english_words, place_words

LIST_GAP = re.compile(
    r"(?:,| and| or|, and| &|/| as well as|,? the)? ?(?:the )?(?:(?:town|village|city|district|area)s? of )?\Z"
)
OUT = -1.0
LOOSE = frozenset("from to of for called left off via".split())  # persons follow these as often
BESIDE = 2  # characters: a gap with more than a space
NAMES = rf"{UNIT}(?:(?:, (?:and )?(?:the )?| and (?:the )?| ?/ ?| (?:al|el) | ){UNIT})*"
PLURALS = "villages|towns|neighbou?rhoods|suburbs|quarters|hamlets|hilltops|farms"
NAMING = "of|called|including|namely|such as|like"
GOVERNED = re.compile(
    rf"\b(?:({PLURALS}) (?:\w+ ){{0,2}}?(?:{NAMING}|in|at)|(cities|districts|areas) (?:\w+ ){{0,2}}?(?:{NAMING}))"
    rf":? (?:the )?({NAMES})"
)
# "towns in northern Norland including A and B"
INCLUDING = re.compile(
    rf"\b({PLURALS}|cities) (?:in|of|around|across|near) (?:[\w'’-]+ ){{1,5}}?(?:including|namely|such as) (?:the )?"
    rf"({NAMES})"
)
# A field of a form or a table's row: "Location: X", "Places: X, Y and Z".
FIELDS = (
    "place|location|locality|town|city|village|settlement|district|area|site|province|region|governorate|oblast|county"
)
FIELD = re.compile(rf"(?:^|[;|(•\n])[ \t]*((?i:{FIELDS}))s?[ \t]*:[ \t]*({NAMES})", re.MULTILINE)
# A bulletin told place by place: "Norwick: Two bombs …". One or two such lines may be anything; so may speakers' names.
HEADED = re.compile(rf"^[ \t•*·▪–-]*({UNIT}(?: {UNIT}){{0,2}}):(?= \S)", re.MULTILINE)
LEAST_HEADS = 3

Lists = Sequence[tuple[int, int, str]]


def governed_lists(text: str) -> list[tuple[int, int, str]]:
    """Where lists of places stand, in text order, with the noun before each."""
    fields = [(*match.span(2), match[1].lower()) for form in (FIELD, INCLUDING) for match in form.finditer(text)]
    heads = list(HEADED.finditer(text))
    if LEAST_HEADS <= len(heads) == len({match[1] for match in heads}):
        fields += [(*match.span(1), "") for match in heads]
    return sorted(fields + [(*match.span(3), match[1] or match[2]) for match in GOVERNED.finditer(text)])


def accept_listed(found: Found, lists: Lists) -> bool:
    """Whether a name stands in such a list and so is a place, whoever else is called so; takes it for one then."""
    part = found.part
    i = bisect_right(lists, part.start, key=lambda one: one[0]) - 1
    if i < 0 or part.end > lists[i][1]:
        return False
    lower = part.text.lower()
    if is_never(part, lower, place_words()) or not is_name(lower):
        return False
    found.points = max(found.points, ACCEPT)
    found.kind = found.kind or place_words().kinds.get(lists[i][2])
    return True


def is_name(lower: str) -> bool:
    """Whether no word of a name is a common one or tells a body of people."""
    words = place_words()
    told = lower.split()
    if len(told) == 1 and lower.rpartition("-")[2] in words.titles:
        return False
    return words.bodies.isdisjoint(told) and not all(word in english_words() for word in told)


def governed_list(text: str, judged: list[Found], n: int) -> list[Found]:
    """The names of the list that ends with the ``n``-th, if a word of place governs its first and no name is barred."""
    words = place_words()
    listed = []
    for i in range(n, -1, -1):
        if judged[i].points < OUT or judged[i].part.text.lower() in english_words():
            return []
        listed.append(judged[i])
        if judged[i].prep in words.weak or judged[i].prep in words.strong or judged[i].prep in words.taking:
            return listed
        if not i or not LIST_GAP.match(text, judged[i - 1].end, judged[i].part.start):
            return []
    return []


def is_compound(part: Part) -> bool:
    """Whether a name begins with an Arabic article or with the first part of such names ("al-Wadi", "Tal Nasr")."""
    first = part.text.lower().partition(" ")[0]
    return ARTICLED.match(part.text) is not None or (part.words > 1 and first in place_words().heads)


def goes_on(left: Found, right: Found) -> bool:
    """Whether a governed place goes on with another, joined by a word or a comma ("the assault on X and Y")."""
    known = left.part.matches
    if left.prep not in place_words().weak - LOOSE or right.part.start - left.end < BESIDE:
        return False
    if known and known[0].place.kind in ("country", "state", "continent"):
        return False
    return right.part.words == 1 or is_compound(right.part)


def spread_lists(text: str, judged: list[Found]) -> None:
    """A name beside a place in a list ("X, Y and Z") is a place."""
    governing = place_words().strong | place_words().taking
    for left, right in pairwise(judged):
        if left.points < ACCEPT or not LIST_GAP.match(text, left.end, right.part.start):
            continue
        if not right.part.matches and right.part.words > 1 and not is_name(right.part.text.lower()):
            continue  # "… Hits School, Kills Children"
        if right.points >= ACCEPT and not left.sure:
            if right.part.listed and left.prep in governing:
                right.prep = left.prep
            continue
        if right.points < ACCEPT:
            if left.sure and right.part.start - left.end < 3:
                right.points = max(right.points, 0.0)
            told = left.sure or right.part.matches or left.prep in governing or goes_on(left, right)
            right.points += 1.0 if told else 0.75
            # "in Norwick province and Calder" tells no kind of Calder
            apart = left.end > left.part.end and not left.plural and right.part.start - left.end >= BESIDE
            shared = left.sure and not apart
            right.kind = right.kind or (left.kind if shared else None)
        right.sure, right.plural = right.sure or left.sure, right.plural or left.plural
        if left.prep in governing or goes_on(left, right):
            right.prep = left.prep
    for right, left in zip(judged[::-1], judged[-2::-1], strict=False):
        if right.sure and right.plural and left.points >= ACCEPT and LIST_GAP.match(text, left.end, right.part.start):
            left.kind = left.kind or right.kind
            left.plural = True
        if right.sure and REJECT < left.points < ACCEPT and LIST_GAP.match(text, left.end, right.part.start):
            left.points = max(left.points + 1.0, ACCEPT if right.plural else REJECT)
            left.kind = left.kind or right.kind
            left.sure = left.plural = right.plural
