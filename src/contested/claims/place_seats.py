"""Seats: a place where one only speaks or orders from is not where it happened ("the ministry in Norwick said")."""

from __future__ import annotations

from contested.claims.place_powers import is_power
from contested.claims.place_scene import Scene, Telling
from contested.claims.placed import Placed, place_nouns


def is_seat(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether the place is only the seat of who tells of the event, or of the office that does it elsewhere."""
    tree, nouns = scene.tree, place_nouns()
    if placed.role != "locative" or placed.prep not in ("in", "at", "from"):
        return False
    noun = placed.anchor
    if noun in telling.above and tree.lower[noun] in nouns["saying"]:
        return noun != telling.head and placed.mention.kind != "country" and is_far_from_others(telling, placed, scene)
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or verb not in telling.above or noun in telling.above:
        return False
    office = tree.lower[noun] in nouns["offices"]
    if tree.lower[verb] in nouns["saying"] and verb != telling.head:
        return (office and is_power(placed.mention)) or is_far_from_others(telling, placed, scene)
    return office and is_far_from_others(telling, placed, scene)


def is_far_from_others(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether the event's own clause names a place that lies far away."""
    others = (other for other in telling.here if other is not placed and telling.head in other.above)
    return any(scene.standing(placed.mention, other.mention) == "far" for other in others)
