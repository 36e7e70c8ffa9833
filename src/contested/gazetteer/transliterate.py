"""Arabic, Persian, Kurdish and Cyrillic letters in Latin ones, as plain as spelling folds need them."""

from __future__ import annotations

import re

ARABIC = {
    **dict.fromkeys("اأإآٱ", "a"),
    **dict.fromkeys("ىیيې", "y"),
    **dict.fromkeys("ةە", "a"),
    **dict.fromkeys("كکڪ", "k"),
    **dict.fromkeys("هھہۀ", "h"),
    **dict.fromkeys("عءئؤ", ""),
    **dict.fromkeys("ًٌٍَُِّْٰٕٔـ\u200c\u200d\u200e\u200f", ""),
    **dict(
        zip(
            "بتجحدرزسصطفقلمنو",
            ["b", "t", "j", "h", "d", "r", "z", "s", "s", "t", "f", "q", "l", "m", "n", "w"],
            strict=True,
        )
    ),
    **{
        "ث": "th",
        "خ": "kh",
        "ذ": "dh",
        "ش": "sh",
        "ض": "d",
        "ظ": "z",
        "غ": "gh",
        "پ": "p",
        "چ": "ch",
        "ژ": "j",
        "گ": "g",
    },
    **{"ڤ": "v", "ۆ": "o", "ێ": "e", "ڕ": "r", "ڵ": "l", "ۇ": "u", "ڭ": "ng"},
}
CYRILLIC = {
    **dict(
        zip(
            "абвгдезийклмнопрстуфцчшыэ",
            "a b v g d e z i y k l m n o p r s t u f ts ch sh y e".split(),
            strict=True,
        )
    ),
    **{"ё": "yo", "ж": "zh", "х": "kh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya"},
    **{
        "і": "i",
        "ї": "yi",
        "є": "ye",
        "ґ": "g",
        "ў": "w",
        "ј": "j",
        "љ": "lj",
        "њ": "nj",
        "ћ": "c",
        "ђ": "dj",
        "џ": "dz",
    },
    **{"ә": "a", "ө": "o", "ү": "u", "ұ": "u", "қ": "q", "ғ": "gh", "ң": "n", "һ": "h", "ҳ": "h", "ҷ": "j", "ӣ": "i"},
}
TABLE = str.maketrans({**ARABIC, **CYRILLIC})
STRIP = str.maketrans(dict.fromkeys("ًٌٍَُِّْٰٕٔـ\u200c\u200d\u200e\u200f", ""))
FOLD = str.maketrans(
    {
        **ARABIC,
        "ش": "$",
        "چ": "$",
        "خ": "x",
        "غ": "g",
        "ث": "t",
        "ذ": "d",
        "ژ": "%",
        "ڭ": "n",
        "ق": "k",
        "ع": "a",
        "ڤ": "w",
        "پ": "p",
    }
)
VOWELS = str.maketrans({"w": "u", "y": "i", "q": "k"})
SILENT_H = re.compile(r"(?<=..)h\Z")
ARABIC_SEPARATOR = re.compile(r"[^a-z$%]+")
ARABIC_ARTICLE = re.compile(r"(?<!\w)(?:ال|لل)(?=\w\w)")
ARABIC_LETTER = re.compile(r"[\u0600-\u06FF]")
FOREIGN = re.compile(r"[\u0400-\u052F\u0600-\u06FF]")


def to_latin(name: str) -> str:
    """``name`` in lower-case Latin letters; letters of other scripts than Arabic and Cyrillic stay as they are."""
    lowered = name.casefold()
    if ARABIC_LETTER.search(lowered):
        lowered = ARABIC_ARTICLE.sub("al ", lowered)
    return lowered.translate(TABLE)


def arabic_fold(name: str) -> str:
    """A name in Arabic letters in the alphabet of the strict fold, where one sign stands for sh, kh and the like."""
    plain = ARABIC_ARTICLE.sub("", name.casefold().translate(STRIP))
    words = [SILENT_H.sub("", word) for word in plain.translate(FOLD).split()]
    folded = "".join([word[:1].replace("y", "i") + word[1:].translate(VOWELS) for word in words])
    return ARABIC_SEPARATOR.sub("", folded)


def is_foreign(name: str) -> bool:
    """Whether the name holds Arabic or Cyrillic letters."""
    return FOREIGN.search(name) is not None


def is_unvowelled(name: str) -> bool:
    """Whether the name stands in Arabic letters, which leave short vowels out."""
    return ARABIC_LETTER.search(name) is not None
