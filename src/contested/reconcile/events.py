"""Groups and families of event codes, from ``lexicon/events.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.model.codes import event_codes
from contested.model.errors import PackError


@dataclass(frozen=True, slots=True)
class Families:
    """``groups``: the group of each code; ``families``: the families of each code; ``generic``: codes of bare harm."""

    groups: dict[str, str]
    families: dict[str, frozenset[str]]
    generic: frozenset[str]


@cache
def event_families() -> Families:
    """The lexicon, read once; raises PackError where it leaves out a code or knows one that does not exist."""
    raw = tomllib.loads(files("contested.reconcile").joinpath("lexicon/events.toml").read_text(encoding="utf-8"))
    groups: dict[str, str] = {}
    families: dict[str, set[str]] = {}
    generic: set[str] = set()
    for group, entry in raw["group"].items():
        for family, codes in entry["families"].items():
            for code in codes:
                groups[code] = group
                families.setdefault(code, set()).add(f"{group}.{family}")
        for code in entry.get("generic", ()):
            groups[code] = group
            families.setdefault(code, set())
            generic.add(code)
    if groups.keys() != event_codes().keys():
        odd = sorted(groups.keys() ^ event_codes().keys())
        raise PackError("reconcile/lexicon/events.toml", f"does not fit codes.toml: {', '.join(odd)}", "add or drop it")
    return Families(groups, {code: frozenset(names) for code, names in families.items()}, frozenset(generic))


def akin(one: str, other: str) -> bool:
    """Whether two codes may tell of one event: the same, of one family, or one of bare harm."""
    known = event_families()
    if known.groups[one] != known.groups[other]:
        return False
    return one == other or bool({one, other} & known.generic or known.families[one] & known.families[other])
