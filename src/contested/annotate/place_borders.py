"""Borders told by the lands on their sides: "the border with Norland", "the frontier between Norland and Estmark"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from contested.annotate.place_found import ACCEPT, Found

LONGEST = 45
LINE = r"(?:border|frontier|boundary)s?(?: (?:line|fence|area|region|zone)s?)?"
WITH = re.compile(rf"\b{LINE} with (?:neighbou?ring )?(?:the )?\Z")
BETWEEN = re.compile(rf"\b{LINE} between (?:the )?\Z")
OWNED = re.compile(r"(?:'s?|’s?|s)(?: \w+)? ")
AND = re.compile(r" and (?:the )?\Z")


def borders(text: str, found: Sequence[Found]) -> list[Found]:
    """The names with those of countries that only tell a border taken for the border, which lies in neither's midst."""
    kept: list[Found] = []
    for n, f in enumerate(found):
        one = WITH.search(text, max(0, f.part.start - LONGEST), f.part.start)
        two = BETWEEN.search(text, max(0, f.part.start - LONGEST), f.part.start)
        right = found[n + 1] if n + 1 < len(found) else None
        if one is not None and is_land(f):
            line = border(text, one.start(), f, f.end)
        elif two is not None and is_land(f) and right and is_land(right) and AND.match(text, f.end, right.part.start):
            line = border(text, two.start(), f, right.end)
        else:
            line = None
        if line is not None:
            # "Norland's border with Estmark" was taken for a border of its own
            while kept and (kept[-1].end > line.part.start or OWNED.fullmatch(text, kept[-1].end, line.part.start)):
                kept.pop()
            kept.append(line)
        elif not kept or f.part.start >= kept[-1].end:
            kept.append(f)
    return kept


def is_land(found: Found) -> bool:
    """Whether a name is that of a whole country alone."""
    part = found.part
    return found.end == part.end and bool(part.matches) and part.matches[0].place.kind == "country"


def border(text: str, start: int, land: Found, end: int) -> Found:
    """The border that begins at ``start``, told by a land on its side."""
    part = replace(land.part, start=start, end=end)
    return Found(part, ACCEPT, "region", end, alias=text[start:end], edge=True)
