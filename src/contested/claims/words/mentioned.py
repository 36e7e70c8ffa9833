"""Words of deeds that only mention one in passing, from ``lexicon/mentions.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def mention_words() -> dict[str, frozenset[str]]:
    """Word lists by name."""
    text = files("contested.claims").joinpath("lexicon/mentions.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}
