"""Fold spellings of a place name: exact form, strict fold, loose skeleton; names that share one may be one place."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.gazetteer.transliterate import arabic_fold, is_foreign, is_unvowelled, to_latin

LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ə": "a", "æ": "ae", "œ": "oe", "ħ": "h"}
    | {
        "ş": "sh",
        "š": "sh",
        "ç": "ch",
        "č": "ch",
        "ğ": "gh",
        "ž": "zh",
        "ș": "sh",
        "ḫ": "kh",
        "ẖ": "kh",
        "ḵ": "kh",
        "ġ": "gh",
    }
    | {"ḏ": "dh", "ṯ": "th"}
    | dict.fromkeys("'’‘ʿʾ`´ʻʼ′ˈˊ‛“”\"", "")
)
MARKS = dict.fromkeys((*range(0x300, 0x370), *range(0x1DC0, 0x1E00), *range(0x20D0, 0x2100), *range(0xFE20, 0xFE30)))
# The same letter is Turkish sh and, in the romanisation that GeoNames uses, Arabic sad.
SCHOLARLY = re.compile(r"[āīūḩţḑ‘’ʿʾ`]|z̧|\ba[şsltrdzn] |\bal |ah\b")
NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Elements:
    """The spelling knowledge of ``lexicon/elements.toml``, turned round for look-up."""

    folded: dict[str, str]
    always: frozenset[str]
    assimilated: frozenset[str]
    glued: re.Pattern[str]
    kinds: dict[str, str]
    same: dict[str, str]


@cache
def elements() -> Elements:
    """The lexicon, read once."""
    raw = tomllib.loads(files("contested.gazetteer").joinpath("lexicon/elements.toml").read_text(encoding="utf-8"))
    glued = sorted(raw["articles"]["glued"], key=len, reverse=True)
    return Elements(
        folded={way: key for key, ways in raw["elements"].items() for way in ways},
        always=frozenset(raw["articles"]["always"]),
        assimilated=frozenset(raw["articles"]["assimilated"]),
        glued=re.compile(rf"(?:{'|'.join(glued)})(?=\w{{4}})"),
        kinds={word: kind for kind, words in raw["generic"].items() for word in words},
        same={exact(way): exact(name) for name, ways in raw["same"].items() for way in ways},
    )


def exact(name: str) -> str:
    """Lower case, Latin letters, no marks, no ayn and hamza, hyphens and stops as spaces."""
    if name.isascii():
        plain = name.lower().replace("'", "").replace("`", "").replace('"', "")
    else:
        plain = unicodedata.normalize("NFC", name).casefold()
        if "ş" in plain:
            plain = plain.replace("ş", "s" if SCHOLARLY.search(plain) else "sh")
        if is_foreign(plain):
            plain = to_latin(plain)
        plain = unicodedata.normalize("NFKD", plain.translate(LETTERS)).translate(MARKS)
    return NOT_WORD.sub(" ", plain).strip()


def parts(exact_name: str) -> list[str]:
    """The parts of an exact form without articles."""
    known = elements()
    words = exact_name.split(" ")
    if len(words) == 1:
        return words
    kept = []
    for i, word in enumerate(words[:-1]):
        if word in known.always:
            continue
        if (
            (word in known.assimilated and words[i + 1][:1] == word[-1:])
            or (word in ("ash", "esh", "ach", "ech") and words[i + 1].startswith(("sh", "ch", "s")))
            or (word in ("adh", "edh", "ath", "eth") and words[i + 1][:1] == word[1])
        ):
            continue
        kept.append(word)
    return [*kept, words[-1]]


GROUPS = {
    **dict.fromkeys(("sch", "sh", "tch", "ch", "ts"), "$"),
    **dict.fromkeys(("kh", "ck"), "x"),
    **dict.fromkeys(("dzh", "dj"), "j"),
    "zh": "%",
    **{"gh": "g", "dh": "d", "th": "t", "ph": "f"},
    **dict.fromkeys(("au", "aw", "ou", "ow"), "u"),
    **dict.fromkeys(("oo", "uw", "uu"), "u"),
    **dict.fromkeys(("ai", "ay", "ei", "ey", "ee", "ie", "iy", "yi", "ii"), "i"),
}
GROUP = re.compile("|".join(sorted(GROUPS, key=len, reverse=True)))
SINGLE = str.maketrans("eyoqvw", "iiukuu")
DOUBLE = re.compile(r"(.)\1+")
# Romanised, a final h may be a letter or nothing.
FINAL_H = re.compile(r"(?<=[aeiou])h\Z")
ENDING = re.compile(r"(?<=..)(?:ah|eh|a|e)\Z")
CONSTRUCT = re.compile(r"(?<=...)(?:ate|at|et|it|ah|eh|a|e)\Z")


def strict_part(word: str, last: bool) -> str:
    """One part of a name with its vowels, digraphs and endings folded."""
    known = elements()
    if word in known.folded:
        return known.folded[word]
    word = (ENDING if last else CONSTRUCT).sub("a", word)
    word = FINAL_H.sub("", word)
    head = "w" if word[:1] in ("w", "v") else ""
    word = head + GROUP.sub(lambda m: GROUPS[m.group()], word[len(head) :]).translate(SINGLE)
    return DOUBLE.sub(r"\1", word)


def strict(name: str) -> str:
    """The strict fold: spellings that differ in article, digraphs, vowel signs, doubling or hyphen share it."""
    if is_unvowelled(name):
        return arabic_fold(name)
    words = parts(exact(name))
    last = len(words) - 1
    return "".join([strict_part(word, i == last) for i, word in enumerate(words)])


def without_article(plain: str) -> str | None:
    """An exact form without the article that was written as one word with it ("assuwayda"); None: there is none."""
    glued = elements().glued.match(plain)
    if glued is None or " " in plain:
        return None
    return plain[glued.end() :] if glued.group() in ("al", "el") else plain[glued.end() - 1 :]


LOOSE = str.maketrans(
    {"x": "h", "q": "k", "g": "k", "c": "j", "$": "s", "%": "dh", "z": "d", "p": "b", "w": None, "i": None}
    | dict.fromkeys("aeou ", None)
)


def loose(strict_name: str) -> str:
    """The consonant skeleton of a strict fold; an initial vowel stays as ``a``."""
    if not strict_name:
        return ""
    head = "a" if strict_name[0] in "aiu" else ""
    return head + strict_name.translate(LOOSE)
