"""The words of a claim's evidence, weighed by how rare they are, and its runs of three words."""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from contested.gazetteer.folding import strict
from contested.reconcile.naming import telling_words

WORD = re.compile(r"[^\W_]+")
RAREST = 7.0  # the weight of a word that the list does not have
RUN = 3
SHORT = 2  # letters of a word that a place is not known by


@cache
def word_weights() -> dict[str, float]:
    """The weight of each common word: the negative logarithm of its share of sentences."""
    lines = files("contested.reconcile").joinpath("lexicon/common.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return {word: -math.log(int(count) / 10_000) for word, count in rows}


def content_words(text: str) -> frozenset[str]:
    """The words of a text in lower case that tell something: numbers, and words of three letters and more."""
    return frozenset(w for w in words_of(text) if len(w) >= 3 or w.isdigit())


def words_of(text: str) -> list[str]:
    """All words in order, in lower case; apostrophes join, since many texts have lost theirs."""
    return WORD.findall(text.replace("'", "").replace("’", "").lower())


def runs_of(text: str, length: int = RUN) -> frozenset[int]:
    """A number for every run of ``length`` words."""
    words = words_of(text)
    return frozenset(
        zlib.crc32(" ".join(words[at : at + length]).encode()) for at in range(max(0, len(words) - length + 1))
    )


def weight_of(words: Iterable[str]) -> float:
    """The weight of words together."""
    weights = word_weights()
    return sum(weights.get(word, RAREST) for word in words)


@lru_cache(maxsize=65536)
def weight_of_all(words: frozenset[str]) -> float:
    """The weight of all words of a sentence, which is compared with many."""
    return weight_of(words)


@cache
def place_word_weights() -> dict[str, float]:
    """The weight of each common word by the fold under which its spellings meet ("Hasakeh", "Hassaka")."""
    shares: dict[str, float] = {}
    for word, weight in word_weights().items():
        shares[strict(word)] = shares.get(strict(word), 0.0) + math.exp(-weight)
    return {fold: -math.log(min(1.0, share)) for fold, share in shares.items()}


def place_weight(name: str) -> float:
    """How much a place's name tells, 0 to 1, by its rarest word; articles and words of two letters tell nothing."""
    weights = place_word_weights()
    telling = [word for word in telling_words(name) if len(word) > SHORT] or words_of(name)
    return min(1.0, max((weights.get(strict(word), RAREST) for word in telling), default=0.0) / RAREST)
