"""Load packs: knowledge of one war as data."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from contested.model.actor import Actor
from contested.model.errors import PackError
from contested.packs.aliases import index_aliases, index_outlets
from contested.packs.check import check_pack
from contested.packs.pack import Leader, LoadedWord, Outlet, Pack, ShortForm, Side, State
from contested.packs.parse import (
    KEYS,
    Row,
    parse_actor,
    parse_alignments,
    parse_leader,
    parse_names,
    parse_outlet,
    parse_short_form,
    parse_side,
    parse_state,
    parse_words,
)

__all__ = ["Pack", "load_packs", "shipped_packs"]


@dataclass
class Gathering:
    """What has been read so far; ``origin`` tells the file of each entry."""

    actors: dict[str, Actor] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    leaders: list[Leader] = field(default_factory=list)
    words: dict[str, LoadedWord] = field(default_factory=dict)
    short_forms: dict[str, tuple[ShortForm, ...]] = field(default_factory=dict)
    outlets: list[Outlet] = field(default_factory=list)
    sides: dict[str, Side] = field(default_factory=dict)
    home: str | None = None
    theatre: frozenset[str] = frozenset()
    origin: dict[str, str] = field(default_factory=dict)


def load_packs(names: Sequence[str | Path]) -> Pack:
    """The packs of these names (shipped ones) or paths (TOML files, folders), merged in order; PackError if wrong."""
    paths = tuple(file for name in names for file in pack_files(str(name)))
    return load_files(tuple((str(path), path.stat().st_mtime_ns) for path in paths))


def shipped_packs() -> tuple[str, ...]:
    """The names of the packs that come with the program."""
    with as_file(files("contested.packs")) as folder:
        return tuple(sorted(p.name for p in folder.iterdir() if p.is_dir() and any(p.glob("*.toml"))))


def pack_files(name: str) -> list[Path]:
    """The TOML files of a shipped pack, a file or a folder, in order of their names."""
    if name in shipped_packs():
        with as_file(files("contested.packs")) as folder:
            return sorted((folder / name).glob("*.toml"))
    path = Path(name)
    found = sorted(path.glob("*.toml")) if path.is_dir() else [path] if path.is_file() else []
    if not found:
        remedy = f"name a TOML file, a folder of them, or one of: {', '.join(shipped_packs())}"
        raise PackError(name, "is no pack", remedy)
    return found


@lru_cache(maxsize=8)
def load_files(stamped: tuple[tuple[str, int], ...]) -> Pack:
    """The merged and checked pack of these files; cached until a file changes."""
    gathering = Gathering()
    rows = [row for path, _ in stamped for row in read_rows(Path(path))]
    for row in rows:
        if not row.table.startswith("extend"):
            add_row(gathering, row)
    for row in rows:
        if row.table == "extend":
            extend_actor(gathering, row)
        elif row.table == "extend_outlet":
            extend_outlet(gathering, row)
    return build_pack(gathering)


def build_pack(found: Gathering) -> Pack:
    """The Pack of everything gathered, checked and indexed."""
    leaders, outlets = tuple(found.leaders), tuple(found.outlets)
    pack = Pack(found.actors, found.states, leaders, found.words, outlets, found.sides)
    pack = replace(pack, home=found.home, theatre=found.theatre, short_forms=found.short_forms)
    check_pack(pack, found.origin)
    foreign = {a.id for a in found.actors.values() if a.kind == "state_forces" and not pack.is_part_of_home(a)}
    return replace(
        pack,
        kinds={a.id: "external_forces" if pack.home and a.id in foreign else a.kind for a in found.actors.values()},
        state_of={actor: state for state in found.states.values() for actor in (state.government, state.military)},
        aliases=index_aliases(found.actors, found.states, leaders, found.origin),
        outlet_index=index_outlets(outlets, found.origin),
    )


def read_rows(path: Path) -> Iterator[Row]:
    """The entries of one file; raises PackError where it is no TOML or has a table nobody reads."""
    try:
        tables: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(str(path), f"is not TOML: {error}", "correct that line") from error
    for table, entries in tables.items():
        if table not in KEYS:
            raise PackError(str(path), f"has a table {table!r}", f"use only {', '.join(sorted(KEYS))}")
        for fields in entries if isinstance(entries, list) else [entries]:
            if not isinstance(fields, dict):
                raise PackError(str(path), f"{table} is no table", f"write [[{table}]]")
            row = Row(str(path), table, fields)
            row.check_keys()
            yield row


def add_row(found: Gathering, row: Row) -> None:
    """Add one entry to what is gathered."""
    match row.table:
        case "actor":
            put(found.actors, row, parse_actor(row), found)
        case "state":
            state, government, military = parse_state(row)
            put(found.states, row, state, found)
            put(found.actors, row, government, found)
            put(found.actors, row, military, found)
        case "side":
            put(found.sides, row, parse_side(row), found)
        case "leader":
            found.leaders.append(parse_leader(row))
            found.origin[found.leaders[-1].name] = row.file
        case "outlet":
            found.outlets.append(parse_outlet(row))
            found.origin[found.outlets[-1].name] = row.file
        case "short":
            short = parse_short_form(row)
            found.short_forms[short.form] = (*found.short_forms.get(short.form, ()), short)
            found.origin[short.form] = row.file
        case "word":
            for word in parse_words(row):
                if word.word in found.words:
                    raise row.error(f"repeats the word {word.word!r}", "leave one of the two entries")
                found.words[word.word] = word
        case "war":
            found.home, found.origin["war"] = row.text("home"), row.file
            found.theatre = frozenset(row.texts("theatre"))


def put(into: dict[str, Any], row: Row, item: Actor | State | Side, found: Gathering) -> None:
    """Add an item under its id; raises PackError where the id is taken."""
    if item.id in into:
        raise row.error(
            f"repeats the id {item.id!r} of {found.origin.get(item.id)}", "choose another id, or use [[extend]]"
        )
    into[item.id] = item
    found.origin[item.id] = row.file


def extend_actor(found: Gathering, row: Row) -> None:
    """Give an actor of an earlier entry more names, aliases and alignments."""
    actor = found.actors.get(row.text("id"))
    if actor is None:
        raise row.error("extends an actor that no pack defines", "define it as [[actor]], or correct the id")
    found.actors[actor.id] = replace(
        actor,
        names=actor.names + parse_names(row),
        aliases=actor.aliases + row.texts("aliases"),
        alignments=actor.alignments + parse_alignments(row),
    )


def extend_outlet(found: Gathering, row: Row) -> None:
    """Give an outlet of an earlier entry what a war's pack knows of it: its party, sides by period, more names."""
    name = row.text("name")
    at = next((at for at, outlet in enumerate(found.outlets) if outlet.name == name), None)
    if at is None:
        raise row.error("extends an outlet that no pack defines", "define it as [[outlet]], or correct the name")
    outlet = found.outlets[at]
    found.outlets[at] = replace(
        outlet,
        aliases=outlet.aliases + row.texts("aliases"),
        domains=outlet.domains + row.texts("domains"),
        owner=row.option("owner") or outlet.owner,
        side=row.option("side") or outlet.side,
        actor=row.option("actor") or outlet.actor,
        alignments=outlet.alignments + parse_alignments(row),
    )
    found.origin[name] = row.file
