"""The shape of a place phrase: its full words ("western parts of X"), relation ("near"), kind and precision."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contested.annotate.place_words import FACILITIES, place_words

DIRECTION = (
    r"(?:(?:north|south)[- ]?(?:east|west)(?:ern)?|(?:north|south|east|west)(?:ern)?|central|rural|upper|lower|downtown"
    r"|suburban|greater)"
)
COUNTRYSIDE = (
    r"(?:countryside|suburbs?|outskirts|parts?|half|districts?|neighbou?rhoods?|areas?|side|region|desert|coast|border"
    r"|surroundings|governorate|province|frontier|(?:old|inner) (?:city|town)|cent(?:er|re)|heart|edges?)"
)
DIRECTIONS = rf"{DIRECTION}(?: and {DIRECTION})? "
# "the east of X" lies in X, "to the east of X" beside it
WITHIN = rf"(?<=the )(?<!to the )(?<!on the ){DIRECTION} of (?:the )?"
BEFORE = re.compile(
    rf"(?<![\w-])(?<!local government )((?:{DIRECTIONS})?{COUNTRYSIDE} of (?:the )?|{DIRECTIONS}|{WITHIN})\Z", re.I
)
AFTER = re.compile(
    rf"(?:'?s)?( (?:{DIRECTION} )?(?:countryside|suburbs|outskirts|province|governorate|region|city|border"
    r"|territory))\b",
    re.I,
)
CENTRE = re.compile(r"(?:old|inner) (?:city|town)\b|cent(?:er|re)\b|heart\b|neighbou?rhoods?\b", re.I)
RELATION = re.compile(
    r"(?<![\w-])(near|nearby|close to|around|outside|in the vicinity of|on the outskirts of|not far from|next to"
    rf"|between|along|towards?|{DIRECTION} of|in|at|inside|into|from)(?: the)?(?: [\w-]+-held| besieged)?"
    r"(?: (?:city|town|village|district|area|province) of)? ?\Z",
    re.I,
)
NAME = re.compile(r"(?<![.!?:] )(?<!^)\b([A-Z][\w'’-]+) \Z")
VAGUE = frozenset(
    {"near", "nearby", "close to", "around", "outside", "next to", "between", "along", "toward", "towards"}
)
COARSE = frozenset({"country", "province", "region", "state", "continent", "sea", "river", "road"})


@dataclass(frozen=True, slots=True)
class Shape:
    """The full phrase from ``start`` to ``end``, how it relates to the place named in it, and ACLED's geo_precision."""

    start: int
    end: int
    relation: str | None
    precision: int
    partial: bool = False
    relation_start: int = 0


def shape_of(text: str, start: int, end: int, kind: str | None) -> Shape:
    """The shape of the phrase round the name at ``start`` to ``end``; ``kind`` is the place's, where known."""
    before = BEFORE.search(text, max(0, start - 60), start)
    if before is not None and is_named(text, before.start()):
        before = None
    first = before.start() if before else start
    after = AFTER.match(text, end)
    if after is not None and after.start(1) > end and text[after.start(1) + 1].isupper():
        after = None  # "Norland's South-West region": a region's own name
    last = after.end() if after else end
    relation = RELATION.search(text, max(0, first - 50), first)
    word = relation.group(1).lower() if relation else None
    partial = before is not None and not CENTRE.match(before.group(1))
    partial = partial or (
        after is not None and after.group(1).strip().lower() not in ("city", "province", "governorate")
    )
    return Shape(first, last, word, precision_of(kind, word, partial), partial, relation.start() if relation else first)


def is_named(text: str, end: int) -> bool:
    """Whether a name right before makes the noun at ``end`` its own ("the Zahra district of")."""
    name = NAME.search(text, max(0, end - 30), end)
    return name is not None and name.group(1).lower() not in place_words().function


def precision_of(kind: str | None, relation: str | None, partial: bool) -> int:
    """1 the named place, 2 near it or part of its area, 3 a larger region."""
    if kind in COARSE or (kind == "district" and partial):
        return 3
    if partial or kind == "district" or relation in VAGUE or (relation or "").endswith(" of"):
        return 2
    return 1


def is_facility(kind: str | None) -> bool:
    """Whether the common noun belongs to the name ("Tabqa airbase")."""
    return kind in FACILITIES
