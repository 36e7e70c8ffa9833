"""Nouns for what may be struck, taken or served besides people and parties; the file is lexicon/struck.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from contested.claims.words.tree import Tree
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


def sort_at(tree: Tree, noun: int) -> str | None:
    """The sort of a noun where it stands: a "market area" or "market place" is what is built there."""
    kinds = load_struck()
    sort = kinds.get(tree.lower[noun])
    parts = (k for k in tree.kids[noun] if k < noun and tree.deps[k] in ("compound", "nmod"))
    return "built" if sort == "ground" and any(kinds.get(tree.lower[k]) == "built" for k in parts) else sort
