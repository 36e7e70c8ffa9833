"""Bodies and persons that no pack knows, by the shape of their names: "Liwa X", "X Brigade", "Colonel X Y"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from contested.annotate.actor_lexicon import ActorLexicon
from contested.annotate.words import Words
from contested.model.actor import ActorKind

LINKS = frozenset(
    {"al", "el", "as", "ash", "an", "ad", "ar", "at", "az", "bin", "ibn", "of", "the", "and", "for", "wal"}
)
NAME_LINKS = frozenset({"al", "el", "as", "ash", "an", "ad", "ar", "at", "az", "bin", "ibn", "de", "von", "van", "abu"})
INSIDE = frozenset("military people peoples state resistance student women journalists doctors army national".split())
PARTICLES = frozenset("al el bin ibn de von van abu".split())
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Body:
    """A named body or person: words ``first`` to ``last`` inclusive; ``name`` is the first word after titles."""

    first: int
    last: int
    kind: ActorKind
    what: Literal["body", "person"]
    name: int


@lru_cache(maxsize=2)
def named_bodies(words: Words, lexicon: ActorLexicon) -> dict[int, Body]:
    """Bodies and titled persons by the index of their first word."""
    found: dict[int, Body] = {}
    for i, word in enumerate(words.folded):
        if word in lexicon.bodies:
            body = body_ending(words, lexicon, i)
        elif word in lexicon.openings:
            body = body_opening(words, lexicon, i)
        elif word in lexicon.titles:
            body = person_after(words, lexicon, i)
        elif word in lexicon.first_names:
            body = person_at(words, lexicon, i)
        else:
            continue
        if body is not None and (body.first not in found or found[body.first].last < body.last):
            found[body.first] = body
    persons = [body for body in found.values() if body.what == "person"]
    sites = {bare_name(body, words) for body in persons if is_site(body, words, lexicon)}
    for body in persons:
        if bare_name(body, words) in sites:
            del found[body.first]
    return found


def bare_name(body: Body, words: Words) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(words.folded[body.name : body.last + 1])


def is_site(body: Body, words: Words, lexicon: ActorLexicon) -> bool:
    """Whether the words around say that a place bears the person's name."""
    after = words.folded[body.last + 1] if body.last + 1 < len(words.folded) and words.joined(body.last + 1) else ""
    start = body.first - 1 if body.first and words.folded[body.first - 1] == "al" else body.first
    before = words.folded[start - 1] if start and words.joined(start) else ""
    inside = any(word in lexicon.after_site for word in bare_name(body, words))
    return inside or after in lexicon.after_site or before in lexicon.before_site


def body_ending(words: Words, lexicon: ActorLexicon, last: int) -> Body | None:
    """A body named by its last word; at least one word before it is a name of its own."""
    if not words.capital(last) or words.raw(last).isupper():
        return None
    first, own = last, False
    while first > 0 and last - first < LONGEST and words.joined(first):
        word = words.folded[first - 1]
        if not words.capital(first - 1) and not (word in LINKS and first >= 2 and words.capital(first - 2)):
            break
        if words.capital(first - 1) and (word in lexicon.stops or words.gap(first) == "\n"):
            break
        entry = lexicon.singles.get(word)
        if entry is not None and (entry.possessive or (entry.role == "head" and word not in INSIDE)):
            break
        own = own or (entry is None and word not in LINKS)
        first -= 1
    while first < last and words.folded[first] in LINKS and not words.capital(first):
        first += 1
    if not own or any(known_name(words, lexicon, i, last) for i in range(first, last + 1)):
        return None
    return Body(first, last, lexicon.bodies[words.folded[last]], "body", first)


def known_name(words: Words, lexicon: ActorLexicon, i: int, last: int) -> bool:
    """Whether a name of the pack begins at word i and ends at or after ``last``, or has several words."""
    rest = lexicon.longer.get(words.folded[i])
    if rest is None or i + 1 >= len(words.folded):
        return False
    for entry in rest.get(words.folded[i + 1], ()):
        if entry.group in ("name", "leader") and tuple(words.folded[i : i + len(entry.key)]) == entry.key:
            return True
    return False


def body_opening(words: Words, lexicon: ActorLexicon, first: int) -> Body | None:
    """A body named by its first word: "Liwa al-X"."""
    if first + 1 >= len(words.starts) or not words.capital(first) or not words.joined(first + 1):
        return None
    if known_name(words, lexicon, first, first):
        return None
    last = run_of_name(words, lexicon, first + 1, 3)
    return Body(first, last, lexicon.openings[words.folded[first]], "body", first) if last > first else None


def person_after(words: Words, lexicon: ActorLexicon, title: int) -> Body | None:
    """A person named after a title; the title's own words belong to the mention."""
    if words.folded[title] == "major" and not words.capital(title) and words.folded[title - 1 : title] != ["army"]:
        return None  # "a major Norwick offensive"
    first = title + 1
    count = len(words.starts)
    while first < count and (words.joined(first) or words.gap(first) == ". ") and words.folded[first] in lexicon.titles:
        first += 1
    if (
        first >= count
        or not (words.joined(first) or words.gap(first) == ". ")
        or known_name(words, lexicon, first, first)
    ):
        return None
    entry = lexicon.singles.get(words.folded[first])
    if entry is not None and entry.group != "leader":
        return None
    last = run_of_name(words, lexicon, first, 4)
    if last < first:
        return None
    head = lexicon.singles.get(words.folded[title])
    start = first if head is not None and head.role == "head" else title
    return Body(start, last, lexicon.titles[words.folded[title]], "person", first)


def person_at(words: Words, lexicon: ActorLexicon, first: int) -> Body | None:
    """A person known by a given name with a capitalised name after it."""
    if not words.capital(first) or first + 1 >= len(words.starts) or not words.joined(first + 1):
        return None
    if first and words.joined(first) and words.capital(first - 1) and words.folded[first - 1] not in lexicon.singles:
        return None
    last = run_of_name(words, lexicon, first, 4)
    return Body(first, last, "unknown", "person", first) if last > first else None


def run_of_name(words: Words, lexicon: ActorLexicon, first: int, longest: int) -> int:
    """The last word of a run of capitalised words and Arabic links from ``first``; ``first - 1`` if there is none."""
    i, last, named = first, first - 1, 0
    while i < len(words.starts) and named < longest and (i == first or words.joined(i)):
        word = words.folded[i]
        if word in NAME_LINKS and (words.gap(i + 1) == "-" or word in PARTICLES):
            i += 1
            continue
        if not words.capital(i) or word in lexicon.stops or (words.raw(i).isupper() and len(word) > 1):
            break
        entry = lexicon.singles.get(word)
        if (
            entry is not None
            and (entry.role == "head" or entry.group in ("adjective", "country", "demonym"))
            and i > first
        ):
            break
        last, named, i = i, named + 1, i + 1
    return last
