"""Places that only tell whose or which something is: where it happened is another place, or none."""

from __future__ import annotations

import re

from contested.claims.places.placed import Placed, place_nouns
from contested.claims.places.scene import Scene, Telling
from contested.claims.words.surroundings import load_nouns
from contested.claims.words.tree import Tree

OTHERS = frozenset({"invasion", "war", "conflict", "crisis", "intervention", "occupation", "annexation", "campaign"})
OFFICES = frozenset({"department", "ministry", "government", "army", "military", "parliament", "president", "minister"})
# "a resident of Norwick", "who hails from Calder"
HOME = re.compile(
    r"\b(?:(?:an?|the) (?:[\w-]+ )?(?:resident|native|inhabitant|citizen|son|daughter) of"
    r"|(?:born|raised|grew up|buried) in|(?:originally|hails?|hailing|comes?|came|coming|natives) from)"
    r" (?:the )?(?:(?:nearby )?(?:city|town|village|district|province|area|region) of )?\Z"
)
# "a native of Norwick": it happened there by chance alone
ORIGIN = re.compile(
    r"\b(?:(?:an?|the) native of|natives of|born (?:and raised )?in|hail(?:s|ed|ing)? from) (?:the )?\Z"
)
INITIALS = frozenset({"US", "U.S.", "UK", "U.K.", "USA", "U.S.A."})
LONGEST_HOME = 60
NEARBY = frozenset({"near", "along", "outside", "around", "by", "beside", "of", "from"})
CLOSE = 3  # words
COUNTED = frozenset({"one", "another", "second", "third", "fourth", "others"})
DONE = frozenset({"blast", "fight", "land", "move"})  # what the country whose it is does, not undergoes
MOVES = frozenset({"people", "move", "taken"})


def only_tells_whose(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether the place is only somebody's home, a force's name, a treaty's, or another happening's."""
    tree = scene.tree
    if does_another(telling, placed, tree) or names_a_deal(telling, placed, tree):
        return True
    if telling.group not in MOVES and is_carried_to(telling, placed, tree):
        return is_placed_otherwise(telling, placed, scene)
    if is_of_another(telling, placed) or is_origin(placed, tree) or is_abbreviated_doer(placed):
        return True
    if not telling.verbal and is_of_what_led_to_it(telling, placed, scene):
        return True
    return (is_home(placed, tree) or names_a_force(placed, tree)) and is_placed_otherwise(telling, placed, scene)


def does_another(telling: Telling, placed: Placed, tree: Tree) -> bool:
    """Whether the place is only whose another happening or an office is ("since Norland's invasion of Estmark")."""
    owner = placed.last - 1
    noun = tree.heads[owner]
    if tree.deps[owner] != "poss":
        return False
    if telling.first <= noun < telling.last:
        return placed.mention.kind == "country" and telling.group in DONE
    return tree.lower[noun] in load_nouns()["happenings"] or tree.lower[noun] in OTHERS | OFFICES


def names_a_deal(telling: Telling, placed: Placed, tree: Tree) -> bool:
    """Whether a deal is called for the place where it was made ("in breach of the Norwick agreement")."""
    noun = placed.last
    if placed.role != "modifier" or noun >= len(tree.lower) or telling.first <= noun < telling.last:
        return False
    return tree.lower[noun] in place_nouns()["deals"]


def names_a_force(placed: Placed, tree: Tree) -> bool:
    """Whether the place stands right before a word for armed people, whose name it is ("Norwick separatists")."""
    noun = placed.last
    return placed.role == "modifier" and noun < len(tree.lower) and tree.lower[noun] in place_nouns()["armed"]


def is_home(placed: Placed, tree: Tree) -> bool:
    """Whether the place is where somebody comes from."""
    before = tree.lower[max(0, placed.first - 3) : placed.first]
    if "from" in before[1:] and before[before.index("from", 1) - 1] in place_nouns()["natives"]:
        return True
    start = placed.mention.mention.start
    return HOME.search(tree.text, max(0, start - LONGEST_HOME), start) is not None


def is_abbreviated_doer(placed: Placed) -> bool:
    """Whether a country's initials only tell whose something is ("a U.S. strike")."""
    return placed.role == "modifier" and placed.mention.kind == "country" and placed.mention.mention.quote in INITIALS


def is_origin(placed: Placed, tree: Tree) -> bool:
    """Whether the place is only where somebody was born."""
    start = placed.mention.mention.start
    return ORIGIN.search(tree.text, max(0, start - LONGEST_HOME), start) is not None


def is_carried_to(telling: Telling, placed: Placed, tree: Tree) -> bool:
    """Whether the place is where the dead and hurt are brought ("the wounded were taken to hospitals in Norwick")."""
    for token in placed.above:
        if tree.lower[token] in place_nouns()["bringing"]:
            return token != telling.head and "to" in tree.lower[min(token, placed.first) : placed.first]
        if token == telling.head:
            return False
    return False


def is_of_another(telling: Telling, placed: Placed) -> bool:
    """Whether the place is another verb's object, and the event has one of its own ("took A after capturing B")."""
    if placed.role != "object" or is_on(telling, placed) or not any(is_on(one, placed) for one in telling.rivals):
        return False
    own = [other for other in telling.here if other.role == "object" and is_on(telling, other)]
    return bool(own) and not any(other in placed.listed for other in own)


def is_of_what_led_to_it(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether a noun's event has a place of its own, far from this one ("arrests in Norwick over a raid in Calder")."""
    own = [other for other in telling.here if other.role == "locative" and is_on(telling, other)]
    if not own or is_on(telling, placed) or placed.holds is not None or placed.inside is not None:
        return False
    counted = scene.tree.lower[placed.anchor] in COUNTED  # "raids in A, a second in B"
    if counted or any(other in placed.listed or tells_more_of(placed, other) for other in own):
        return False
    return all(scene.standing(placed.mention, other.mention) == "far" for other in own)


def tells_more_of(placed: Placed, own: Placed) -> bool:
    """Whether a place tells where the one right before it lies, or is one of those in a country told before."""
    if own.mention.kind == "country" and placed.mention.kind != "country":
        return True
    return placed.prep in NEARBY and 0 <= placed.first - own.last <= CLOSE


def is_on(telling: Telling, placed: Placed) -> bool:
    """Whether the place hangs on the words that name the event."""
    return telling.first <= placed.anchor < telling.last


def is_placed_otherwise(telling: Telling, placed: Placed, scene: Scene) -> bool:
    """Whether the event's own clause names another place, which the first neither contains nor lies in."""
    for other in telling.here:
        kin = other is placed or (other in (placed.inside, placed.holds) and not is_parted(placed, other, scene.tree))
        if not kin and not other.describes and telling.head in other.above:
            return True
    return False


def is_parted(one: Placed, other: Placed, tree: Tree) -> bool:
    """Whether a verb stands between two places, so that neither says where the other lies."""
    low, high = min(one.last, other.last), max(one.first, other.first)
    return any(tag.startswith("V") for tag in tree.tags[low:high])
