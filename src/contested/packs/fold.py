"""How names are compared: word by word, whatever their case, hyphens, accents and apostrophes."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:['’ʼʿʾ`‘][^\W_]+)*")
APOSTROPHES = str.maketrans("", "", "'’ʼʿʾ`‘")


def fold_word(word: str) -> str:
    """One word in lower case, without accents and apostrophes: "Turkey's" and "Turkeys" meet."""
    if word.isascii():
        return word.replace("'", "").replace("`", "").lower()
    plain = unicodedata.normalize("NFKD", word.translate(APOSTROPHES).lower())
    return "".join(c for c in plain if not unicodedata.combining(c))


def fold_name(name: str) -> tuple[str, ...]:
    """The folded words of a name: "al-Nusra Front" gives ("al", "nusra", "front")."""
    return tuple(fold_word(m.group()) for m in WORD.finditer(name))
