"""What part of a toll each of several events has: "21 were killed, including 14 by shelling and seven by drones"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contested.claims.counts.affected import Counts
from contested.claims.counts.effect_codes import BODILY
from contested.claims.counts.effects import FoundEffect
from contested.claims.words.effect_words import effect_lexicon
from contested.claims.words.tree import Tree
from contested.model.claim import Effect

NAMING = frozenset({"DT", "JJ", "NN", "NNS", "NNP", "VBG", "HYPH"})
NOUNS = 4  # tokens from "by" to the words of the event


def share_of(event: int, tree: Tree) -> int | None:
    """The number, of those told before, that belongs to the event at a token: "including 14 by | shelling"."""
    at = event - 1
    while at > tree.first[event] and event - at < NOUNS and tree.tags[at] in NAMING:
        at -= 1
    if at <= tree.first[event] or tree.lower[at] not in ("by", "in", "during"):
        return None
    at -= 1
    of_them = tree.lower[at] in ("them", "whom") and tree.lower[at - 1] == "of"
    at -= 2 * of_them
    # A noun between would be no part: of "including five children in the raid" all died in it.
    return at if tree.tags[at] == "CD" and opens(at, of_them, tree) else None


def opens(number: int, of_them: bool, tree: Tree) -> bool:
    """Whether a number is a part: behind "including", a colon or semicolon; a comma with "of them"; another part."""
    parts = effect_lexicon().words["parts"] | {";", ":"}
    first, before = tree.first[number], number - 1
    while before > first and tree.tags[before] in ("RB", "RBR", "RBS", "JJR", "JJS", "IN"):  # "at least"
        before -= 1
    word, earlier = tree.lower[before], tree.lower[first:before]
    listed = any(other in parts or other == "them" for other in earlier)
    return word in parts or (word == "," and (of_them or listed)) or (word == "and" and listed)


def shares_of(event: int, told: Sequence[FoundEffect], tree: Tree, counts: Counts) -> Iterator[Effect]:
    """The part of the toll told last before it in its sentence that the event at a token has."""
    number = share_of(event, tree)
    if number is None:
        return
    start = next((i for i, (end, _) in counts.items() if end == number + 1), None)
    if start is None:
        return
    wholes = [f.effect for f in told if f.sentence == tree.first[event] and f.token < number]
    whole = next((effect for effect in reversed(wholes) if effect.kind in BODILY), None)
    quantity = counts[start][1]
    if whole is not None and (quantity.low or 0) <= (whole.low or whole.high or 0):
        yield Effect(whole.kind, whole.who, quantity.low, quantity.high, tree.mention(start, number + 1))
