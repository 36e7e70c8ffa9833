"""Mentions of times: every expression of a date, a time of day, a duration or a set in English news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc

from contested.annotate.time_clock import Clock, Spot
from contested.annotate.time_grammar import Grammar, grammar
from contested.annotate.time_values import NO_TIME, Reading, half_of, part_of
from contested.annotate.time_words import time_words
from contested.annotate.words import text_of
from contested.model.annotations import TimeMention
from contested.model.mention import Mention

WORD = re.compile(r"[a-z]+|\d+")
GAPS = re.compile(r"[\s\u00a0]{1,4}|[-‐‑–,.'’:/]\s?|\.,?\s|")
PARTS = re.compile(
    r"(?:the\s+)?(?:(?:very\s+)?(?P<of>begin|start|middl|end|close)\w*\s+of\b|(?P<mod>early|mid|late)(?:\s+in)?[\s-]"
    r"(?P<far>the\s+\d{3}0s)?)"
)
HALF = re.compile(r"(?:the\s+)?(first|second|latter)\s+half\s+of\b")
UPPER_TO_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
MOST_LEADERS = 7

Words = list[tuple[str, int, int]]


def find_times(doc: Doc, anchor: str | None) -> list[TimeMention]:
    """Time expressions in text order; relative ones count from ``anchor`` (an ISO day), else stay open."""
    text = text_of(doc)
    clock = Clock(time_words(), date.fromisoformat(anchor[:10]) if anchor else None)
    return [
        TimeMention(Mention(start, end, text[start:end]), reading.period, reading.type, reading.value)
        for start, end, reading in read_times(text, clock)
    ]


def read_times(text: str, clock: Clock) -> Iterator[tuple[int, int, Reading]]:
    """Start, end and reading of every expression, left to right, none within another."""
    rules = grammar()
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(text.translate(UPPER_TO_LOWER))]
    done = 0
    for i, (word, start, _) in enumerate(words):
        kind = rules.kernels.get(word) or (number_kind(word, start, text) if word[0] <= "9" else None)
        if kind is None or start < done:
            continue
        found = read_at(text, words, i, (done, kind), clock)
        if found is not None:
            first, done, reading = found
            if reading is not NO_TIME:
                clock.note(reading, first, text[first:done].lower())
                yield first, done, reading


def number_kind(word: str, start: int, text: str) -> str | None:
    """Whether a number may begin a year or a date or time in figures."""
    size, after = len(word), text[start + len(word) : start + len(word) + 2]
    if size == 4 and word[0] in "12":
        return "year"
    if size <= 2 and after[:1] in "-/.:–" and after[1:].isdigit():
        return "numeric"
    return None


def read_at(text: str, words: Words, i: int, state: tuple[int, str], clock: Clock) -> tuple[int, int, Reading] | None:
    """The expression with word ``i`` as its kernel that begins leftmost; it may turn out to be NO_TIME."""
    done, kind = state
    rules, kernel = grammar(), words[i][1]
    for start in starts(text, words, i, done, rules):
        for rule in rules.rules[kind]:
            match = rule.pattern.match(text, start)
            if match is None or match.end() <= kernel:
                continue
            end = end_of(match, clock)
            reading = rule.read(match, Spot(text, start, end, clock))
            if reading is not None:
                return start, end, in_part(reading, text[start:end].lower())
    return None


def in_part(reading: Reading, words: str) -> Reading:
    """The reading with the days of "early 2013", "mid-July", "the end of June"."""
    half = HALF.match(words)
    if half is not None:
        return half_of(reading, first=half[1] == "first")
    match = PARTS.match(words)
    if match is None or match["far"]:
        return reading
    part = match["mod"] or {"begin": "start", "start": "start", "middl": "mid", "mid": "mid"}.get(match["of"], "end")
    return part_of(reading, {"start": "early"}.get(part, part) if "month" in precision(reading) else part)


def precision(reading: Reading) -> str:
    """How exactly the days are known; an empty text where none are."""
    return reading.period.precision if reading.period else ""


def end_of(match: re.Match[str], clock: Clock) -> int:
    """Where an expression ends; the stop of a sentence is no part of it, that of "Feb." is."""
    words = match.group()
    if not words.endswith(".") or words[-3:-1].lower() in ("am", "pm", ".m"):
        return match.end()
    last = re.split(r"\W", words[:-1])[-1].lower()
    return match.end() - (last not in clock.words.short)


def starts(text: str, words: Words, i: int, done: int, rules: Grammar) -> list[int]:
    """Where an expression around word ``i`` may begin, leftmost first."""
    found = [words[i][1]]
    for j in range(i - 1, max(-1, i - 1 - MOST_LEADERS), -1):
        word, start, end = words[j]
        if start < done or not (word in rules.leaders or word[0] <= "9") or not GAPS.fullmatch(text, end, found[-1]):
            break
        found.append(start)
    return found[::-1]
