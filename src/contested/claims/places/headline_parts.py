"""Headlines of two parts, each with its own place: "Army Kills Ten Rebels in Norwick Advances in Estwick"."""

from __future__ import annotations

from collections.abc import Sequence

from contested.claims.places.placed import Placed
from contested.claims.places.scene import Scene, Telling
from contested.model.annotations import PlaceMention

STATES = frozenset({"control"})  # "raids on rebel-held Norwick" is one part
LEADING = frozenset({"in", "on", "at", "near", "around", "outside"})
COPIED = 30  # characters by which a line of the body is known as the headline's copy


def of_its_part(telling: Telling, places: Sequence[PlaceMention], scene: Scene) -> list[PlaceMention]:
    """The places of an event, of a headline's part only those told in it, where the part tells any."""
    if not is_heading(telling, scene):
        return list(places)
    kept = list(places)
    for other in telling.rivals:
        if telling.code in STATES or other.code in STATES:
            continue
        first, second = (telling, other) if telling.first < other.first else (other, telling)
        between = [p for p in telling.here if first.last <= p.first < second.first and is_led(p, scene)]
        behind = [p for p in telling.here if p.first >= second.last and is_led(p, scene)]
        if between and behind:
            own = between if telling is first else behind
            kept = [p for p in kept if is_before(p, second, scene) == (telling is first)] or [p.mention for p in own]
    return kept


def is_heading(telling: Telling, scene: Scene) -> bool:
    """Whether an event is told in the headline or in its copy."""
    line = scene.context.report.headline
    start = scene.tree.starts[telling.start]
    copy = line is not None and scene.tree.text[start : start + COPIED] == line.quote.lstrip()[:COPIED]
    return telling.headline or copy


def is_led(placed: Placed, scene: Scene) -> bool:
    """Whether a place stands behind a preposition of place."""
    return placed.first > 0 and scene.tree.lower[placed.first - 1] in LEADING


def is_before(place: PlaceMention, second: Telling, scene: Scene) -> bool:
    """Whether a place belongs to the first of two parts: it is told before the second's event."""
    return scene.tree.token_at(place.mention.start) < second.first
