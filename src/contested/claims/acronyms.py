"""Acronyms that a text spells out: "Norwick Human Rights Watch (NHRW)"."""

from __future__ import annotations

import re

IN_BRACKETS = re.compile(r"\(\s*([A-Z]{2,8})\s*\)")
WORD = re.compile(r"[^\W\d_][\w.’'-]*")
SMALL = frozenset({"of", "for", "and", "the", "in", "on", "to", "de"})
REACH = 120  # characters before the bracket


def spelt_out(text: str) -> dict[str, str]:
    """Acronym → the name before its bracket whose words begin with its letters."""
    found: dict[str, str] = {}
    for match in IN_BRACKETS.finditer(text):
        short = match.group(1)
        start = name_start(text, match.start(), short)
        if start is not None:
            found.setdefault(short, " ".join(text[start : match.start()].split()))
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


def initials(name: str) -> str:
    """The first letters of a name's words, small words left out, in capitals."""
    return "".join(word[0] for word in name.split() if word.lower() not in SMALL).upper()
