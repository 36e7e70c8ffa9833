"""A name told as a place in one sentence is that place in the others, whatever stands before it there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from contested.annotate.place_found import ACCEPT, Found, is_exact
from contested.annotate.place_shapes import is_facility
from contested.annotate.place_words import english_words
from contested.gazetteer.choose import NAMED_AFTER

SETTLED_KINDS = frozenset({"province", "district", "city", "town", "village", "neighbourhood"}) | NAMED_AFTER
OPEN = 0.2  # points from which a name that the gazetteer spells so may be one
AGAIN, FIRM = -0.25, -1.0  # points down to which a name is one again; where the text tells firmly that it is a place


def told_again(found: Sequence[Found]) -> list[Found]:
    """The names that are places, and those that may be as the text has them as places elsewhere."""
    names = {f.part.text.lower() for f in found if f.points >= ACCEPT}
    towns = firmly_told(found)
    return [
        f
        for f in found
        if f.points >= ACCEPT
        or is_open(f)
        or (f.points >= AGAIN and f.part.text.lower() in names)
        or (f.points >= FIRM and f.part.text in towns)
    ]


def is_open(found: Found) -> bool:
    """Whether a name the gazetteer spells so may yet be a place, if it lies where the report is about."""
    return found.points >= OPEN and is_exact(found.part)


def firmly_told(found: Sequence[Found]) -> frozenset[str]:
    """Names that the text calls a settlement or a district, or has "in" before them twice; no common words."""
    firm = [f for f in found if f.points >= ACCEPT and not is_facility(f.kind)]
    inside = Counter(f.part.text for f in firm if f.prep == "in")
    told = {f.part.text for f in firm if (f.sure and f.kind in SETTLED_KINDS) or inside[f.part.text] > 1}
    return frozenset(name for name in told if name.lower() not in english_words())
