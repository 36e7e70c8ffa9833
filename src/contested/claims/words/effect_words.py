"""Words that tell what became of people and things, read from ``lexicon/effects.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

from contested.claims.words.inflect import noun_forms, verb_forms
from contested.model.claim import EffectKind
from contested.model.errors import PackError

Pattern = Literal["acts_on", "happens_to", "states", "nouns", "tolls", "losing", "lives", "befalls", "claiming"]

ENDINGS = ("taken", "ailments", "homes", "kindled")  # lists of words that end a wording whose verb stands before


@dataclass(frozen=True, slots=True)
class EffectWord:
    """What a word form tells, and how those affected stand to it; ``plain``: base or -s form, a noun as well."""

    kind: EffectKind
    pattern: Pattern
    plain: bool = False


@dataclass(frozen=True, slots=True)
class EffectLexicon:
    """``forms``: word form to readings; ``particles``: verb form to particles and kind; ``words``: named word lists."""

    forms: dict[str, tuple[EffectWord, ...]]
    particles: dict[str, tuple[tuple[tuple[str, ...], EffectKind], ...]]
    words: dict[str, frozenset[str]]
    befalls: dict[str, tuple[tuple[tuple[str, ...], EffectKind], ...]]
    starters: frozenset[str]
    nouns: frozenset[str]


@cache
def effect_lexicon() -> EffectLexicon:
    """The shipped lexicon; raises PackError where it names a kind that no effect has."""
    raw = tomllib.loads(files("contested.claims").joinpath("lexicon/effects.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(value.split()) for name, value in raw.pop("words").items()}
    check_kinds(raw)
    forms: dict[str, list[EffectWord]] = {}
    for pattern in ("acts_on", "happens_to", "states", "nouns"):
        for kind, bases in raw[pattern].items():
            for base in bases.split():
                for form in forms_of(base, pattern):
                    plain = (
                        pattern in ("acts_on", "happens_to")
                        and not form.endswith(("ed", "ing"))
                        and form[-1] in base + "s"
                    )
                    forms.setdefault(form, []).append(EffectWord(kind, pattern, plain))
    for kind, phrases in raw["tolls"].items():
        for phrase in phrases:
            forms.setdefault(phrase.split()[-1], []).append(EffectWord(kind, "tolls"))
    for base in words["losing"]:
        for form in verb_forms(base):
            forms.setdefault(form, []).append(EffectWord("killed", "losing"))
    forms["lives"] = [EffectWord("killed", "lives")]
    for form in words["claiming"]:
        forms[form] = [EffectWord("killed", "claiming")]
    phrases = particles(raw["particles"]), particles(raw["befalls"])
    return EffectLexicon(
        {form: tuple(found) for form, found in forms.items()},
        phrases[0],
        words,
        phrases[1],
        frozenset({*forms, *phrases[0], *phrases[1], *(word for name in ENDINGS for word in words[name]), "losses"}),
        words["people"] | words["things"] | words["structures"],
    )


def forms_of(base: str, pattern: str) -> frozenset[str]:
    """The forms of a base under a pattern."""
    if pattern in ("acts_on", "happens_to"):
        return verb_forms(base)
    return noun_forms(base) if pattern == "nouns" else frozenset([base])


def particles(table: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], EffectKind], ...]]:
    """Verb forms with the particles that make them tell an effect."""
    found: dict[str, list[tuple[tuple[str, ...], EffectKind]]] = {}
    for kind, phrases in table.items():
        for phrase in phrases:
            adverb, verb, *rest = phrase.split() if phrase.split()[0].endswith("ly") else ("", *phrase.split())
            for form in verb_forms(verb):
                first, words = (adverb, (form, *rest)) if adverb else (form, tuple(rest))
                found.setdefault(first, []).append((words, cast(EffectKind, kind)))
    return {form: tuple(rows) for form, rows in found.items()}


def check_kinds(raw: dict[str, dict[str, object]]) -> None:
    """Raise PackError where a table names a kind that no effect has."""
    known = set(get_args(EffectKind))
    for table, rows in raw.items():
        wrong = rows.keys() - known
        if wrong:
            raise PackError(
                "claims/lexicon/effects.toml", f"[{table}] unknown kinds {sorted(wrong)}", f"use {sorted(known)}"
            )
