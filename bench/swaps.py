"""Exchange parties or loaded words in a text, and find old offsets in the new one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from contested.packs.fold import WORD, fold_word
from contested.packs.pack import Pack

LONGEST_NAME = 6
COMMON = 5  # a party's first spellings in its pack are the usual ones
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """``text[start:end]`` becomes ``new``."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Swapped:
    """A text after its edits, which are in order and apart."""

    text: str
    edits: tuple[Edit, ...]

    def span(self, start: int, end: int) -> Span:
        """Where an old span lies now; one that cuts an edited stretch grows to the whole of it."""
        return self.moved(start, False), self.moved(end, True)

    def moved(self, offset: int, is_end: bool) -> int:
        """One offset; inside an edited stretch the edge that keeps all of it."""
        shift = 0
        for edit in self.edits:
            if offset <= edit.start:
                break
            if offset < edit.end:
                return edit.start + shift + (len(edit.new) if is_end else 0)
            shift += len(edit.new) - (edit.end - edit.start)
        return offset + shift


def apply(text: str, edits: Sequence[Edit]) -> Swapped:
    """The text with all edits made; of overlapping edits the first stays."""
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    parts, at = [], 0
    for edit in kept:
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return Swapped("".join(parts) + text[at:], tuple(kept))


@cache
def load_swaps() -> Mapping[str, Any]:
    """What may stand for what."""
    return tomllib.loads(Path(__file__).with_name("swaps.toml").read_text(encoding="utf-8"))


def turned(items: Sequence[str], by: int) -> dict[str, str]:
    """Each item to the one ``by`` places on."""
    return {item: items[(i + by) % len(items)] for i, item in enumerate(items)}


def swap_parties(text: str, pack: Pack, by: int) -> Swapped:
    """Names of armed parties, adjectives of states and family names of leaders, each list turned by ``by``."""
    swaps = load_swaps()
    return apply(text, [*name_edits(text, pack, turned(swaps["armed"], by)), *state_edits(text, by)])


def name_edits(text: str, pack: Pack, other: Mapping[str, str]) -> Iterator[Edit]:
    """Every capitalised name of a party becomes one of the party that stands for it."""
    spans = [match.span() for match in WORD.finditer(text)]
    folded = [fold_word(text[start:end]) for start, end in spans]
    after = 0
    for i, (start, _) in enumerate(spans):
        if i < after or not text[start].isupper() or text[start - 1 : start] == "-":
            continue
        for size in range(min(LONGEST_NAME, len(spans) - i), 0, -1):
            end = spans[i + size - 1][1]
            alias = pack.aliases.get(tuple(folded[i : i + size]))
            if alias is not None and alias.role == "name" and "\n" not in text[start:end]:
                if alias.actor in other and (size > 1 or end - start > 2):
                    yield Edit(start, end, name_like(text[start:end], other[alias.actor], pack))
                after = i + size
                break


def name_like(name: str, actor: str, pack: Pack) -> str:
    """The actor's name that is most like another name: an acronym for one, else of like head and length."""
    spellings = [a.spelling for a in pack.aliases.values() if a.actor == actor and a.role == "name"]
    names = [s for s in spellings[:COMMON] if s[0].isupper() and len(s) > 2]
    words = name.split()

    def unlikeness(other: str) -> tuple[bool, bool, int]:
        theirs = other.split()
        same_head = theirs[-1].casefold() == words[-1].casefold()
        return other.isupper() != name.isupper(), not same_head, abs(len(theirs) - len(words))

    return min(names, key=unlikeness)


def state_edits(text: str, by: int) -> Iterator[Edit]:
    """Adjectives of states and the names of leaders, family names also where they lost the apostrophe of a genitive."""
    swaps = load_swaps()
    families = turned(swaps["families"], by)
    lists = turned(swaps["adjectives"], by) | turned(swaps["leaders"], by) | families
    lists |= {name + "s": other + "s" for name, other in families.items()}
    for match in re.finditer(r"(?<![-\w])(?:" + "|".join(lists) + r")\b", text):
        yield Edit(match.start(), match.end(), lists[match.group()])
    force = "|".join(swaps["force"])
    for match in re.finditer(rf"\b{swaps['home']}(?= (?:{force})\b)", text):
        yield Edit(match.start(), match.end(), swaps["adjectives"][by])


def swap_words(text: str, by: int) -> Swapped:
    """Loaded and neutral words, each set turned by ``by``; fighter planes and hyphens behind "anti" stay."""
    lists: dict[str, str] = {}
    for group in load_swaps()["words"]:
        sets = group["sets"]
        for n, forms in enumerate(sets):
            lists |= dict(zip(forms, sets[(n + by) % len(sets)], strict=True))
    pattern = re.compile(r"(?<![-\w])(?:" + "|".join(sorted(lists, key=len, reverse=True)) + r")\b", re.IGNORECASE)
    return apply(
        text,
        [Edit(m.start(), m.end(), in_case_of(m.group(), lists[m.group().lower()])) for m in pattern.finditer(text)],
    )


def in_case_of(old: str, new: str) -> str:
    """The new word in capitals, with a capital, or as it is, as the old one was."""
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new
