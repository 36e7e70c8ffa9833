"""Nouns for what may be struck, taken or served besides people and parties; the file is lexicon/struck.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError

SORTS = ("ground", "built", "gear", "gathering")


@cache
def load_struck() -> Mapping[str, str]:
    """The sort of each noun; raises PackError for an unknown sort, a noun of two sorts or one in capitals."""
    text = files("contested.claims").joinpath("lexicon/struck.toml").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for sort, nouns in tomllib.loads(text).items():
        for noun in nouns:
            if sort not in SORTS or noun in found or noun != noun.lower():
                raise PackError(
                    "struck.toml", f"has {noun!r} twice, in capitals or as a {sort}", "keep one, as a sort known"
                )
            found[noun] = sort
    return found
