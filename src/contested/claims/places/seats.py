"""Seats: a place where one only speaks or orders from is not where it happened ("the ministry in Norwick said")."""

from __future__ import annotations

import re

from contested.claims.places.owners import is_placed_otherwise
from contested.claims.places.placed import Placed, place_nouns
from contested.claims.places.powers import is_power
from contested.claims.places.scene import Scene, Telling
from contested.claims.words.tree import Tree
from contested.gazetteer.lookup import SETTLED

ACCORDING = re.compile(r"\b[Aa]ccording to (?:[\w’'.-]+ ){1,6}in (?:the )?\Z")
STAYS = re.compile(
    r", (?:who (?:is|was|has been) (?:(?:now|then|currently) )?(?:in|at|visiting|on a visit to)"
    r"|visiting|on a visit to) (?:the )?\Z"
)
OF = frozenset({"of", "at", "from", "for", "with"})
SPEAKING = frozenset({"speaking", "talking"})  # "Speaking in Norwick, he said …"
LONGEST_TELLER = 80


def is_seat(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether the place is only the seat of who tells of the event, or of the office that does it elsewhere."""
    tree, nouns = scene.tree, place_nouns()
    if is_where_one_is(placed, tree):
        return True
    if placed.role != "locative" or placed.prep not in ("in", "at", "from"):
        return False
    noun = placed.anchor
    own = telling.first <= noun < telling.last
    if not own and (tree.lower[noun] in SPEAKING or tree.lower[noun] in nouns["addresses"]):
        return True
    if is_tellers(placed, tree) and is_placed_otherwise(telling, placed, scene):
        return True
    if noun in telling.above and tree.lower[noun] in nouns["saying"]:
        return noun != telling.head and placed.mention.kind != "country" and is_far_from_others(telling, placed, scene)
    noun = speaks_or_acts(noun, tree)
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or verb not in telling.above or noun in telling.above:
        return False
    office = tree.lower[noun] in nouns["offices"]
    if tree.lower[verb] in nouns["saying"] and verb != telling.head:
        return (office and is_power(placed.mention)) or is_of_another_town(telling, placed, scene)
    return office and is_far_from_others(telling, placed, scene)


def is_heard_there(telling: Telling, placed: Placed, tree: Tree) -> bool:
    """Whether a place is only where others were told: "told reporters in Norwick that rebels had seized a village"."""
    anchor = placed.anchor
    if placed.role != "locative" or telling.first <= anchor < telling.last:
        return False
    listeners = place_nouns()["listeners"] | place_nouns()["addresses"]
    if tree.lower[anchor] in listeners:
        anchor = tree.heads[anchor]
    hears = tree.lower[anchor] in ("told", "tells", "telling") and tree.child(anchor, "ccomp") is not None
    return hears and any(tree.lower[k] in listeners for k in tree.children(anchor, "dobj", "dative"))


def speaks_or_acts(noun: int, tree: Tree) -> int:
    """The noun that a noun belongs to by its prepositions ("a member of the council in Norwick": the member)."""
    while tree.deps[noun] == "pobj" and tree.deps[tree.heads[noun]] == "prep" and tree.lower[tree.heads[noun]] in OF:
        noun = tree.heads[tree.heads[noun]]
    return noun


def is_where_one_is(placed: Placed, tree: Tree) -> bool:
    """Whether the place is only where somebody stays who does or says something of what happened elsewhere."""
    start = placed.mention.mention.start
    return STAYS.search(tree.text, max(0, start - LONGEST_TELLER), start) is not None


def is_tellers(placed: Placed, tree: Tree) -> bool:
    """Whether the place is where the one is whom words are according to ("according to the court in Norwick, …")."""
    start = placed.mention.mention.start
    return ACCORDING.search(tree.text, max(0, start - LONGEST_TELLER), start) is not None


def is_of_another_town(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether the event's own clause names a town or village of its own, not only a quarter of where one speaks."""
    if is_far_from_others(telling, placed, scene):
        return True
    others = [other for other in telling.here if other.key != placed.key and telling.head in other.above]
    return any(other.mention.kind in SETTLED and not other.describes for other in others)


def is_far_from_others(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether the event's own clause names a place that lies far away."""
    others = (other for other in telling.here if other is not placed and telling.head in other.above)
    return any(scene.standing(placed.mention, other.mention) == "far" for other in others)
