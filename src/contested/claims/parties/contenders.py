"""Contenders: each party or thing that may fill a role of an event, with all its mentions, after a first look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from contested.claims.parties.filler_features import kind_of
from contested.claims.parties.fillers import Filler
from contested.claims.words.linear import load_linear, sigmoid
from contested.model.actor import Participant

KINDS = ("thing", "civil", "other", "party")
RANK = {kind: n for n, kind in enumerate(KINDS)}
FLAGS = frozenset(
    {"rule=initiator", "rule=target", "affected", "speaker", "voice", "prefix", "joined", "is=none", "is=agents"}
    | {"is=patients", "is=owners"}
)


@dataclass(slots=True)
class Contender:
    """One party or thing. ``here`` and ``carried``: how likely it initiates, and is a target, by its likeliest mention.

    ``here`` counts mentions in the sentence, ``carried`` those brought from elsewhere; ``likeliest`` is one a side;
    ``traits`` are those of the likeliest mention in the sentence.
    """

    fillers: list[Filler]
    words: list[frozenset[str]]
    actors: set[str]
    here: list[float] = field(default_factory=lambda: [0.0, 0.0])
    carried: list[float] = field(default_factory=lambda: [0.0, 0.0])
    present: bool = False
    likeliest: list[Participant] = field(default_factory=list)
    kind: str = KINDS[0]
    listed: bool = False
    flags: set[str] = field(default_factory=set)
    start: int = 0
    traits: tuple[float, ...] = ()
    traits_weight: float = -1.0

    def most(self, side: int) -> float:
        """How likely it initiates (0) or is a target (1), wherever it is named."""
        return max(self.here[side], self.carried[side])

    def is_also(self, filler: Filler, words: frozenset[str]) -> bool:
        """Whether a filler names the same: the same actor, or one name's words among the other's."""
        if filler.participant.actor is not None and self.actors:
            return filler.participant.actor in self.actors
        if words:
            for own in self.words:
                if words <= own or (own and own <= words):
                    return True
        return False

    def add(self, filler: Filler, words: frozenset[str]) -> None:
        """Count a filler as a mention of this contender."""
        self.fillers.append(filler)
        self.words.append(words)
        if filler.participant.actor is not None:
            self.actors.add(filler.participant.actor)


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The linear models of both roles as one table: the weight of a feature for initiator, and i times that for target.

    Complex numbers, so that one sum, made by the interpreter itself, serves both roles.
    """

    weights: Mapping[str, complex]
    bias: complex
    thresholds: tuple[float, float]

    def chances(self, features: Iterable[str]) -> tuple[float, float]:
        """How likely a mention with these features initiates, and how likely it is a target."""
        both = sum(filter(None, map(self.weights.get, features)), self.bias)
        return sigmoid(both.real), sigmoid(both.imag)


@cache
def load_first_look() -> FirstLook | None:
    """The shipped models of both roles; None where one has not been trained."""
    one, other = load_linear("initiators"), load_linear("targets")
    if one is None or other is None:
        return None
    names = {**one.weights, **other.weights}
    weights = {name: complex(one.weights.get(name, 0.0), other.weights.get(name, 0.0)) for name in names}
    return FirstLook(weights, complex(one.bias, other.bias), (one.threshold, other.threshold))


def contenders_of(fillers: Sequence[Filler], first: FirstLook) -> list[Contender]:
    """The contenders of one event, those in its sentence first, after a first look."""
    return grouped(fillers, [first.chances(filler.features) for filler in fillers])


def grouped(fillers: Sequence[Filler], looks: Sequence[Sequence[float]]) -> list[Contender]:
    """The contenders of one event from its fillers and how likely each fills either role."""
    found: list[Contender] = []
    order = sorted(range(len(fillers)), key=lambda n: fillers[n].token < 0)
    for n in order:
        filler = fillers[n]
        words = words_of(filler.participant.name)
        for one in found:
            if one.is_also(filler, words):
                break
        else:
            who = filler.participant
            one = Contender([], [], set(), likeliest=[who, who], start=who.mention.start)
            found.append(one)
        one.add(filler, words)
        weigh(one, filler, looks[n])
    return found


@lru_cache(maxsize=4096)
def words_of(name: str) -> frozenset[str]:
    """The words of a name; a report names the same few again and again."""
    return frozenset(name.casefold().split())


def kind_told(filler: Filler) -> str:
    """The coarse kind of a filler; of one carried over by what is known of the party."""
    who = filler.participant
    return filler.kind or kind_of(who, who.actor is not None or who.kind != "unknown")


def weigh(one: Contender, filler: Filler, look: Sequence[float]) -> None:
    """Keep the highest probabilities of a contender, and whose they are."""
    kind = kind_told(filler)
    if RANK[kind] > RANK[one.kind]:
        one.kind = kind
    one.listed = one.listed or filler.listed
    one.flags |= FLAGS.intersection(filler.features)
    best = one.here if filler.token >= 0 else one.carried
    one.present = one.present or filler.token >= 0
    if filler.traits and max(look) > one.traits_weight:
        one.traits_weight, one.traits = max(look), filler.traits
    for side in (0, 1):
        chance = look[side]
        if chance > best[side]:
            if chance > one.here[side] and chance > one.carried[side]:
                one.likeliest[side] = filler.participant
            best[side] = chance
