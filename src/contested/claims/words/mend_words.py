"""The words by which parses are put right, read from ``lexicon/mends.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from contested.model.errors import PackError

LISTS = (
    "crowds",
    "helped",
    "stops",
    "gerunds",
    "deeds",
    "charges",
    "denials",
    "saying",
    "voicing",
    "worded",
    "hearing",
    "granting",
    "bearing",
)


@cache
def mend_words() -> Mapping[str, frozenset[str]]:
    """Word lists by name, in lower case; raises PackError where the file lacks one."""
    table = tomllib.loads(files("contested.claims").joinpath("lexicon/mends.toml").read_text(encoding="utf-8"))
    lacking = [name for name in LISTS if not table.get(name)]
    if lacking:
        raise PackError("claims/lexicon/mends.toml", f"has no list {lacking[0]!r}", "add it")
    return {name: frozenset(table[name]) for name in LISTS}
