"""The lexicon of parties: role nouns, modifiers, bodies, titles, and a pack's aliases, indexed by their first word."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from contested.model.actor import ActorKind
from contested.model.errors import PackError
from contested.packs.fold import fold_name
from contested.packs.pack import Alias, Pack

PieceRole = Literal["alias", "head", "modifier"]
FILE = "actors.toml"


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that open or fill a noun phrase of a party. ``group`` is the head's or the modifier's.

    ``before``: the noun may stand before another. ``cased``: the letters must be as spelled; ``capital``: the first.
    """

    key: tuple[str, ...]
    role: PieceRole
    group: str
    kind: ActorKind = "unknown"
    bare: bool = False
    before: bool = False
    alias: Alias | None = None
    cased: bool = False
    capital: bool = False
    possessive: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ActorLexicon:
    """The lexicon as the scans use it."""

    singles: Mapping[str, Entry]
    longer: Mapping[str, Mapping[str, tuple[Entry, ...]]]
    openers: frozenset[str]
    backed: frozenset[str]
    held: frozenset[str]
    based: frozenset[str]
    events: frozenset[str]
    bodies: Mapping[str, ActorKind]
    openings: Mapping[str, ActorKind]
    titles: Mapping[str, ActorKind]
    first_names: frozenset[str]
    stops: frozenset[str]
    adjectival: frozenset[str]
    before_site: frozenset[str]
    after_site: frozenset[str]


@cache
def read_table() -> dict[str, Any]:
    """The lexicon file; raises PackError where a group has a kind nobody knows."""
    table = tomllib.loads(files("contested.annotate").joinpath("lexicon", FILE).read_text(encoding="utf-8"))
    for group, row in table["heads"].items():
        if row.get("kind") not in get_args(ActorKind):
            raise PackError(
                FILE, f"[heads.{group}] has kind {row.get('kind')!r}", "use a kind of model.actor.ActorKind"
            )
    return table


@cache
def read_names() -> tuple[str, ...]:
    """The given names of the lexicon ``persons.toml``."""
    table = tomllib.loads(files("contested.annotate").joinpath("lexicon", "persons.toml").read_text(encoding="utf-8"))
    return tuple(name for names in table["given"].values() for name in names)


@lru_cache(maxsize=4)
def lexicon_for(pack: Pack) -> ActorLexicon:
    """The lexicon file and a pack's aliases as one index, longest entries first; built once for each pack."""
    table = read_table()
    found: dict[tuple[str, ...], Entry] = {}
    for entry in (
        *alias_entries(pack),
        *short_entries(pack),
        *outlet_entries(pack),
        *head_entries(table["heads"]),
        *modifier_entries(table["modifiers"]),
    ):
        found.setdefault(entry.key, entry)
    for entry in possessives(list(found.values())):
        found.setdefault(entry.key, entry)
    longer: dict[str, dict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in sorted(found.values(), key=lambda e: -len(e.key)):
        if len(entry.key) > 1:
            longer[entry.key[0]][entry.key[1]].append(entry)
    ties = table["ties"]
    return ActorLexicon(
        {e.key[0]: e for e in found.values() if len(e.key) == 1},
        {first: {second: tuple(entries) for second, entries in rest.items()} for first, rest in longer.items()},
        frozenset(key[0] for key in found) | {"pro", "anti"},
        frozenset(ties["backed"]),
        frozenset(ties["held"]),
        frozenset(ties["based"]),
        frozenset(table["events"]["words"]),
        by_word(table["bodies"]),
        by_word(table["openings"]),
        by_word(table["titles"]),
        frozenset(fold_name(name)[0] for name in read_names()),
        frozenset(table["stops"]["words"]),
        frozenset(table["adjectival"]["words"]),
        frozenset(table["sites"]["before"]),
        frozenset(table["sites"]["after"]),
    )


def by_word(groups: Mapping[str, list[str]]) -> dict[str, ActorKind]:
    """Each word of a table of groups with the group's kind."""
    return {fold_name(w)[0]: cast(ActorKind, kind) for kind, words in groups.items() for w in words}


def head_entries(heads: Mapping[str, Mapping[str, Any]]) -> Iterable[Entry]:
    """The role nouns."""
    for group, row in heads.items():
        before = set(row.get("before", ()))
        for word in dict.fromkeys((*row["words"], *before)):
            yield Entry(fold_name(word), "head", group, row["kind"], row["bare"], word in before)


def modifier_entries(groups: Mapping[str, list[str]]) -> Iterable[Entry]:
    """The words before role nouns."""
    for group, words in groups.items():
        for word in words:
            yield Entry(fold_name(word), "modifier", group)


def alias_entries(pack: Pack) -> Iterable[Entry]:
    """The pack's aliases; "the Kremlin" counts as "Kremlin"."""
    for key, alias in pack.aliases.items():
        words = key[1:] if key[0] == "the" and len(key) > 1 else key
        letters = [c for c in alias.spelling if c.isalpha()]
        acronym = all(c.isupper() for c in letters) and len(letters) <= 6
        yield Entry(
            words,
            "alias",
            alias.role,
            pack.kind_of(alias.actor),
            True,
            True,
            alias,
            cased=acronym and len(letters) <= 5,
            capital=alias.spelling.removeprefix("the ")[0].isupper(),
        )


def short_entries(pack: Pack) -> Iterable[Entry]:
    """The pack's short forms, as those of the actor told first; ``actor_shorts`` tells which is meant in a report."""
    for form, (first, *_) in pack.short_forms.items():
        key = fold_name(form)
        alias = Alias(key, form, first.actor, "name")
        yield Entry(key, "alias", "name", pack.kind_of(first.actor), True, True, alias, cased=True, capital=True)


def outlet_entries(pack: Pack) -> Iterable[Entry]:
    """The pack's outlets, which speak as media; a leading "The" may be missing where two words remain."""
    for outlet in pack.outlets:
        for name in (outlet.name, *outlet.aliases):
            key = fold_name(name)
            key = key[1:] if key[0] == "the" and len(key) > 2 else key
            alias = Alias(key, name, "", "name")
            cased = name.isupper() and len(name) <= 5
            yield Entry(key, "alias", "outlet", "media", True, True, alias, cased=cased, capital=True)


def possessives(entries: list[Entry]) -> Iterable[Entry]:
    """The same entries with an s at the end: "Assads", "the armys"."""
    for e in entries:
        last = e.key[-1]
        if e.role != "modifier" and not last.endswith("s") and e.group not in ("adjective", "demonym"):
            key = (*e.key[:-1], last + "s")
            yield Entry(
                key, e.role, e.group, e.kind, e.bare, True, e.alias, cased=e.cased, capital=e.capital, possessive=True
            )
