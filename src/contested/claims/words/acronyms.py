"""Acronyms that a text spells out: "Norwick Human Rights Watch (NHRW)", "the Northern Guard, or NG,"."""

from __future__ import annotations

import heapq
import re
from collections import Counter

IN_BRACKETS = re.compile(r"\(\s*([A-Z]{2,8})\s*\)")
BESIDE = re.compile(r",\s+or\s+([A-Z]{2,8})\b")
BEFORE_NAME = re.compile(r"\b([A-Z]{2,8})\s*\(\s*([^()]{8,80}?)\s*\)")
OFFICE = re.compile(r"[A-Z]o[A-Z]{1,3}")
WORD = re.compile(r"[^\W\d_][\w.’'-]*")
SMALL = frozenset({"of", "for", "and", "the", "in", "on", "to", "de"})
TURNED = 3  # words of a name whose initials are turned
BLENDED = 5  # letters of a name made of parts of words
REACH = 120  # characters before the bracket


def spelt_out(text: str) -> dict[str, str]:
    """Acronym → the name beside it whose words begin with its letters; in capitals, also where the text has none."""
    found: dict[str, str] = {}
    letters = text if any(map(str.isupper, text)) else text.upper()
    for match in heapq.merge(IN_BRACKETS.finditer(letters), BESIDE.finditer(letters), key=re.Match.start):
        short = match.group(1)
        start = name_start(text, match.start(), short)
        start = start if start is not None else blended_start(text, match.start(), short)
        start = start if start is not None else turned_start(text, match.start(), short)
        if start is not None:
            found.setdefault(short, " ".join(text[start : match.start()].split()))
    for match in BEFORE_NAME.finditer(letters):
        if name_start(text, match.end(2), match.group(1)) == match.start(2):
            found.setdefault(match.group(1), " ".join(text[slice(*match.span(2))].split()))
    return found


def name_start(text: str, stop: int, short: str) -> int | None:
    """Where the name begins that ends at ``stop`` and that the letters stand for."""
    words = list(WORD.finditer(text, max(0, stop - REACH), stop))
    left = len(short)
    for word in reversed(words):
        if word.group().lower() in SMALL:
            if word.group()[0].upper() == short[left - 1] and left > 1:
                left -= 1
            continue
        if word.group()[0].upper() != short[left - 1]:
            return None
        left -= 1
        if left == 0:
            return word.start()
    return None


def blended_start(text: str, stop: int, short: str) -> int | None:
    """Where a name of capitalised words begins, more than one, that has the letters in order: "… Command (CENTCOM)"."""
    words = list(WORD.finditer(text, max(0, stop - REACH), stop))
    if len(short) < BLENDED or not words or text[words[-1].end() : stop].strip():
        return None
    first = len(words)
    while first and (words[first - 1].group()[0].isupper() or words[first - 1].group() in SMALL):
        if first < len(words) and text[words[first - 1].end() : words[first].start()].strip(" -"):
            break
        first -= 1
    while first < len(words) and words[first].group().lower() in SMALL:
        first += 1
    letters = iter("".join(word.group() for word in words[first:]).upper())
    named = len(words) - first > 1 and all(letter in letters for letter in short)
    return words[first].start() if named else None


def turned_start(text: str, stop: int, short: str) -> int | None:
    """Where the name begins whose initials are the letters in another order, as another language has them: "FARC"."""
    words = [w for w in WORD.finditer(text, max(0, stop - REACH), stop) if w.group().lower() not in SMALL]
    left, first = Counter(short), len(words)
    capitals = any(map(str.isupper, text))
    while first and (words[first - 1].group()[0].isupper() or not capitals):
        first -= 1
        left -= Counter(words[first].group()[0].upper())
        if not left and len(words) - first >= TURNED and (capitals or words[first].group()[0].upper() == short[0]):
            return words[first].start()
    return None


def stands_for(short: str, name: str) -> bool:
    """Whether an acronym is a name's, which may go on after its initials: "MoH", "Ministry of Health in Norwick"."""
    if OFFICE.fullmatch(short):
        return " of " in name and initials(name).startswith(short.replace("o", ""))
    return initials(name) == short


def initials(name: str) -> str:
    """The first letters of a name's words, small words left out, in capitals."""
    return "".join(word[0] for word in name.split() if word.lower() not in SMALL).upper()
