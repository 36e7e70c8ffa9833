"""One name for a party that no pack knows, however it is called; the word lists are called.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def called(name: str) -> str:
    """One name however a party is called: "rebel", "Rebel fighters" are "rebels"; a name of its own stays."""
    plain, plural = words()
    spoken = name.split()
    telling = [word for word in spoken if word.casefold() not in plain] or spoken[-1:]
    known = plural.get(telling[0].casefold()) if len(telling) == 1 else None
    return known or " ".join(spoken[1:] if spoken[:1] == ["the"] and len(spoken) > 1 else spoken)


@cache
def words() -> tuple[frozenset[str], dict[str, str]]:
    """The words that tell nothing of who it is, and the plural of those that do."""
    table = tomllib.loads(files("contested.packs").joinpath("called.toml").read_text(encoding="utf-8"))
    return frozenset(table["plain"]), table["plural"]
