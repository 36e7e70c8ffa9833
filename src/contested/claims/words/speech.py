"""The words of saying and knowing, from ``lexicon/speech.toml``: what a form may be, what its choice tells."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from contested.model.errors import PackError

PARTS = ("verbs", "nouns", "adverbs", "adjectives")
MANNERS = frozenset({"tell", "doubt", "blame", "deny", "pledge", "think", "perceive"})
SETS = tuple(
    "persons tails joins labels untold performed bodies issued closing counts mute before_role things era fighting "
    "footage channels agencies civil watching".split()
)
STEMS = ("light", "clause_only", "postposed", "publishing")
DOUBLED = re.compile(r"([b-df-hj-km-np-rtvz])\1\Z")


@dataclass(frozen=True, slots=True)
class Speech:
    """For each part of speech, stem → manner; irregular forms; role nouns → kind of speaker; pronouns → group."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    adverbs: dict[str, str]
    adjectives: dict[str, str]
    irregular: dict[str, str]
    roles: dict[str, str]
    pronouns: dict[str, str]
    kinds: tuple[str, ...]
    points_to: dict[str, frozenset[str]]
    persons: frozenset[str]
    tails: frozenset[str]
    joins: frozenset[str]
    labels: frozenset[str]
    bodies: frozenset[str]
    issued: frozenset[str]
    closing: frozenset[str]
    counts: frozenset[str]
    mute: frozenset[str]
    things: frozenset[str]
    era: frozenset[str]
    fighting: frozenset[str]
    before_role: frozenset[str]
    untold: frozenset[str]
    performed: frozenset[str]
    light: frozenset[str]
    postposed: frozenset[str]
    clause_only: frozenset[str]
    footage: frozenset[str]
    channels: frozenset[str]
    agencies: frozenset[str]
    civil: frozenset[str]
    watching: frozenset[str]
    publishing: frozenset[str]

    def verb(self, word: str) -> str | None:
        """The manner of a verb form in lower case; None where it is no word of speech."""
        return self.verbs.get(self.stem(word))

    def noun(self, word: str) -> str | None:
        """The manner of a noun form in lower case; None where it is no word of speech."""
        return self.nouns.get(stem(word))

    def stem(self, word: str) -> str:
        """The stem of a verb form in lower case, irregular forms included."""
        return stem(self.irregular.get(word, word))


AIRCRAFT = frozenset({"plane", "planes"})


@cache
def stem(word: str) -> str:
    """A key that the forms of one regular word share ("denies", "denied", "denying": "deny")."""
    if word in AIRCRAFT:
        return "plane"  # no plan
    for ending, put in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 2 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)] + put
            break
    return DOUBLED.sub(r"\1", word.removesuffix("e"))


@cache
def speech() -> Speech:
    """The lexicon; raises PackError where the file does not say what it must."""
    return read_speech(files("contested.claims").joinpath("lexicon/speech.toml").read_text(encoding="utf-8"))


def read_speech(text: str) -> Speech:
    """A lexicon from TOML."""
    table = tomllib.loads(text)
    parts: dict[str, Any] = {}
    for part in PARTS:
        manners = table.get(part)
        if not isinstance(manners, dict) or set(manners) - MANNERS:
            raise PackError("speech.toml", f"[{part}] is missing or has an unknown manner", f"use {sorted(MANNERS)}")
        keep = str if part in ("adverbs", "adjectives") else stem
        parts[part] = {keep(word): manner for manner, words in manners.items() for word in words.split()}
    spread: dict[str, Any] = {
        name: {word: group for group, words in table.get(name, {}).items() for word in words.split()}
        for name in ("roles", "pronouns")
    }
    sets: dict[str, Any] = {name: frozenset(words_of(table, name)) for name in SETS}
    stems: dict[str, Any] = {name: frozenset(map(stem, words_of(table, name))) for name in STEMS}
    return Speech(
        **parts,
        **spread,
        **sets,
        **stems,
        irregular=dict(table.get("irregular", {})),
        kinds=tuple(table.get("roles", {})),
        points_to={noun: frozenset(kinds.split()) for noun, kinds in table.get("points_to", {}).items()},
    )


def words_of(table: dict[str, Any], name: str) -> list[str]:
    """The plain list of words under a heading; raises PackError where it is missing."""
    if not isinstance(table.get(name, {}).get("words"), str):
        raise PackError("speech.toml", f"[{name}] needs 'words', a string of words")
    return list(table[name]["words"].split())
