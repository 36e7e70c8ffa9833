"""Words in names that only describe: "the village of", "monitoring group"; from ``lexicon/naming.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Naming:
    """``places``: what describes a place, as a pattern; ``voices``: words that name no speaker; ``articles``."""

    places: re.Pattern[str]
    voices: frozenset[str]
    articles: frozenset[str]


@cache
def naming() -> Naming:
    """The lexicon, read once."""
    raw = tomllib.loads(files("contested.reconcile").joinpath("lexicon/naming.toml").read_text(encoding="utf-8"))
    kinds = "|".join(sorted(map(re.escape, raw["places"]), key=len, reverse=True))
    places = re.compile(rf"\b(?:{kinds})(?: of(?: the)?)?(?: |$)")
    return Naming(places, frozenset(raw["voices"]), frozenset(raw["articles"]))


def bare_name(folded: str) -> str:
    """A folded name of a place without what describes it, or the whole where nothing else is left."""
    return naming().places.sub("", folded).strip() or folded


def is_name(words: Iterable[str]) -> bool:
    """Whether folded words name a speaker rather than only describe one."""
    return not set(words) <= naming().voices


def telling_words(folded: str) -> list[str]:
    """The words of a name without articles."""
    return [word for word in folded.split() if word not in naming().articles]
