"""Where sentences begin, by rule: before the parser, so that headlines, datelines and lost commas cannot mislead it."""

from __future__ import annotations

import re
import string
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc

from contested.model.report import Report

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt cmdr brig adm sen rep gov pres st jr sr vs etc no inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec i.e e.g u.n u.s u.k a.m p.m approx est".split()
)
CLOSERS = frozenset([*"\"'”’)]»", "''"])
OPENERS = frozenset("\"'“‘([«`")
TERMINATORS = frozenset({".", "!", "?", "…", "..", "..."})
BULLETS = frozenset("-–—•*·▪►‣●■◦")
SHORTEST_HEADLINE = 20
SMALL = 12  # words from which on a text without a capital is one that knows none
LONGEST = 240  # words; reports written in prose have 110 at most, tables and lists without full stops any number
SEAMS = (frozenset({";", "|", "•", "·", "*"}), frozenset({",", ":", "-", "–", "—"}))  # where an overlong one is cut
BEHIND_A_COPY = frozenset(string.ascii_uppercase + string.digits + '"“‘(')
Columns = tuple[list[str], list[bool], list[int]]
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}\Z")
CLOCK_ENDS = frozenset({"-", "–", "—", ":", "|", "/"})
ZONES = frozenset("gmt utc cet cest eet eest bst est edt pst pdt ist msk local am pm a.m p.m h hrs".split())
NOTE = re.compile(r"\[\d{1,3}\]\Z")
OF_THREAD = re.compile(r"\d{1,2}/\d{1,2}\Z")
LETTER_DOTS = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\Z")


def mark_sentences(doc: Doc, breaks: Iterable[int] = (), columns: Columns | None = None) -> Doc:
    """Set ``is_sent_start`` on every token; a blank line and every character of ``breaks`` start a sentence."""
    words, spaces, offsets = columns or columns_of(doc)
    starts = sentence_starts(words, spaces)
    for character in breaks:
        i = bisect_left(offsets, character)
        while i < len(words) and words[i].isspace():
            i += 1
        if 0 < i < len(words):
            starts.add(i)
    starts |= set(cuts_of(words, starts))
    marks = np.full((len(doc), 1), -1, dtype=np.int64)  # token by token, spaCy would look through the Doc each time
    marks[sorted(starts)] = 1
    return doc.from_array(cast(Any, ["SENT_START"]), cast(Any, marks.astype(np.uint64))) if len(doc) else doc


def columns_of(doc: Doc) -> Columns:
    """The tokens' words, whether white space follows, and where they start; without an object for each token."""
    if not len(doc):
        return [], [], []
    table, strings = doc.to_array(["ORTH", "SPACY", "IDX"]), doc.vocab.strings
    keys = table[:, 0].tolist()
    known = {key: strings[key] for key in set(keys)}
    return list(map(known.__getitem__, keys)), (table[:, 1] != 0).tolist(), table[:, 2].tolist()


def breaks_of(report: Report) -> Iterator[int]:
    """Characters where something else begins: behind the headline, its copy in the body, a dateline, at boilerplate."""
    if report.dateline is not None:
        yield report.dateline.mention.end
    for part in report.boilerplate:
        yield part.mention.start
        yield part.mention.end
    if report.headline is None:
        return
    yield report.headline.end
    words = report.headline.quote.rstrip(" .!?")
    copy = report.text.find(words, report.headline.end) if len(words) >= SHORTEST_HEADLINE else -1
    if copy >= 0 and report.text[copy + len(words) : copy + len(words) + 2].strip()[:1] in BEHIND_A_COPY:
        yield copy
        yield copy + len(words)


def sentence_starts(words: list[str], spaced: list[bool]) -> set[int]:
    """The indices of words that begin a sentence; ``spaced[i]`` tells whether white space follows word i."""
    starts = {0, *clocked_lines(words)} if words else set()
    small = len(words) >= SMALL and not any(word[0].isupper() for word in words)  # a text without capitals
    i, count = 0, len(words)
    while i < count:
        word = words[i]
        if "\n" in word and i + 1 < count and ends_paragraph(words, spaced, i):
            starts.add(i + 1)
        elif ends_sentence(words, i):
            after = i + 1
            while after < count and not spaced[after - 1] and (words[after] in CLOSERS or NOTE.match(words[after])):
                after += 1
            while after < count and words[after].isspace():
                after += 1
            if after < count and (small or begins_sentence(words, after) or is_bullet(words, spaced, after)):
                starts.add(after)
            i = max(i, after - 1)
        i += 1
    return starts


def cuts_of(words: list[str], starts: set[int]) -> Iterator[int]:
    """Where sentences of more than ``LONGEST`` words are cut, since reading takes the square of a sentence's length.

    In the second half of what is too long, behind the last line's end, else semicolon or bullet, else comma.
    """
    for first, end in pairwise((*sorted(starts), len(words))):
        at = first
        while end - at > LONGEST:
            back = range(at + LONGEST - 1, at + LONGEST // 2, -1)
            seam = next((k for k in back if "\n" in words[k]), None)
            for kind in SEAMS:
                seam = next((k for k in back if words[k] in kind), None) if seam is None else seam
            at = seam + 1 if seam is not None else at + LONGEST
            yield at


def clocked_lines(words: list[str]) -> Iterator[int]:
    """Behind the clock that opens a line, and behind that line: the head of a live page's entry ("14:05 GMT - …")."""
    for i, word in enumerate(words):
        if not CLOCK.match(word) or (i and "\n" not in words[i - 1]):
            continue
        at = i + 1 + (i + 1 < len(words) and words[i + 1].casefold().rstrip(".") in ZONES)
        end = next((k for k in range(at, min(at + LONGEST, len(words))) if "\n" in words[k]), len(words))
        if at < end and words[at] in CLOCK_ENDS:
            yield from (k for k in (at + 1, end + 1) if k < len(words))


def ends_paragraph(words: list[str], spaced: list[bool], i: int) -> bool:
    """Whether a line's end ends more: a blank line, an item of a list, one message of a thread ("… 2/5")."""
    return words[i].count("\n") >= 2 or is_bullet(words, spaced, i + 1) or bool(i and OF_THREAD.match(words[i - 1]))


def is_bullet(words: list[str], spaced: list[bool], i: int) -> bool:
    """Whether a word marks an item of a list: a dash, a dot or a picture at the head of a line."""
    marks = (words[i] in BULLETS and spaced[i]) or unicodedata.category(words[i][0]) == "So"
    return marks and "\n" in words[i - 1]


def ends_sentence(words: list[str], i: int) -> bool:
    """Whether the word can be the last of a sentence."""
    word = words[i]
    if word in TERMINATORS:
        before = words[i - 1] if i else ""
        return not (word == "." and (is_abbreviation(before) or (len(before) == 1 and before.isupper())))
    if word.endswith(".") and len(word) > 1:
        return not is_abbreviation(word[:-1]) and not LETTER_DOTS.match(word)
    return False


def is_abbreviation(word: str) -> bool:
    """Whether a word without its full stop is short for one, or for two tied by a hyphen ("Lt.-Col")."""
    lower = word.lower()
    return lower in ABBREVIATIONS or all(part.rstrip(".") in ABBREVIATIONS for part in lower.split("-"))


def begins_sentence(words: list[str], i: int) -> bool:
    """Whether the word can be the first of a sentence: a capital, a digit, an opening quote."""
    first = words[i][0]
    return first.isupper() or first.isdigit() or first in OPENERS or not first.isascii()
