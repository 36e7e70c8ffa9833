"""Word lists by which noun phrases and verbs are read; the file is lexicon/names.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError

NEEDED = frozenset("quantifiers pronouns plural_pronouns personal_pronouns civil light".split())


@cache
def words(name: str) -> frozenset[str]:
    """One list by its name; raises PackError where the file lacks a list."""
    return lists()[name]


@cache
def lists() -> dict[str, frozenset[str]]:
    """All lists by name."""
    text = files("contested.claims").joinpath("lexicon/names.toml").read_text(encoding="utf-8")
    table = {name: frozenset(entries) for name, entries in tomllib.loads(text).items()}
    missing = NEEDED - set(table)
    if missing:
        raise PackError("names.toml", f"lacks the list {sorted(missing)[0]!r}")
    return table
