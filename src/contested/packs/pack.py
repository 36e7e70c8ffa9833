"""Pack and what it holds: actors, states, leaders, loaded words, outlets, sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from contested.model.actor import Actor, ActorKind, Alignment
from contested.packs.fold import fold_name

AliasRole = Literal["name", "country", "adjective", "demonym", "seat", "leader"]
Tilt = Literal["praises_doer", "blames_doer", "praises_named", "blames_named", "doubts"]
OutletKind = Literal["state", "party", "private", "monitor", "agency"]


@dataclass(frozen=True, slots=True)
class State:
    """A state and the two actors it acts through; ``seats`` are capitals and houses that stand for its government."""

    id: str
    iso: str
    name: str
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    seats: tuple[str, ...]
    government: str
    military: str


@dataclass(frozen=True, slots=True)
class Leader:
    """A person who speaks for an actor while in office; days ISO, None is an open end."""

    name: str
    actor: str
    office: str
    aliases: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling and the actor it means; ``state`` for the words of a state, ``person`` for a leader's name."""

    key: tuple[str, ...]
    spelling: str
    actor: str
    role: AliasRole
    state: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class ShortForm:
    """Initials that mean an actor in reports of some countries (ISO 3166-1 alpha-2); none: where no other is meant."""

    form: str
    actor: str
    where: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word that tilts, the neutral term, and the event code it stands for, if any."""

    word: str
    tilt: Tilt
    neutral: str
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes; ``side`` is a side of the pack, ``owner`` in words, ``actor`` the party it speaks for.

    ``alignments`` are sides by period, for an outlet that changed hands.
    """

    name: str
    kind: OutletKind
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    owner: str | None = None
    side: str | None = None
    actor: str | None = None
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A camp of the war, as a short id and a plain name.

    ``meant_by`` are words of whoever reports that name no party, and by which this camp may be meant.
    """

    id: str
    name: str
    meant_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """The packs in use, merged. ``home`` is the id of the state the war is fought in; None: no war pack is loaded.

    ``theatre`` are the countries (ISO 3166-1) in which its sides hold; empty: everywhere.
    """

    actors: Mapping[str, Actor] = field(default_factory=dict)
    states: Mapping[str, State] = field(default_factory=dict)
    leaders: tuple[Leader, ...] = ()
    loaded_words: Mapping[str, LoadedWord] = field(default_factory=dict)
    outlets: tuple[Outlet, ...] = ()
    sides: Mapping[str, Side] = field(default_factory=dict)
    aliases: Mapping[tuple[str, ...], Alias] = field(default_factory=dict)
    short_forms: Mapping[str, tuple[ShortForm, ...]] = field(default_factory=dict)
    home: str | None = None
    theatre: frozenset[str] = frozenset()
    outlet_index: Mapping[str, Outlet] = field(default_factory=dict)
    kinds: Mapping[str, ActorKind] = field(default_factory=dict)
    state_of: Mapping[str, State] = field(default_factory=dict)

    def find_alias(self, name: str) -> Alias | None:
        """What a name means, whatever its case, hyphens and accents; None where no pack knows it."""
        key = fold_name(name)
        bare = key[1:] if key[:1] == ("the",) else key
        return self.aliases.get(bare) or self.aliases.get(("the", *bare))

    def find_actor(self, name: str) -> Actor | None:
        """The actor a name means, or None."""
        alias = self.find_alias(name)
        return self.actors.get(alias.actor) if alias else None

    def ids_meant_by(self, name: str) -> tuple[str, ...]:
        """The ids of the actors a name may mean: of a state both its government and its forces; of initials all."""
        alias, shorts = self.find_alias(name), self.short_forms.get(name.strip(), ())
        state = self.states.get(alias.state) if alias is not None and alias.state else None
        found = {alias.actor} if alias is not None else set()
        found |= {state.government, state.military} if state is not None else set()
        return tuple(sorted(found | {short.actor for short in shorts}))

    def find_outlet(self, name: str) -> Outlet | None:
        """The outlet of a name, alias, domain or web address, or None."""
        text = name.strip().lower()
        if "." in text and " " not in text:
            host = text.split("://")[-1].split("/")[0].split(":")[0].removeprefix("www.")
            while "." in host:
                if host in self.outlet_index:
                    return self.outlet_index[host]
                host = host.split(".", 1)[1]
        return self.outlet_index.get(" ".join(fold_name(name)))

    def outlet_sides(self, name: str, day: str | None) -> frozenset[str]:
        """The sides an outlet speaks for on a day: its own, else those of the party it belongs to."""
        outlet = self.find_outlet(name)
        if outlet is None:
            return frozenset()
        if outlet.alignments:
            return frozenset(alignment.side for alignment in outlet.alignments if alignment.holds_on(day))
        if outlet.side is not None:
            return frozenset({outlet.side})
        return self.actors[outlet.actor].sides_on(day) if outlet.actor else frozenset()

    def sides_meant_by(self, word: str) -> frozenset[str]:
        """The sides that a word without a name ("rebels") may mean, in lower case; nothing where none is known."""
        return frozenset(side.id for side in self.sides.values() if word in side.meant_by)

    def kind_of(self, actor: str) -> ActorKind:
        """The kind of an actor in this war: a foreign state's army is an external force; "unknown" for no actor."""
        return self.kinds.get(actor, "unknown")

    def is_part_of_home(self, actor: Actor) -> bool:
        """Whether an actor belongs to the state the war is fought in."""
        home = self.states[self.home] if self.home else None
        seen: set[str] = set()
        while home is not None and actor.id not in seen:
            if actor.id in (home.military, home.government) or actor.country == home.iso:
                return True
            if actor.part_of is None:
                return False
            seen.add(actor.id)
            actor = self.actors[actor.part_of]
        return False
