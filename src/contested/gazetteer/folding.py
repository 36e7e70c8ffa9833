"""Fold spellings of a place name: exact form, strict fold, loose skeleton; names that share one may be one place."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
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


@lru_cache(maxsize=1 << 14)
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
        plain = unicodedata.normalize("NFKD", plain.translate(LETTERS)).translate(MARKS).lower()
    return NOT_WORD.sub(" ", plain).strip()


def parts(exact_name: str) -> list[str]:
    """The parts of an exact form without articles."""
    words = exact_name.split(" ")
    if len(words) == 1:
        return words
    kept = []
    for i, word in enumerate(words[:-1]):
        if not is_article(word, words[i + 1]):
            kept.append(word)
    return [*kept, words[-1]]


def is_article(word: str, following: str) -> bool:
    """Whether a part is an article, as it is written before the next part."""
    known = elements()
    if word in known.always:
        return True
    if word not in known.assimilated:
        return False
    if word in ("ash", "esh", "ach", "ech"):
        return following.startswith(("sh", "ch", "s"))
    return following[:1] == (word[1] if word in ("adh", "edh", "ath", "eth") else word[-1])


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
RH = re.compile("rh", re.IGNORECASE)
FRENCH = re.compile(r"(?=.*rh)(?:.*[éèêëïîâûô]|.*ou|.*dj|.*tch|.*\brh)", re.IGNORECASE)
# Romanised, a final h may be a letter or nothing.
FINAL_H = re.compile(r"(?<=[aeiou])h\Z")
ENDING = re.compile(r"(?<=..)(?:ah|eh|a|e)\Z")
CONSTRUCT = re.compile(r"(?<=...)(?:ate|at|et|it|ah|eh|a|e)\Z")


@lru_cache(maxsize=100_000)
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


def with_gh(name: str) -> str:
    """A name in the French manner of the mandate's maps, which wrote rh for ghayn, with gh; others as they are."""
    return RH.sub("gh", name) if "rh" in name.lower() and FRENCH.search(name) else name


def strict(name: str) -> str:
    """The strict fold: spellings that differ in article, digraphs, vowel signs, doubling or hyphen share it."""
    if is_unvowelled(name):
        return arabic_fold(name)
    return strict_of(exact(with_gh(name)))


def strict_of(plain: str) -> str:
    """The strict fold of an exact form."""
    words = parts(plain)
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
