"""Sites that a description names: roads by number, schools of arms, "the cement factory", a square called for a man."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from contested.annotate.place_found import ACCEPT, Found
from contested.annotate.place_runs import Part
from contested.annotate.place_words import english_words, place_words
from contested.gazetteer.lookup import Gazetteer

NUMBERED = re.compile(
    r"(?<![\w-])(?:(?:(?:U\.S\.|US|State|County|Interstate|Old) )?"
    r"(?:Highway|Hwy\.?|Route|Rte\.?|Interstate|County Road) \d+[A-Z]?|(?:I|US|SR|M|NH)-\d+|M[45]|R[ND] ?\d{1,3}"
    r"|(?:National|Regional|Federal) (?:Road|Route|Highway) (?:No\. ?)?\d+)(?![\w-])"
)
BASES = re.compile(r"\b(?:[Bb]ase|Regiment) \d+\b")
SCHOOLS = re.compile(r"\b(?:military|artillery|infantry|armou?r|air force|police) (?:academy|school|college)\b", re.I)
QUARTERS = re.compile(r"(?=[OI])(?<=[a-z][ ])(?:Old|Inner) (?:City|Town)\b(?! (?:of|[A-Z]))")
NAME = r"(?:(?:al|el|ad|as|ash|an|ar|at|az)-)?[A-Z][\w'’]+"
CALLED = r"[Ss]quare|[Mm]osque|[Ss]treet|[Rr]oundabout|[Bb]ridge|[Ss]chool|[Hh]ospital|[Pp]ark|[Cc]hurch|[Ss]hrine"
FOR_PERSON = re.compile(
    rf"(?<=[a-z,][ ])({NAME}(?: (?:[Bb]in|[Ii]bn|al|{NAME})){{1,3}}) ({CALLED})\b(?! (?:[Aa]ttack|[Mm]assacre|of\b))"
)


GIVEN = frozenset({"bin", "ibn", "abu", "al", "umm"})


def sites(text: str, gazetteer: Gazetteer) -> list[Found]:
    """Places without a name of their own, or with a person's; in no order."""
    found = [numbered(m, kind, gazetteer) for pattern, kind in known_forms() for m in pattern.finditer(text)]
    return [*found, *called_for_persons(text)]


@cache
def known_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What such sites look like (group 1: the site itself), with their kinds; the lexicon's only after an article."""
    single = "|".join(sorted(place_words().sites, key=len, reverse=True))
    told = re.compile(rf"\b(?:the|an?) ({single})\b(?!-)")
    lines = "|".join(sorted(place_words().zones, key=len, reverse=True))
    zone = re.compile(rf"\bthe ({lines})\b(?![-–])", re.IGNORECASE)
    forms = ((NUMBERED, "road"), (BASES, "base"), (SCHOOLS, "building"), (QUARTERS, "neighbourhood"))
    return (*forms, (told, "building"), (zone, "region"))


def numbered(m: re.Match[str], kind: str, gazetteer: Gazetteer) -> Found:
    """A site whose words are all its name."""
    start, end = m.span(m.lastindex or 0)
    part = Part(start, end, m.string[start:end], 2, gazetteer.matches(m.string[start:end], "exact", whole=True))
    return Found(part, ACCEPT, kind, end)


@cache
def barred() -> frozenset[str]:
    """Words that no person is called, in lower case."""
    return (english_words() | place_words().never) - GIVEN


def called_for_persons(text: str) -> Iterator[Found]:
    """Squares, mosques and the like called for a person, whose own words would be taken for the person."""
    kinds = place_words().kinds
    for m in FOR_PERSON.finditer(text):
        if barred().isdisjoint(m.group(1).lower().split()):
            yield Found(Part(m.start(), m.end(1), m.group(1), 2), ACCEPT, kinds[m.group(2).lower()], m.end())
