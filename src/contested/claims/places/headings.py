"""Bulletins that tell place by place: the name at the head of a line is where the rest of the line happened.

"Norwick: Gunmen attacked a convoy. Three lorries were burned." tells of Norwick, until another place is told.
"""

from __future__ import annotations

import re

from contested.claims.places.placed import key_of
from contested.claims.places.scene import Scene
from contested.model.annotations import PlaceMention

BULLET = re.compile(r"[\s•*·▪◾>–-]*(?:\d{1,2}[.)] ?)?(?:(?:in|the|on the) )?(?:[\w-]+ern )?\Z", re.IGNORECASE)
ENDS = re.compile(
    r"(?: (?:axis|direction|front|sector|area|township|district|county|province|governorate|region|state|oblast|city))?"
    r"(?:, [^.:\n]{2,30}| \([^)\n]{2,30}\))?(?::|\.(?= )| [-–—](?= ))",
    re.IGNORECASE,
)
LEAST = 2  # lines with such a head: one alone may be anything


def headings(scene: Scene) -> dict[int, PlaceMention]:
    """The place at the head of each line that has one, by the line's first offset; none where only one line has."""
    text = scene.tree.text
    found: dict[int, PlaceMention] = {}
    for mention in scene.context.annotations.places:
        span = mention.mention
        line = line_start(text, span.start)
        if line and line not in found and BULLET.fullmatch(text, line, span.start) and ENDS.match(text, span.end):
            found[line] = mention
    return found if len({key_of(mention) for mention in found.values()}) >= LEAST else {}


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return text.rfind("\n", 0, offset) + 1
