"""Lists that lost their commas: "a tank two rocket launchers", "shops houses and cars" are several things."""

from __future__ import annotations

from collections.abc import Iterator

from contested.claims.context import Context
from contested.claims.parties.filler_features import ARMED
from contested.claims.parties.who_by_rule import Parts, distinct
from contested.claims.words.struck import sort_at
from contested.claims.words.tree import Tree, tree_of
from contested.model.actor import Participant
from contested.model.at import holding

THINGS = frozenset({"built", "gear"})
QUALIFYING = frozenset({"weapons", "arms", "supplies", "aid", "equipment", "ammunition", "targets"})  # "weapons depots"
SKIPPED = frozenset({"CD", "CC", "DT", "PRP$", ","})


def apart(parts: Parts, context: Context) -> Parts:
    """The participants, each thing of a list by itself, and with the party right before the first two of a list."""
    tree = tree_of(context.doc)
    parts = parts.but(initiators=with_first(parts.initiators, context), targets=with_first(parts.targets, context))
    targets = distinct(one for who in parts.targets for one in each_of(who, tree))
    return parts.but(targets=tuple(targets)) if len(targets) > len(parts.targets) else parts


def with_first(those: tuple[Participant, ...], context: Context) -> tuple[Participant, ...]:
    """Those of one side, with the group that stands before them in one list: "claimed by X Y and the Z"."""
    known = [who for who in those if who.actor is not None and who.kind in ARMED]
    if len(known) < 2 or len(known) < len(those):
        return those
    start = min(who.mention.start for who in known)
    before = [a for a in holding(context.annotations.actors, start - 2) if a.mention.end == start - 1]
    more = (a.participant() for a in before if a.kind in ARMED and a.actor not in {None, *(w.actor for w in known)})
    return (*more, *those)


def each_of(who: Participant, tree: Tree) -> Iterator[Participant]:
    """The things that the words of one participant list."""
    first, last = tree.interval(who.mention)
    cuts = [i for i in range(first + 1, last) if begins_anew(i, first, last, tree)]
    if who.actor is not None or who.name != " ".join(who.mention.quote.split()) or not cuts:
        yield who
        return
    for low, high in zip([first, *cuts], [*cuts, last], strict=True):
        start = low
        while start < high - 1 and tree.tags[start] in SKIPPED:
            start += 1
        end = high
        while end > start + 1 and tree.tags[end - 1] in SKIPPED:
            end -= 1
        mention = tree.mention(start, end)
        yield Participant(" ".join(mention.quote.split()), None, who.kind, mention)


def begins_anew(i: int, first: int, last: int, tree: Tree) -> bool:
    """Whether a word begins another thing of a list: behind a plural that cannot qualify it, or by its own number."""
    joined = tree.tags[i - 1] in ("CC", ",") and i - 2 > first
    before = i - 2 if joined else i - 1
    word = tree.words[before]
    thing = sort_at(tree, before) in THINGS and word.islower() and word not in QUALIFYING
    if tree.tags[i] == "CD":
        return thing and i + 1 < last
    return thing and tree.tags[i][:2] in ("NN", "JJ") and (joined or tree.tags[before] == "NNS")
