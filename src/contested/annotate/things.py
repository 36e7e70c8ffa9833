"""Weapons, platforms, vehicles and the words of peoples, by the lexicon ``things.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from contested.annotate.words import Words
from contested.model.annotations import EntityKind, EntityMention
from contested.model.errors import PackError
from contested.model.mention import Mention
from contested.packs.fold import fold_name

FILE = "things.toml"
KINDS: tuple[EntityKind, ...] = ("weapon", "platform", "vehicle")


@dataclass(frozen=True, slots=True)
class Things:
    """The lexicon by first word, longest entries first; designations and ship prefixes apart."""

    index: Mapping[str, tuple[tuple[tuple[str, ...], EntityKind | None], ...]]
    designations: Mapping[str, EntityKind]
    ships: frozenset[str]
    peoples: frozenset[str]
    openers: frozenset[str]


@cache
def read_things() -> Things:
    """The lexicon file; raises PackError where one term has two kinds."""
    table = tomllib.loads(files("contested.annotate").joinpath("lexicon", FILE).read_text(encoding="utf-8"))
    terms: dict[tuple[str, ...], EntityKind | None] = {}
    for kind in KINDS:
        for word in table[kind]["words"]:
            key = fold_name(word)
            for form in (key, (*key[:-1], plural(key[-1]))):
                if terms.setdefault(form, kind) != kind:
                    raise PackError(FILE, f"{word!r} is a {kind} and a {terms[form]}", "leave it in one list")
    for word in table["ignore"]["words"]:
        key = fold_name(word)
        terms[key] = terms[(*key[:-1], plural(key[-1]))] = None
    index: dict[str, list[tuple[tuple[str, ...], EntityKind | None]]] = {}
    for key, meant in sorted(terms.items(), key=lambda item: -len(item[0])):
        index.setdefault(key[0], []).append((key, meant))
    designations = {w: cast(EntityKind, k) for k, words in table["designations"].items() for w in words}
    ships, peoples = frozenset(table["ships"]["words"]), frozenset(fold_name(w)[0] for w in table["peoples"]["words"])
    return Things(
        {first: tuple(entries) for first, entries in index.items()},
        designations,
        ships,
        peoples,
        frozenset(index) | frozenset(designations) | ships | peoples,
    )


def plural(word: str) -> str:
    """The regular plural."""
    if word.endswith(("s", "x", "sh", "ch")):
        return word if word.endswith("s") else word + "es"
    return word + "s"


def find_things(words: Words) -> Iterator[EntityMention]:
    """Weapons, platforms, vehicles and peoples in text order, the longest term at each place."""
    things = read_things()
    after = 0
    for i, word in enumerate(words.folded):
        if i < after or word not in things.openers:
            continue
        hit = term_at(words, things, i) or designation_at(words, things, i) or ship_at(words, things, i)
        if hit is None and word in things.peoples and words.capital(i):
            hit = i, "nationality"
        if hit is None:
            continue
        last, kind = hit
        after = last + 1
        if kind is not None:
            mention = Mention.of(words.text, words.starts[i], words.ends[last])
            yield EntityMention(kind, mention, " ".join(mention.quote.split()))


def term_at(words: Words, things: Things, i: int) -> tuple[int, EntityKind | None] | None:
    """The last word and the kind of the longest term at word i."""
    for key, kind in things.index.get(words.folded[i], ()):
        end = i + len(key)
        if tuple(words.folded[i:end]) == key and all(words.joined(j) for j in range(i + 1, end)):
            return end - 1, kind
    return None


def designation_at(words: Words, things: Things, i: int) -> tuple[int, EntityKind] | None:
    """A type by letters and number: "Su-24", "T-72B"."""
    kind = things.designations.get(words.folded[i])
    if kind is None or i + 1 >= len(words.folded) or not words.capital(i) or words.gap(i + 1) != "-":
        return None
    return (i + 1, kind) if words.folded[i + 1][0].isdigit() else None


def ship_at(words: Words, things: Things, i: int) -> tuple[int, EntityKind] | None:
    """A ship by its prefix and name: "HMS Ocean"."""
    if words.folded[i] not in things.ships or not words.raw(i).isupper():
        return None
    last = i
    while last + 1 < len(words.folded) and last - i < 4 and words.joined(last + 1) and words.capital(last + 1):
        last += 1
    return (last, "platform") if last > i else None
