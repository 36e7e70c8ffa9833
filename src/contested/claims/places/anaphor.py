"""The place that a phrase such as "the town" or "there" points back to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contested.claims.places.scene import Scene
from contested.model.annotations import PlaceMention

NOUNS = (
    "city|town|village|district|neighbou?rhood|area|province|region|camp|airbase|base|airport|shrine|hospital|school|square"
    "|country|capital|governorate|suburb|island|dam|crossing|prison|market|mosque"
)
STATES = "is|are|was|were|has|have|had|will|would|may|might|could|can|should|must"
ANAPHOR = re.compile(
    r"\b(?:the|that|this|these|those|same|its)(?: (?!(?:of|in|and|on|from|with)\b)[\w-]+){0,3}? "
    rf"({NOUNS})(?:'?s|’s)?\b"
    rf"|\b(there)\b(?! (?:{STATES})\b)",
    re.I,
)
SETTLED = frozenset({"city", "town", "village", "settlement"})
FITTING = {
    "city": SETTLED,
    "town": SETTLED,
    "village": SETTLED,
    "capital": SETTLED,
    "province": frozenset({"province", "city"}),
    "governorate": frozenset({"province", "city"}),
    "country": frozenset({"country"}),
    "base": frozenset({"base", "airport", "building"}),
    "airbase": frozenset({"base", "airport"}),
    "airport": frozenset({"base", "airport"}),
}
ANY = frozenset({"area", "region", "there", "district", "neighbourhood", "neighborhood", "suburb"})


def anaphor(scene: Scene, start: int, last: Sequence[PlaceMention]) -> tuple[str, PlaceMention | None]:
    """The word that points back in the sentence that begins at token ``start``, and the place it means.

    ``last`` are the places of the last event told before.
    """
    tree = scene.tree
    m = ANAPHOR.search(tree.text, tree.starts[start], tree.starts[tree.last[start] - 1])
    if m is None:
        return "", None
    noun = (m.group(1) or m.group(2)).lower().replace("neighbor", "neighbour")
    referent = referent_of(scene, noun, m.start(), last)
    return (noun, referent) if referent is not None else ("", None)


def referent_of(scene: Scene, noun: str, before: int, last: Sequence[PlaceMention]) -> PlaceMention | None:
    """The latest place before an offset that the noun fits."""
    places = scene.context.annotations.places
    if noun == "country":
        return scene.first_mention(scene.nation)
    if noun in ANY:
        if last:
            return last[0]
        return next((p for p in reversed(places) if p.mention.start < before and p.kind != "country"), None)
    kinds = FITTING.get(noun, frozenset({noun}))
    for p in reversed(places):
        if p.mention.start < before and (p.kind in kinds or noun in p.name.lower()):
            return p
    return None
