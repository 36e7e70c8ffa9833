"""The words of time from ``lexicon/times.toml``, and the pieces that patterns of time are made of."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from contested.model.errors import PackError

GAP = r"(?:[ \t\u00a0]{1,3}|[ \t]?\n(?!\s*\n)[ \t]*)"
JOIN = rf"(?:{GAP}|[-‐‑–])"
YEAR = r"(?:1[5-9]\d\d|20\d\d)"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
ORDINAL = r"(?:st|nd|rd|th)?"
SECTIONS = (
    "months month_abbreviations weekdays weekday_abbreviations units numbers ordinals seasons dayparts "
    "references sets words"
).split()


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The lexicon: numbers of months, weekdays and words, TIMEX3 letters of units, and alternations for patterns."""

    months: dict[str, int]
    weekdays: dict[str, int]
    short: frozenset[str]
    units: dict[str, str]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    seasons: dict[str, str]
    dayparts: dict[str, str]
    references: dict[str, str]
    sets: dict[str, str]
    vague: frozenset[str]
    near: tuple[str, ...]
    counted: frozenset[str]
    coming: tuple[str, ...]
    coming_at: frozenset[str]

    def month(self) -> str:
        """The pattern of a month's name, a short form with or without its stop."""
        return either(self.months)

    def weekday(self) -> str:
        """The pattern of a weekday's name, long or short."""
        return either(self.weekdays)

    def number(self) -> str:
        """The pattern of a number in figures or words, or of a vague count."""
        words = either(word for word in self.numbers if word not in ("a", "an"))
        spelled = rf"(?:an?{GAP}(?=hundred|thousand))?{words}(?:(?:[ -]|{GAP}and{GAP}){words})*"
        vague = rf"(?:a{GAP})?(?:couple{GAP}of|few|dozen)|{either(self.vague)}"
        return rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|{vague}|{spelled}|an?)"

    def unit(self) -> str:
        """The pattern of a unit of time, singular or plural."""
        return either([*(f"{u}s?" for u in self.units if u != "century"), "century", "centuries"], quoted=True)


@cache
def time_words() -> TimeWords:
    """The lexicon as shipped; raises PackError where it does not say what it must."""
    raw = tomllib.loads(files("contested.annotate").joinpath("lexicon/times.toml").read_text(encoding="utf-8"))
    return parse_words(raw)


def parse_words(raw: dict[str, Any]) -> TimeWords:
    """The lexicon of a parsed file; raises PackError for a missing section or a month that is none."""
    for section in SECTIONS:
        if not isinstance(raw.get(section), dict) or not raw[section]:
            raise PackError("times.toml", f"[{section}] is missing or empty", "restore the section")
    months = raw["months"] | raw["month_abbreviations"]
    weekdays = raw["weekdays"] | raw["weekday_abbreviations"]
    for table, top in ((months, 12), (weekdays, 7)):
        for word, number in table.items():
            if not isinstance(number, int) or not 1 <= number <= top:
                raise PackError("times.toml", f"{word!r} is {number!r}", f"use a number from 1 to {top}")
    words = raw["words"]
    return TimeWords(
        months=months,
        weekdays=weekdays,
        short=frozenset(raw["month_abbreviations"]) | frozenset(raw["weekday_abbreviations"]),
        units=raw["units"],
        numbers=raw["numbers"],
        ordinals=raw["ordinals"],
        seasons=raw["seasons"],
        dayparts=raw["dayparts"],
        references={phrase: ref for ref, phrases in raw["references"].items() for phrase in phrases},
        sets=raw["sets"],
        vague=frozenset(words["vague"]),
        near=tuple(words["near"]),
        counted=frozenset(words["counted"]),
        coming=tuple(f" {phrase} " for phrase in words["coming"]),
        coming_at=frozenset(words["coming_at"]),
    )


def either(words: Iterable[str], quoted: bool = False) -> str:
    """A pattern for any of the words, the longest first; ``quoted`` tells that they are patterns already."""
    parts = sorted((w if quoted else re.escape(w).replace(r"\ ", GAP) for w in words), key=len, reverse=True)
    return f"(?:{'|'.join(parts)})"


def number_of(text: str) -> int | float | None:
    """The number that words or figures give; None where they are vague ("several")."""
    words = time_words()
    folded = " ".join(text.lower().replace("-", " ").split())
    if folded[:1].isdigit():
        figure = folded.replace(",", "")
        return float(figure) if "." in figure else int(figure)
    if folded.endswith("couple of"):
        return 2
    if folded.endswith("dozen"):
        return 12
    total = current = 0
    for word in folded.split():
        if word == "and":
            continue
        if word not in words.numbers:
            return None
        value = words.numbers[word]
        if value == 100:
            current = max(1, current) * 100
        elif value == 1000:
            total, current = total + max(1, current) * 1000, 0
        else:
            current += value
    return total + current
