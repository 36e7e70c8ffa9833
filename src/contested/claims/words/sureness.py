"""The words of certainty, from ``lexicon/factuality.toml``: what governs an event, what stands beside it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.claims.words.speech import stem
from contested.model.claim import Factuality
from contested.model.errors import PackError

FACTUALITIES: dict[str, Factuality] = {
    "denied": "denied",
    "hedged": "hedged",
    "planned": "planned",
    "forecast": "forecast",
    "conditional": "conditional",
}


STEMS = (
    "light", "actual", "changes", "impersonal", "plans", "aims", "doubtful", "timed", "asking", "inviting",
    "insisting", "laying_down", "texts", "ending", "proving", "proof", "repelling", "averting", "trying",
    "answering", "spreading", "taking_up", "arranging", "deciding", "widening", "arguing",
    "meaning", "giving_up", "bent", "choices", "brokering", "arranged", "causing", "talking", "hindering", "weighing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lexicon:
    """For each kind of word: stem (governors) or form (others) → factuality; sets of stems and forms."""

    governors: dict[str, dict[str, Factuality]]
    beside: dict[str, dict[str, Factuality]]
    sets: dict[str, frozenset[str]]

    def kind_of(self, part: str, word: str) -> Factuality | None:
        """What a governing word in lower case says; None where it says nothing."""
        return self.governors[part].get(stem(word))


@cache
def lexicon() -> Lexicon:
    """The lexicon; raises PackError where the file does not say what it must."""
    return read_lexicon(files("contested.claims").joinpath("lexicon/factuality.toml").read_text(encoding="utf-8"))


def read_lexicon(text: str) -> Lexicon:
    """A lexicon from TOML."""
    table = tomllib.loads(text)
    for name in ("verbs", "nouns", "adjectives", "adverbs", "modifiers", "modals", "marks"):
        wrong = set(table.get(name, {"missing": ""})) - set(FACTUALITIES)
        if wrong:
            raise PackError("factuality.toml", f"[{name}] has {sorted(wrong)}", f"use {sorted(FACTUALITIES)}")
    governors = {name: spread(table[name], True) for name in ("verbs", "nouns", "adjectives")}
    beside = {name: spread(table[name], False) for name in ("adverbs", "modifiers", "modals", "marks")}
    sets = {name: frozenset(map(stem, table[name]["words"].split())) for name in STEMS}
    for name in ("negation", "thought", "harm_told", "marked", "true", "false", "felt", "drafted"):
        sets[name] = frozenset(table[name]["words"].split())
    return Lexicon(governors, beside, sets)


def spread(rows: dict[str, str], stems: bool) -> dict[str, Factuality]:
    """Word → factuality."""
    return {stem(w) if stems else w: FACTUALITIES[kind] for kind, words in rows.items() for w in words.split()}
