"""A place of a sentence as the choice of places sees it, and the words that tell what it does there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from contested.model.annotations import PlaceMention


@cache
def place_nouns() -> dict[str, frozenset[str]]:
    """The lists of ``lexicon/where_words.toml``."""
    raw = tomllib.loads(files("contested.claims").joinpath("lexicon/where_words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in raw.items()}


@dataclass(slots=True, eq=False)
class Placed:
    """A place of a sentence: its head token, its role, the token it hangs on and by which preposition.

    ``first`` and ``last`` are its tokens, end exclusive; ``above`` is its head token and what governs it, nearest
    first; ``inside`` is a place of the sentence that contains it, ``listed`` one that stands beside it in a list,
    ``near`` one that this one, a border, only describes.
    """

    mention: PlaceMention
    token: int
    role: str
    anchor: int
    prep: str = ""
    first: int = 0
    last: int = 0
    describes: str = ""
    near: Placed | None = None
    inside: Placed | None = None
    holds: Placed | None = None
    listed: list[Placed] = field(default_factory=list)
    above: list[int] = field(default_factory=list)
    traits: list[str] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What makes two mentions one place of a claim: the bare name in lower case."""
        return key_of(self.mention)


def key_of(mention: PlaceMention) -> str:
    """The bare name in lower case."""
    return mention.mention.quote.lower()
