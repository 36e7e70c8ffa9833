"""Years, decades, centuries: in figures, in words, and as part of a quarter."""

from __future__ import annotations

import re
from functools import cache

from contested.annotate import time_values as values
from contested.annotate.time_clock import Spot
from contested.annotate.time_rule import MOD, PART, PREPOSITIONS, Match, Rule
from contested.annotate.time_values import Reading
from contested.annotate.time_words import GAP, JOIN, YEAR, number_of, time_words
from contested.model.period import Period

YEAR_CUES = PREPOSITIONS | frozenset("the a its their his her into circa year fiscal ended ending on as or s".split())
STRICT_CUES = frozenset("in since early mid late during circa year fiscal ended ending throughout".split())


def full_year(text: str) -> int:
    """The year of two or four figures."""
    year = int(text.lstrip("'’"))
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def year_of_quarter(match: Match, spot: Spot) -> Reading:
    """ "the 1988 third quarter"."""
    return values.of_quarter(int(match["y"]), spot.clock.words.ordinals[match["o"].lower()])


def spoken_year(match: Match, spot: Spot) -> Reading:
    """ "nineteen ninety-four", "the year two thousand"."""
    head = number_of(match["head"])
    tail = number_of(match["tail"]) if match["tail"] else 0
    year = int(head or 0) * (100 if match["head"].lower() in ("nineteen", "twenty") else 1) + int(tail or 0)
    if match["m"]:
        return values.of_month(year, spot.clock.words.months[match["m"].lower()])
    return values.of_year(year)


def bare_year(match: Match, spot: Spot) -> Reading | None:
    """ "in 2012", "early 2013", "the 2003 invasion"; "the 2000 fighters" are counted."""
    year = int(match["y"])
    top = spot.anchor.year + 60 if spot.anchor else 2100
    if not 1500 <= year <= top or re.match(r"[,.:]\d|[-–/]\d|\s?%|th\b", spot.after()):
        return None
    cue = re.search(r"([\w’']+)[\s(]*\Z", spot.text[max(0, match.start("y") - 20) : match.start("y")].lower())
    before = re.split(r"[’']", cue[1])[-1] if cue else ""
    follows = re.match(r"\s+(\w+)", spot.text[match.end() :])
    after = follows[1].lower() if follows else ""
    if after in spot.clock.words.counted and before not in STRICT_CUES:
        return None
    marked = before in YEAR_CUES or match.start() != match.start("y") or spot.before(1) in ("(", "/")
    return values.of_year(year) if marked and not re.search(r"[$€£]\s?\Z", spot.before()) else None


def year_span(match: Match, spot: Spot) -> Reading | None:
    """ "2011-2013", "2015-16"."""
    first = int(match["y"])
    last = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
    if not first < last <= first + 60:
        return None
    return Reading("DATE", f"{first}/{last}", Period(f"{first}-01-01", f"{last}-12-31", "years"))


def decade(match: Match, spot: Spot) -> Reading:
    """ "the 1990s", "the early '80s"."""
    return values.of_decade(full_year(match["y"]))


def century(match: Match, spot: Spot) -> Reading:
    """ "the 20th century"."""
    return values.of_century(int(match["n"]))


@cache
def spoken_rules() -> tuple[Rule, ...]:
    """Rules for years in words."""
    tens = r"(?:thir|for|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    tail = rf"(?P<tail>(?:{tens}|ten|eleven|twelve)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
    month = rf"(?:(?P<m>{time_words().month()}){GAP})?"
    return (
        Rule.of(rf"{month}(?P<head>nineteen|twenty)[ -]{tail}", spoken_year),
        Rule.of(rf"(?:the{GAP})?(?P<m>)year{GAP}(?P<head>two{GAP}thousand)(?P<tail>)", spoken_year),
    )


@cache
def year_rules() -> tuple[Rule, ...]:
    """Rules for a number that may be a year."""
    early = rf"(?:the{GAP})?(?:(?:early|late|mid){JOIN})?"
    return (
        Rule.of(rf"{early}(?P<y>(?:1[5-9]|20)\d0|(?<=[’'])\d0)[’']?s", decade),
        Rule.of(rf"(?P<y>{YEAR})[-–](?P<y2>{YEAR}|\d\d)", year_span),
        Rule.of(rf"(?:the{GAP})?(?P<y>{YEAR}){GAP}(?P<o>first|second|third|fourth)[ -]quarter", year_of_quarter),
        Rule.of(rf"{PART}{MOD}(?:the{GAP}year{GAP}|fiscal{GAP}(?:year{GAP})?)?(?P<y>{YEAR})", bare_year),
    )


@cache
def century_rules() -> tuple[Rule, ...]:
    """Rules for centuries."""
    return (Rule.of(rf"(?:the{GAP})?(?:(?:early|late|mid){JOIN})?(?P<n>\d\d?)(?:st|nd|rd|th){JOIN}century", century),)
