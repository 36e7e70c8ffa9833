"""Patterns of pages as data: boilerplate, agencies, origins; loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from contested.model.errors import PackError


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The table of ``<name>.toml``; raises PackError where the file is broken."""
    text = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"read/lexicon/{name}.toml", str(error), "repair the TOML at that line") from error
