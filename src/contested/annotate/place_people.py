"""Names of persons, as far as telling them from places needs: a given name, a title or an age beside capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from contested.annotate.place_words import PlaceWords

AGE = re.compile(
    r",? \(?\d{1,3}\)?,? (?:of|was|is|who|and|from|a|the|an|has|had|died|told|said)\b|, \d{1,2}[,.]|, (?:aged?|of) \d"
    r"|, (?:Jr|Sr)\b"
)
INITIAL = re.compile(r"[A-Z]\.\Z")
OFFICE = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Ee]nvoy|[Aa]mbassador|[Cc]oordinator|[Dd]irector) (?:for|to|in) (?:the )?\Z"
)
PREVIOUS = re.compile(r"([A-Za-z-]+)\.? \Z")


@dataclass(slots=True)
class People:
    """Where persons are named in full, and their last names in lower case."""

    spans: list[tuple[int, int]] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)

    def hold(self, start: int, end: int) -> bool:
        """Whether the span lies inside a person's name."""
        i = bisect_right(self.spans, (start, 1 << 60)) - 1
        return i >= 0 and end <= self.spans[i][1]


def add_person(people: People, text: str, units: Sequence[tuple[int, int]], words: PlaceWords) -> None:
    """Note the person whom a run of capitalised units names, if it names one."""
    names = [text[start:end] for start, end in units]
    first = person_start(text, units, names, words)
    if first is None:
        return
    last = first
    while last + 1 < len(names) and last - first < 3 and continues(text, units, names, last + 1, words):
        last += 1
    if last == first and len(names) > 1 and first == 0 and names[0].lower() in words.given:
        return
    people.spans.append((units[first][0], units[last][1]))
    if last > first or names[first].lower() not in words.given:
        people.surnames.add(names[last].removesuffix("'s").removesuffix("’s").lower())


def person_start(text: str, units: Sequence[tuple[int, int]], names: Sequence[str], words: PlaceWords) -> int | None:
    """The unit with which a person's name begins."""
    for i, name in enumerate(names[:-1]):
        if name.lower() in words.given and continues(text, units, names, i + 1, words):
            return i
        if name.lower().rstrip(".") in words.titles and names[i + 1].lower() not in words.titles:
            return i + 1
    if len(names) in (2, 3) and AGE.match(text, units[-1][1]):
        return 0
    if len(names) > 2 and OFFICE.search(text, max(0, units[0][0] - 60), units[0][0]):
        return len(names) - 2  # "Minister for the Middle East Anna Marlow"
    before = PREVIOUS.search(text, max(0, units[0][0] - 20), units[0][0])
    if before is not None and before.group(1).lower() in words.titles and names[0].lower() not in words.kinds:
        return 0
    return None


def continues(text: str, units: Sequence[tuple[int, int]], names: Sequence[str], i: int, words: PlaceWords) -> bool:
    """Whether unit ``i`` goes on with a person's name."""
    if text[units[i - 1][1] : units[i][0]] != " ":
        return False
    lower = names[i].lower()
    if INITIAL.match(names[i]):
        return i + 1 < len(names)
    return lower not in words.kinds and lower not in words.bodies and lower not in words.never
