"""Names in lines that write every word with a capital: common words there name no place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from contested.annotate.place_found import Found
from contested.annotate.place_shapes import is_facility
from contested.annotate.place_words import english_words, place_words

WORD = re.compile(r"[^\W\d_]{4,}")
ENDS = re.compile(r"[.!?](?=\s)|\n")
MOST, LEAST, SHARE = 200, 3, 0.7  # characters of such a line, its longer words, how many common ones have capitals


def outside_titles(found: Iterable[Found], text: str) -> Iterator[Found]:
    """The names without those that only a headline's capitals make: "Gas Field Battle", "Ambush", "Weapons Depot"."""
    known: dict[tuple[int, int], bool] = {}
    for one in found:
        start, end = line_around(text, one.part.start)
        if (start, end) not in known:
            known[start, end] = is_title(text[start:end])
        told = text[max(0, one.part.start - 3) : one.part.start].rstrip().endswith(":")  # "Place: X", a form's line
        if not known[start, end] or told:
            yield one
        elif not is_common(one):
            yield without_common_end(one)


def is_common(one: Found) -> bool:
    """Whether a name is of common words alone that no gazetteer has, or that only say what kind of place is meant."""
    exact = any(match.level == "exact" for match in one.part.matches)
    if all(word in english_words() for word in one.part.text.lower().split()):
        return not exact or is_facility(one.kind)
    words = place_words()
    governed = one.prep in words.weak or one.prep in words.strong or one.prep in words.taking
    return not one.part.matches and not governed and one.kind is None


def without_common_end(one: Found) -> Found:
    """A name that no gazetteer has, without what the headline goes on with: "Norwick Ambush", "Norwick Kills"."""
    part = one.part
    units, last = part.text.split(" "), one.end == part.end
    while len(units) > 1 and goes_on(units[-1].lower()) and not goes_on(units[0].lower()):
        units.pop()
    kept = " ".join(units)
    if part.matches or not last or kept == part.text:
        return one
    end = part.start + len(kept)
    return replace(one, part=replace(part, end=end, text=kept, words=len(units)), end=end)


def goes_on(word: str) -> bool:
    """Whether a word is a common one that tells no kind of place."""
    words = place_words()
    return word in english_words() and word not in words.kinds and word not in words.heads


def line_around(text: str, at: int) -> tuple[int, int]:
    """Where the sentence or line around a character begins and ends."""
    start = max((m.end() for m in ENDS.finditer(text, max(0, at - MOST), at)), default=max(0, at - MOST))
    stop = ENDS.search(text, at)
    return start, stop.start() if stop is not None else len(text)


def is_title(line: str) -> bool:
    """Whether most longer common words of a line begin with a capital, two of them behind its first word."""
    words, known = WORD.findall(line), place_words()
    small = known.strong | known.weak | known.function  # "near" has no capital in a headline
    common = [word for word in words[1:] if word.lower() in english_words() and word not in small]
    capital = sum(word[0].isupper() for word in common)
    return len(line) <= MOST and len(words) >= LEAST and capital >= max(2.0, SHARE * len(common))
