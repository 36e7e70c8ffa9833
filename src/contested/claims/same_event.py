"""Which events of one report are one event told again: likely pairs by learned weights, and the clusters they make.

No feature names a party, a place, an outlet or a loaded word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log, sqrt
from typing import cast

from contested.claims.cast import Cast, cast_of
from contested.claims.context import Context, Event
from contested.claims.linear import Linear, load_linear
from contested.claims.time_teller import Named, Teller
from contested.claims.tree import tree_of
from contested.model.claim import Effect
from contested.model.errors import PackError

SAME, WEIGHTS = "contested.same_event", "same_event"
VIOLENT = frozenset({"strike", "attack", "battle", "outcome", "ground", "captives"})
NEAREST, EARLIEST = 7, 2  # keeps a long report linear
SENTENCES = (0, 1, 2, 3, 5, 9, 16)
LIKENESS = (0.0, 0.05, 0.1, 0.16, 0.24, 0.34, 0.5, 0.75)
BACK = frozenset({"noun:definite", "nouns:definite"})
TOLD = frozenset({"background", "opener", "general", "whole_toll", "pronoun", "ahead", "denied", "quoted", "after"})
NOT_AT_ALL = 0.02

Span = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sameness:
    """``near`` has, for each event, those that may be the same and how likely; ``clusters`` a number for each event.

    Events of one cluster have the number of its first event.
    """

    near: Sequence[Mapping[int, float]]
    clusters: Sequence[int]

    def of(self, one: int, other: int) -> float:
        """The probability that two events are one; 0 where nothing speaks for it."""
        return self.near[one].get(other, 0.0)


def clusters_of(events: Sequence[Event], context: Context) -> Sequence[int]:
    """For each event the index of the first event that tells the same; its own where it is the first or alone."""
    return same_events(events, context).clusters


def same_events(events: Sequence[Event], context: Context, model: Linear | None = None) -> Sameness:
    """The likely pairs and the clusters of a report's events; kept with the Doc, made anew by a ``model``."""
    known = cast("tuple[Cast, Sameness] | None", context.doc.user_data.get(SAME))
    about = cast_of(events, context)
    if known is None or known[0] is not about or model is not None:
        known = about, likely(Pairing(about, context), model or weights())
        context.doc.user_data[SAME] = known
    return known[1]


@cache
def weights() -> Linear:
    """The shipped weights; raises PackError where they are missing."""
    found = load_linear(WEIGHTS)
    if found is None:
        raise PackError(f"weights/{WEIGHTS}.json", "is missing", "train it with bench/train_same.py")
    return found


def likely(pairing: Pairing, weights: Linear) -> Sameness:
    """Weigh the pairs, and link each event to its likeliest forerunner."""
    clusters = list(range(len(pairing.tellers)))
    near: list[dict[int, float]] = [{} for _ in clusters]
    for later in clusters[:]:
        best, most = -1, weights.threshold
        for earlier in pairing.forerunners(later):
            probability = weights.probability(pairing.features(earlier, later))
            if probability > NOT_AT_ALL:
                near[earlier][later] = near[later][earlier] = probability
            if probability >= most:
                best, most = earlier, probability
        if best >= 0:
            clusters[later] = clusters[best]
    return Sameness(near, clusters)


