"""Numbers in figures and words, and the words that bound them, read from ``lexicon/quantities.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError

Phrases = dict[str, list[tuple[tuple[str, ...], str | int]]]
FIGURES = re.compile(r"\d{1,3}(?:,\d{3})+\Z|\d+\Z")
DECIMAL = re.compile(r"\d+\.\d+\Z")
BOUNDS = frozenset({"at_least", "over", "at_most", "under", "exactly"})
LARGE = ("billion", "million", "thousand")


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """The tables of the lexicon; phrases are keyed by their first word, longest first."""

    ones: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    fixed: Phrases
    vague: Phrases
    before: Phrases
    after: Phrases
    sets: dict[str, frozenset[str]]


@cache
def number_lexicon() -> NumberLexicon:
    """The shipped lexicon; raises PackError where it does not say what it must."""
    name = "annotate/lexicon/quantities.toml"
    raw = tomllib.loads(files("contested.annotate").joinpath("lexicon/quantities.toml").read_text(encoding="utf-8"))
    missing = {"ones", "tens", "scales", "fixed", "vague", "before", "after", "not_counts"} - raw.keys()
    if missing:
        raise PackError(name, f"lacks the tables {sorted(missing)}")
    wrong = {str(bound) for table in ("before", "after") for bound in raw[table].values()} - BOUNDS
    if wrong:
        raise PackError(name, f"unknown bounds {sorted(wrong)}", f"use {sorted(BOUNDS)}")
    phrases = [by_first_word(raw[table]) for table in ("fixed", "vague", "before", "after")]
    sets = {key: frozenset(words.split()) for key, words in raw["not_counts"].items()}
    return NumberLexicon(raw["ones"], raw["tens"], raw["scales"], phrases[0], phrases[1], phrases[2], phrases[3], sets)


def by_first_word(table: dict[str, str | int]) -> Phrases:
    """The phrases of a table under their first words, longest first."""
    phrases: Phrases = {}
    for wording, value in table.items():
        words = tuple(wording.split())
        phrases.setdefault(words[0], []).append((words, value))
    for rows in phrases.values():
        rows.sort(key=lambda row: -len(row[0]))
    return phrases


def match_phrase(phrases: Phrases, words: Sequence[str], at: int) -> tuple[str | int, int] | None:
    """The longest phrase at ``words[at]`` with the index after it, or None."""
    for phrase, value in phrases.get(words[at], ()) if at < len(words) else ():
        if tuple(words[at : at + len(phrase)]) == phrase:
            return value, at + len(phrase)
    return None


def read_number(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """The whole number written at lower-case ``words[at]``, in figures or words, and the index after it; else None."""
    if at >= len(words):
        return None
    if words[at][:1].isdigit():
        return read_figures(words, at)
    if words[at] in ("a", "an"):
        return read_scaled(words, at + 1, 1) if word_at(words, at + 1) in number_lexicon().scales else None
    return read_spelled(words, at)


def read_figures(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """A number in figures, maybe with a scale: "1,300", "10 000", "1.5 million", "5 thousand"."""
    scale = number_lexicon().scales.get(word_at(words, at + 1))
    if DECIMAL.match(words[at]):
        return (round(float(words[at]) * scale), at + 2) if scale else None
    if not FIGURES.match(words[at]) or not words[at].isascii():
        return None
    value = int(words[at].replace(",", ""))
    if scale:
        return value * scale, at + 2
    if len(words[at]) <= 3 and value and re.fullmatch(r"000", word_at(words, at + 1)):
        return value * 1000, at + 2
    return value, at + 1


def read_spelled(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """A number in words: "twenty-five", "two hundred and five thousand", "two dozen"."""
    first = below_hundred(words, at)
    return None if first is None else read_scaled(words, first[1], first[0])


def read_scaled(words: Sequence[str], at: int, value: int) -> tuple[int, int]:
    """What follows a first number below 100: scales and smaller numbers, in falling order."""
    if word_at(words, at) == "dozen":
        return value * 12, at + 1
    group, total, limit = value, 0, 10**12
    if word_at(words, at) == "hundred":
        group, at = hundreds(words, at, value)
    while True:
        scale = number_lexicon().scales.get(word_at(words, at), 0)
        if word_at(words, at) not in LARGE or scale >= limit:
            return total + group, at
        total, limit, at = total + group * scale, scale, at + 1
        rest = below_thousand(words, at + (word_at(words, at) == "and"))
        if rest is None or (scale == 1000 and rest[0] >= 1000):
            return total, at
        group, at = rest


def below_thousand(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """A number below 1,000 in words."""
    first = below_hundred(words, at)
    if first is not None and word_at(words, first[1]) == "hundred":
        return hundreds(words, first[1], first[0])
    return first


def hundreds(words: Sequence[str], at: int, value: int) -> tuple[int, int]:
    """``value`` hundreds, where ``words[at]`` is "hundred", with what follows below 100."""
    rest = below_hundred(words, at + 1 + (word_at(words, at + 1) == "and"))
    return (value * 100, at + 1) if rest is None else (value * 100 + rest[0], rest[1])


def below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """A number below 100 in words, hyphenated or not."""
    lexicon, word = number_lexicon(), word_at(words, at)
    if word in lexicon.ones:
        return lexicon.ones[word], at + 1
    ten, _, one = word.partition("-")
    if ten not in lexicon.tens:
        return None
    if one:
        return (lexicon.tens[ten] + lexicon.ones[one], at + 1) if 0 < lexicon.ones.get(one, 0) < 10 else None
    after = at + 2 if word_at(words, at + 1) == "-" else at + 1
    unit = lexicon.ones.get(word_at(words, after), 0)
    return (lexicon.tens[ten] + unit, after + 1) if 0 < unit < 10 else (lexicon.tens[ten], at + 1)


def word_at(words: Sequence[str], at: int) -> str:
    """The word there, or nothing beyond the ends."""
    return words[at] if 0 <= at < len(words) else ""
