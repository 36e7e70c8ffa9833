"""How a name is written in Arabic letters, as far as its romanisation tells: what keeps namesakes by ear apart.

The letters have an alphabet of their own, in which letters that are easily taken for each other share their first
sign: t, t# (tha), t* (ta with emphasis). Short vowels are not written, ``^`` is ayn, ``@`` an article.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from contested.gazetteer.folding import MARKS, elements, is_article, with_gh
from contested.gazetteer.transliterate import ARABIC, STRIP, is_foreign, is_unvowelled, to_latin

SIGNS = str.maketrans(
    {letter: latin[:1] for letter, latin in ARABIC.items()}
    | {"ث": "t#", "ح": "h*", "خ": "h#", "ذ": "d#", "ش": "s#", "چ": "s#", "ص": "s*", "ض": "d*", "ط": "t*", "ظ": "z*"}
    | {"ع": "^", "غ": "g", "ق": "k*", "پ": "b", "ڤ": "w", "ۆ": "w", "ۇ": "w", "ة": "e", "ە": "e", "ێ": "y", "ى": "a"}
)
# Where names are written, or long were, in Arabic letters.
LANDS = frozenset(
    "SY IQ LB JO IL PS TR IR YE SA AE QA KW OM BH EG LY SD SS TN DZ MA MR SO DJ ER TD ML NE AF PK".split()
)
WORD = re.compile(r"[\W_]+")
NO_SIGN = re.compile(r"[^a-z*#^@]+")
LAST_H = re.compile(r"(?<=..)[هہۀ]\Z")
DOUBLE = re.compile(r"([a-z][*#]?)\1+|([@^])\2+")
# Scholarly romanisations tell letters apart that others do not; each gets a digit until the vowels are gone.
MARKED = str.maketrans(
    {**dict.fromkeys("ḩḥ", "1"), **dict.fromkeys("şṣ", "2"), **dict.fromkeys("ţṭ", "3"), **dict.fromkeys("ḑḍ", "4")}
    | {**dict.fromkeys("ẕẓ", "5"), **dict.fromkeys("‘`ʿʻ", "6"), **dict.fromkeys("’ʾʼ'", "")}
    | {"ḫ": "kh", "ẖ": "kh", "ġ": "gh", "ğ": "gh", "ç": "ch", "č": "ch", "š": "sh", "ı": "i", "ł": "l", "ə": "a"}
    | {**dict.fromkeys("āâáà", "A"), **dict.fromkeys("īîíēê", "I"), **dict.fromkeys("ūûúō", "U")}
    | {**dict.fromkeys("éè", "e"), "ï": "i"}
)
UNMARKED = str.maketrans({"1": "h", "2": "s", "3": "t", "4": "d", "5": "z", "6": ""})
GROUPS = {
    **dict.fromkeys(("dzh", "dż", "dj"), "j"),
    **dict.fromkeys(("tch", "sch", "sh", "sz", "ch"), "$"),
    **{"kh": "h#", "gh": "g", "dh": "d#", "th": "t#", "ph": "f"},
    **{"oU": "U", "aoU": "U", "aou": "w", "aw": "w", "au": "w", "ow": "w", "ou": "", "oo": "", "ee": "", "iy": "y"},
    **dict.fromkeys(("ay", "ai", "ey", "ei"), "y"),
}
GROUP = re.compile("|".join(sorted(GROUPS, key=len, reverse=True)))
GLIDE = re.compile(r"(?<=[aeiou])i")
FEMININE = re.compile(r"(?<=..)(?:ah|eh|at|et|a|e|A)\Z")
LETTERS = str.maketrans(
    {**dict.fromkeys("aeiou", ""), "A": "a", "I": "y", "U": "w", "$": "s#", "q": "k*", "v": "w", "x": "ks", "c": "k"}
    | {"p": "b", "1": "h*", "2": "s*", "3": "t*", "4": "d*", "5": "z*", "6": "^"}
)
WRITTEN = {
    **{"tal": "تل", "tlul": "تلول", "kfr": "كفر", "dir": "دير", "ain": "عين", "jsr": "جسر", "mra": "معرة"},
    **{"bit": "بيت", "jbl": "جبل", "um": "أم", "abu": "أبو", "bir": "بير", "kla": "قلعة", "ksr": "قصر"},
    **{"$ix": "شيخ", "xrba": "خربة", "mrj": "مرج", "brj": "برج", "suk": "سوق", "wad": "وادي", "nhr": "نهر"},
    **{"ras": "رأس", "sahl": "سهل", "krm": "كرم", "krit": "قرية", "tarik": "طريق", "hi": "حي", "bab": "باب"},
}


def as_written(name: str) -> str:
    """The Arabic letters of a name, in the alphabet of this module; of a Latin name, those it tells."""
    if is_unvowelled(name):
        words = [arabic_word(word) for word in WORD.split(name.translate(STRIP))]
    else:
        words = latin_words(to_latin(name) if is_foreign(name) else name)
    return DOUBLE.sub(r"\1\2", "".join(words))


@lru_cache(maxsize=100_000)
def arabic_word(word: str) -> str:
    """The signs of one word in Arabic letters."""
    article = "@" if word.startswith("ال") and len(word) > 3 else ""
    word = LAST_H.sub("ة", word[2:] if article else word).replace("بئر", "بير")
    return article + NO_SIGN.sub("", word.translate(SIGNS))


def latin_words(name: str) -> list[str]:
    """The signs of each word in Latin letters, the article's joined to its noun."""
    plain = with_gh(name.lower())
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain).replace("z̧", "5").translate(MARKED)
        plain = unicodedata.normalize("NFKD", plain).translate(MARKS)
    elif "`" in plain or "'" in plain:
        plain = plain.translate(MARKED)
    words = WORD.split(plain)
    bare = [bare_word(word) for word in words]
    found, article = [], ""
    for i, word in enumerate(words):
        if i + 1 < len(words) and is_article(bare[i], bare[i + 1]):
            article = "@"
        elif word:
            found.append(article + latin_word(word, i == len(words) - 1))
            article = ""
    return found


@lru_cache(maxsize=100_000)
def bare_word(word: str) -> str:
    """A word without what this module marks."""
    return word.lower().translate(UNMARKED)


@lru_cache(maxsize=100_000)
def latin_word(word: str, last: bool) -> str:
    """The signs of one word in Latin letters: its long vowels, its consonants, its ending."""
    element = WRITTEN.get(elements().folded.get(bare_word(word), ""))
    if element is not None:
        return arabic_word(element)
    end, ending = "", FEMININE.search(word)
    if ending is not None:
        word = word[: ending.start()]
        end = "a" if ending.group() == "A" else "t" if last and ending.group() in ("at", "et") else "e"
    elif len(word) > 2 and word[-1] in "iIuU":
        word, end = word[:-1], "y" if word[-1] in "iI" else "w"
    head = "a" if word[:1] in tuple("aeiouAIU") else ""
    if word[:1] in ("a", "A") and (word[0] == "A" or word[1:2] not in tuple("wyiu")):
        word = word[1:]
    word = GLIDE.sub("y", GROUP.sub(lambda m: GROUPS[m.group()], word))
    return head + word.translate(LETTERS) + end
