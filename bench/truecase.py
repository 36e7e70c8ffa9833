"""Give lower-case text capitals where names begin: taggers and the packs know names by them. Offsets stay."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

WORD = re.compile(r"[a-z][a-z']*")
OPENING = re.compile(r"(?:^|[.!?:]\s+|\n\s*)\Z")
STEMS = ("", "e", "y")
ENDINGS = tuple("s es ed d ing ly er ers al ion ions ment ments ness ive ives ist ists ity ous able men man".split())
ENGLISH = ("tion", "tions", "ment", "ments", "ness", "ings", "ists", "ively", "ology", "sive", "sives")


@cache
def known_words() -> frozenset[str]:
    """The common words that the place finder tells from names."""
    text = files("contested.annotate").joinpath("lexicon/english.txt").read_text(encoding="utf-8")
    return frozenset(word for word in text.split() if word.isalpha())


@cache
def is_common(word: str) -> bool:
    """Whether a lower-case word is a common one, as it stands or by its ending."""
    known = known_words()
    if len(word) < 4 or word in known or word.endswith(ENGLISH):
        return True
    stems = (word[: -len(ending)] for ending in ENDINGS if word.endswith(ending))
    return any(stem + more in known for stem in stems for more in STEMS)


def truecase(text: str) -> str:
    """The text with a capital on uncommon words and at the beginning of sentences."""
    letters = list(text)
    for match in WORD.finditer(text):
        start = match.start()
        if not is_common(match.group()) or OPENING.search(text, max(0, start - 6), start):
            letters[start] = letters[start].upper()
    return "".join(letters)
