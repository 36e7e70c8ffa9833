"""Names of several words that no gazetteer knows as one: what stands before or behind them tells that they are."""

from __future__ import annotations

import re

from contested.annotate.place_known import POSSESSIVE, is_word, known, notable
from contested.annotate.place_words import PlaceWords, english_words
from contested.gazetteer.lookup import Gazetteer, Match

NEXT_WORD = re.compile(r" (\w+)")
CAMP_WORD = re.compile(r" (?:(?:refugee|displacement|IDP|transit) (?=camp))?(\w+)")
PLACED = re.compile(r"\b(?i:in|at|near|around|outside|towards?) \Z")
ONE_OF = re.compile(r"\b(?:village|town|hamlet|settlement) of \Z")
LONGEST_NOUN = 16
LIST_END = re.compile(r",? and (?:the )?(?:[A-Z]|al-|el-)")
LANDS = frozenset({"region", "province", "state", "country"})
SETTLEMENTS = frozenset(
    "village hamlet town neighbourhood neighborhood neighbourhoods neighborhoods suburb quarter district camp area "
    "locality township municipality".split()
)


def speaks(text: str, end: int, words: PlaceWords) -> bool:
    """Whether a verb of speech follows, as after two names of which each may be a place's but both are a person's."""
    following = NEXT_WORD.match(text, end)
    return following is not None and following.group(1) in words.speaks


def owns_next(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a large place's possessive opens a run: "Norwick's Kel Sata", of which the rest is a name by itself."""
    bare = POSSESSIVE.sub("", name)
    return bare != name and any(notable(m) and m.own and m.level == "exact" for m in gazetteer.matches(bare, "exact"))


def is_quarter_of_body(text: str, units: list[tuple[int, int]], words: PlaceWords) -> bool:
    """Whether a quarter is called for a body, a housing association say: "the al-Zahraa Association quarter"."""
    following = NEXT_WORD.match(text, units[-1][1])
    noun = following.group(1) if following is not None else ""
    last = text[slice(*units[-1])].lower()
    return len(units) > 1 and last in words.bodies and words.kinds.get(noun) == "neighbourhood"


def is_one_name(text: str, units: list[tuple[int, int]], gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Whether two words name one village though the first alone is a place's name: "the village of Adan Yabaal"."""
    if len(units) != 2 or ONE_OF.search(text, max(0, units[0][0] - LONGEST_NOUN), units[0][0]) is None:
        return False
    last = text[slice(*units[1])]
    lower = last.lower()
    other = lower in words.never or lower in words.kinds or lower in words.bodies or words.names_people(lower)
    common = lower in english_words() or lower.endswith("ing")
    if other or common or len(last) < 4 or speaks(text, units[1][1], words):
        return False
    return not known(last, gazetteer)[1] and not known(text[units[0][0] : units[1][1]], gazetteer, whole=True)[1]


def is_village(text: str, units: list[tuple[int, int]], gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Whether words that no gazetteer knows together name what follows: "Oe Htein Kwin village", "Tin Gao camp"."""
    following = CAMP_WORD.match(text, units[-1][1])
    if not 2 <= len(units) <= 3 or following is None or following.group(1) not in SETTLEMENTS:
        return False
    for name in (text[start:end] for start, end in units):
        if is_word(name, words) or POSSESSIVE.search(name):
            return False
        if any(notable(match) and match.own for match in known(name, gazetteer)[1]):
            return False
    begun = (text[units[0][0] : end] for _, end in units[1:])
    return not any(known(name, gazetteer, whole=True)[1] for name in begun)


def is_double(text: str, units: list[tuple[int, int]], gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Whether two words behind "in" name one place though each may be another's: "in Cabo Norte", "in Mir Ali"."""
    if len(units) != 2 or PLACED.search(text, max(0, units[0][0] - LONGEST_NOUN), units[0][0]) is None:
        return False
    if LIST_END.match(text, units[1][1]):
        return False  # "in A B and C", of which a comma was lost
    names = [text[start:end] for start, end in units]
    if text[units[0][1] : units[1][0]] != " " or is_word(names[1], words) or names[1].isupper():
        return False
    if known(" ".join(names), gazetteer, whole=True)[1] or speaks(text, units[1][1], words):
        return False
    found = [known(name, gazetteer)[1] for name in names]
    if (not found[0] and is_word(names[0], words)) or any(
        notable(m) and m.own for matches in found for m in matches if m.level == "exact"
    ):
        return False
    return {m.place.country for m in found[0]}.isdisjoint(m.place.country for m in found[1])


def known_with_noun(text: str, start: int, end: int, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The regions that a name means only with the noun behind it: "the Far North region"."""
    following = NEXT_WORD.match(text, end)
    if following is None or following.group(1).lower() not in LANDS:
        return ()
    found = gazetteer.matches(text[start : following.end()], "exact", whole=True)
    return tuple(match for match in found if match.own and match.place.kind in LANDS)
