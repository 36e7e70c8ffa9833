"""What a gazetteer knows of a name, and which words no name is likely made of."""

from __future__ import annotations

import re

from contested.annotate.place_words import PlaceWords, english_words
from contested.gazetteer.folding import elements, exact
from contested.gazetteer.lookup import Gazetteer, Match

POSSESSIVE = re.compile(r"['’]s?\Z")


def known(name: str, gazetteer: Gazetteer, whole: bool = False) -> tuple[int, tuple[Match, ...]]:
    """How much of ``name`` a gazetteer knows (all but a possessive), and as what."""
    bare = POSSESSIVE.sub("", name)
    matches = gazetteer.matches(bare, "strict", whole)
    if bare.endswith("s") and len(bare) > 4 and not any(m.level == "exact" and notable(m) for m in matches):
        singular = [m for m in gazetteer.matches(bare[:-1], "exact") if notable(m) and is_own_name(m, bare[:-1])]
        if singular:
            return len(bare) - 1, tuple(singular)
    return len(bare), matches


def is_own_name(match: Match, name: str) -> bool:
    """Whether ``name`` is what the place is called first, or a spelling that the gazetteer's own lexicon knows."""
    plain = exact(name)
    return plain in elements().same or exact(match.place.name) == plain or match.place.kind in ("country", "state")


def notable(match: Match) -> bool:
    """Whether the place is large or high enough that its bare name tells it."""
    place = match.place
    return place.kind in ("country", "state", "province", "continent") or place.population >= 50_000


def is_nation(word: str, words: PlaceWords) -> bool:
    """Whether a word is a people's name or a country's, with its possessive or not ("Syrian", "Syrias")."""
    return words.names_people(word) or POSSESSIVE.sub("", word) in words.by_country


def is_word(name: str, words: PlaceWords) -> bool:
    """Whether a capitalised word is none that a longer name of a place is likely made of."""
    lower = name.lower()
    other = lower in words.never | words.function | words.directions | words.bodies or lower in words.kinds
    common = lower in english_words() or words.names_people(lower) or is_nation(lower, words)
    return other or common or not name.isalpha()
