"""Countries and capitals that stand for their governments: they act, are spoken to, dealt with, fought for."""

from __future__ import annotations

from collections.abc import Set

from contested.claims.places.placed import Placed, place_nouns
from contested.claims.words.tree import Tree
from contested.model.annotations import PlaceMention

ADDRESSED = frozenset({"dobj", "dative", "iobj"})


def acts(placed: Placed, governments: Set[int], tree: Tree) -> bool:
    """Whether the place stands for its government: as who does something ("Norwick has acknowledged six"), who is
    spoken to or dealt with ("without telling Norwick"), or whom a force serves ("troops loyal to Norwick").
    """
    named = placed.mention.mention.start in governments and placed.first == placed.token
    verb = placed.anchor
    if placed.role == "subject" and tree.deps[placed.token] == "nsubj" and tree.lower[verb] in place_nouns()["saying"]:
        return True  # "Norwick said it had shelled the town"
    if named and placed.role == "subject" and tree.deps[placed.token] == "nsubj" and tree.tags[verb][:2] == "VB":
        wants = tree.child(verb, "acomp")  # "Norwick was willing to withdraw"
        willing = wants is not None and tree.lower[wants] in place_nouns()["willing"]
        return willing or tree.lower[verb] not in place_nouns()["undergoing"]
    return is_power(placed.mention) and is_dealt_with(placed, tree)


def is_power(mention: PlaceMention) -> bool:
    """Whether the place is a whole country or a seat of government."""
    return mention.kind == "country" or mention.mention.quote.lower() in place_nouns()["capitals"]


def is_dealt_with(placed: Placed, tree: Tree) -> bool:
    """Whether the words that hold a country or capital make it somebody who is spoken to, dealt with, served."""
    nouns, word, prep = place_nouns(), tree.lower[placed.anchor], placed.prep
    if not prep:
        return tree.deps[placed.token] in ADDRESSED and word in nouns["addressing"]
    if prep in ("between", "with") and word in nouns["dealings"]:
        return True
    return prep in ("to", "with") and word in nouns["bound"]
