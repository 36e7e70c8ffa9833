"""Every spelling of a pack and what it means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contested.model.actor import Actor
from contested.model.errors import PackError
from contested.packs.fold import fold_name
from contested.packs.pack import Alias, Leader, Outlet, State

Origin = Mapping[str, str]


def index_aliases(
    actors: Mapping[str, Actor], states: Mapping[str, State], leaders: tuple[Leader, ...], origin: Origin
) -> dict[tuple[str, ...], Alias]:
    """All aliases by folded words; raises PackError where two actors claim one."""
    index: dict[tuple[str, ...], Alias] = {}
    for alias in spellings(actors, states, leaders):
        if not alias.key:
            raise PackError(origin.get(alias.actor, "pack"), f"{alias.actor} has the empty alias {alias.spelling!r}")
        other = index.setdefault(alias.key, alias)
        if other.actor != alias.actor:
            problem = f"alias {alias.spelling!r} is claimed by {other.actor} and by {alias.actor}"
            raise PackError(origin.get(alias.actor, "pack"), problem, "leave it with one of them")
    return index


def spellings(actors: Mapping[str, Actor], states: Mapping[str, State], leaders: tuple[Leader, ...]) -> Iterator[Alias]:
    """One Alias for each spelling that the entries give."""
    for actor in actors.values():
        for name in (*(n.name for n in actor.names), *actor.aliases):
            yield Alias(fold_name(name), name, actor.id, "name")
    for state in states.values():
        yield from state_spellings(state, actors[state.government])
    for leader in leaders:
        for name in (leader.name, *leader.aliases):
            yield Alias(fold_name(name), name, leader.actor, "leader", person=leader.name)


def state_spellings(state: State, government: Actor) -> Iterator[Alias]:
    """The words that stand for a state: its names, adjectives, demonyms, seats."""
    prefix = "government of "
    names = [a.removeprefix(prefix) for a in government.aliases if a.startswith(prefix)]
    for name in dict.fromkeys([state.name, *names]):
        yield Alias(fold_name(name), name, state.government, "country", state.id)
    for name in state.adjectives:
        yield Alias(fold_name(name), name, state.government, "adjective", state.id)
    for name in state.demonyms:
        yield Alias(fold_name(name), name, state.government, "demonym", state.id)
    for name in state.seats:
        yield Alias(fold_name(name), name, state.government, "seat", state.id)


def index_outlets(outlets: tuple[Outlet, ...], origin: Origin) -> dict[str, Outlet]:
    """Outlets by folded name, alias and domain; raises PackError where two claim one."""
    index: dict[str, Outlet] = {}
    for outlet in outlets:
        keys = [" ".join(fold_name(n)) for n in (outlet.name, *outlet.aliases)] + [d.lower() for d in outlet.domains]
        for key in keys:
            other = index.setdefault(key, outlet)
            if other is not outlet:
                problem = f"{key!r} is claimed by the outlets {other.name} and {outlet.name}"
                raise PackError(origin.get(outlet.name, "pack"), problem, "leave it with one of them")
    return index
