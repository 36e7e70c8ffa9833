"""The lexicon of when: which codes and words take a time from where."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError

VERBS = ("VB", "MD")
LISTS = (
    "speech", "ahead", "aims", "transparent", "background", "began", "openers", "adverbs", "vague", "general",
    "foremost", "went_on", "aftermath", "rises", "tolls", "outset",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WhenWords:
    """The lexicon of this question; ``group`` by event code."""

    standing: frozenset[str]
    spoken: frozenset[str]
    apart: frozenset[str]
    speech: frozenset[str]
    ahead: frozenset[str]
    aims: frozenset[str]
    transparent: frozenset[str]
    background: frozenset[str]
    began: frozenset[str]
    openers: frozenset[str]
    adverbs: frozenset[str]
    vague: frozenset[str]
    vague_phrases: tuple[str, ...]
    general: frozenset[str]
    foremost: frozenset[str]
    went_on: frozenset[str]
    aftermath: frozenset[str]
    rises: frozenset[str]
    tolls: frozenset[str]
    outset: frozenset[str]
    group: Mapping[str, str]


@cache
def when_words() -> WhenWords:
    """The lexicon as shipped; raises PackError where a list is missing."""
    raw = tomllib.loads(files("contested.claims").joinpath("lexicon/when.toml").read_text(encoding="utf-8"))
    try:
        codes, words = raw["codes"], raw["words"]
        lists = {name: frozenset(words[name]) for name in LISTS}
        phrases = tuple(entry for entry in words["vague"] if " " in entry)
        kinds = {name: frozenset(codes[name]) for name in ("standing", "spoken", "apart")}
        group = {code: name for name, members in raw["groups"].items() for code in members}
        return WhenWords(vague_phrases=phrases, group=group, **kinds, **lists)
    except KeyError as error:
        raise PackError("when.toml", f"{error} is missing", "restore the list") from error
