"""Texts in small letters or in capitals alone: their names are looked for with capitals where names may stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from contested.annotate.place_words import english_words, place_words
from contested.model.annotations import PlaceMention
from contested.model.mention import Mention

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
ENDINGS = ("'s", "’s", "s", "es", "ed", "d", "ing", "ly", "er", "ers")
JOINED = re.compile(r"-([^\W\d_]+)")
# a common word behind one of these is a part of the name: "la union", "puerto bello"
LINKS = frozenset({"de", "del", "da", "do", "du", "des", "dos"})
NAMING = frozenset("la el los las san santa santo puerto villa ciudad nueva nuevo al port fort".split())


def is_one_case(text: str) -> bool:
    """Whether a text has no capital, or nothing else."""
    return text.islower() or text.isupper()


def with_capitals(text: str) -> str:
    """The text, of one case, with a capital on each word that may be a name's, as long as it was; else the text."""
    if not is_one_case(text) or len(small := text.lower()) != len(text):
        return text
    pieces, end, before = [], 0, ""
    for m in WORD.finditer(small):
        word = m[0]
        joined = JOINED.match(small, m.end())
        told = before in NAMING and small[m.start() - 1] == " " and word not in place_words().function
        plain = is_plain(word) or (joined is not None and is_plain(joined[1]))
        pieces += [small[end : m.start()], word.capitalize() if told or not plain else word]
        end, before = m.end(), word
    cased = "".join(pieces) + small[end:]
    return cased if len(cased) == len(text) else text


def is_plain(word: str) -> bool:
    """Whether a word, in small letters, is a common one or a form of one."""
    if is_listed(word):
        return True
    stems = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    return any(is_listed(stem) or stem + "e" in english_words() for stem in stems)


def is_listed(word: str) -> bool:
    """Whether a word is in a list of common ones."""
    words = place_words()
    if word in words.people:
        return False
    if word in LINKS:
        return True
    return word in english_words() or word in words.function or word in words.common or word in words.kinds


def as_written(places: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The places with their words as the text has them."""
    if not is_one_case(text):
        return list(places)
    mentions = (Mention.of(text, place.mention.start, place.mention.end) for place in places)
    written = str.lower if text.islower() else str.upper
    return [replace(p, mention=m, name=written(p.name)) for p, m in zip(places, mentions, strict=True)]