class Pairing:
    """The pairs of a report's events that may be one, and what speaks for it."""

    def __init__(self, about: Cast, context: Context) -> None:
        self.tellers, self.traits = about.tellers, [frozenset(traits) for traits in about.traits]
        self.effects = context.effects if context.effects else [()] * len(self.tellers)
        self.kin: dict[str, list[int]] = {}
        for i, teller in enumerate(self.tellers):
            self.kin.setdefault(family(teller), []).append(i)
        named = {teller.view.first: teller.named for teller in self.tellers}
        counts = Counter(word for one in named.values() for word in one.words)
        self.rarity = {word: log((len(named) + 1) / (count + 0.5)) ** 2 for word, count in counts.items()}
        self.size = {first: sqrt(sum(self.rarity[w] for w in one.words)) for first, one in named.items()}
        self.likenesses: dict[tuple[int, int], list[str]] = {}
        self.days: dict[int, set[Span]] = {}
        tree = tree_of(context.doc)
        for time in context.annotations.times:
            if time.period is not None:
                days = self.days.setdefault(tree.first[tree.token_at(time.mention.start)], set())
                days.add((time.period.start, time.period.end))

    def forerunners(self, later: int) -> Sequence[int]:
        """The nearest and the first events before one that may be it."""
        kin = self.kin[family(self.tellers[later])]
        before = bisect_right(kin, later - 1)
        return kin[:before] if before <= NEAREST + EARLIEST else kin[:EARLIEST] + kin[before - NEAREST : before]

    def features(self, earlier: int, later: int) -> list[str]:
        """What speaks for or against two events being one."""
        one, other = self.tellers[earlier], self.tellers[later]
        mine, its = one.view, other.view
        far = bisect_right(SENTENCES, its.number - mine.number - 1)
        likeness = self.likeness(one, other)
        code = "same" if mine.code == its.code else "group" if one.group == other.group else "kin"
        code += "=" if one.word[:5] == other.word[:5] else ""
        groups = f"{one.group}<{other.group}"
        told, naming = self.traits[later], other.naming
        place = "title" if mine.headline else "lead" if mine.number <= 2 else "body"
        found = [
            *likeness,
            f"far={far}",
            f"events={min(later - earlier, 6)}",
            f"code={code}",
            groups,
            f"{groups} {far}",
            f"{likeness[0]} far={far}",
            f"{likeness[0]} code={code}",
            f"{place} {naming}",
            f"{place} {code}",
            f"{place} headline={its.headline}",
            f"{code} {naming} far={min(far, 3)}",
            f"{one.naming}<{naming}",
            f"tense={one.tense == other.tense}",
            self.losses(earlier, later),
        ]
        found.append(f"{found[-1]} {code}")
        found += [f"later {trait}" for trait in told & TOLD]
        found += [f"earlier {trait}" for trait in self.traits[earlier] & TOLD]
        return found

    def likeness(self, one: Teller, other: Teller) -> list[str]:
        """What two sentences share, most telling first; kept, since a sentence may tell several events."""
        key = one.view.first, other.view.first
        known = self.likenesses.get(key)
        if known is None:
            known = self.likenesses[key] = list(self.shared(one, other))
        return known

    def shared(self, one: Teller, other: Teller) -> Iterator[str]:
        """The likeness of words by their rarity in the report; names, numbers, places, parties and days shared."""
        first, second = one.view.first, other.view.first
        mine, its = one.named, other.named
        if first == second:
            yield "one sentence"
            return
        common = sum(self.rarity[word] for word in mine.words & its.words)
        alike = bisect_right(LIKENESS, common / (self.size[first] * self.size[second] + 1e-9) - 1e-9)
        yield f"like={alike}"
        relations = [relation(a, b) for a, b in sets_of(mine, its)]
        relations.append(relation(self.days.get(first, ()), self.days.get(second, ())))
        for name, how in zip(("numbers", "places", "actors", "days"), relations, strict=True):
            yield f"{name}={how}"
        yield f"places={relations[1]} actors={relations[2]}"
        yield f"places={relations[1]} like={alike}"
        yield f"numbers={relations[0]} like={alike}"
        yield f"names={min(len(mine.names & its.names), 4)}"

    def losses(self, earlier: int, later: int) -> str:
        """How the effects of two events agree."""
        mine, its = self.effects[earlier], self.effects[later]
        if not mine or not its:
            return "losses=none" if not mine and not its else "losses=one"
        first, second = counted(mine), counted(its)
        if any(low != 2 for _, low, _ in first & second):
            return "losses=same"
        if first & second:
            return "losses=alike"
        return "losses=other" if {kind for kind, *_ in first} & {kind for kind, *_ in second} else "losses=kinds"


def family(teller: Teller) -> str:
    """The family of events that may be told as each other."""
    return "violent" if teller.group in VIOLENT else teller.group


def sets_of(mine: Named, its: Named) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Numbers, places and parties of two sentences."""
    return (mine.numbers, its.numbers), (mine.places, its.places), (mine.actors, its.actors)


def relation(mine: object, its: object) -> str:
    """Whether two sets share members, differ, or one is empty."""
    if not mine or not its:
        return "-" if not mine and not its else "first" if mine else "second"
    one, other = cast("set[object]", mine), cast("set[object]", its)
    shared = len(one & other)
    return "other" if not shared else "all" if shared == len(one | other) else "some"


def counted(effects: Sequence[Effect]) -> set[tuple[str, int | None, int | None]]:
    """The effects as kinds with their bounds."""
    return {(effect.kind, effect.low, effect.high) for effect in effects}
