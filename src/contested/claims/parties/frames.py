"""Frames: which side the arguments of a trigger stand on, by event code; the table is lexicon/frames.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.model.codes import event_codes
from contested.model.errors import PackError


@dataclass(frozen=True, slots=True)
class Frame:
    """``agent``: the subject or owner initiates; ``agent_is_target``: the subject undergoes; ``patient``: the object is
    a target; ``mutual``: "with X" is the other side; ``source_is_target``: "from X" is the target; ``place_object``."""

    agent: bool = True
    agent_is_target: bool = False
    patient: bool = True
    mutual: bool = False
    source_is_target: bool = False


@cache
def frames() -> dict[str, Frame]:
    """The frame of every event code; raises PackError for unknown codes or keys."""
    text = files("contested.claims").joinpath("lexicon/frames.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    try:
        made = {code: Frame(**row) for code, row in table.items()}
    except TypeError as error:
        raise PackError("frames.toml", f"unknown key: {error}") from error
    unknown = set(made) - set(event_codes())
    if unknown:
        raise PackError("frames.toml", f"unknown event code {sorted(unknown)[0]!r}")
    return made


@cache
def frame_of(code: str) -> Frame:
    """The frame of one code."""
    return frames().get(code, Frame())
