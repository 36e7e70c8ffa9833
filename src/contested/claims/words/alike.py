"""Words that tell the same from different sides count as one; the lists are in lexicon/alike.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError


@cache
def load_alike() -> Mapping[str, str]:
    """The list of each listed word; raises PackError where a word stands in two lists or is not lower case."""
    text = files("contested.claims").joinpath("lexicon/alike.toml").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name, entries in tomllib.loads(text).items():
        for word in entries:
            if word in found or word != word.lower():
                raise PackError("alike.toml", f"has {word!r} twice or in capitals", "keep one, in lower case")
            found[word] = name
    return found


def told_alike(word: str) -> str:
    """A lower-case word as a feature: its list's name where it has one; of "rebel-held" only what is behind."""
    return load_alike().get(word, word) if "-" not in word[1:] else word[word.rindex("-") :]
