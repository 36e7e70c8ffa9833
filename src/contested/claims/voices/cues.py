"""Cues: words that may tell of speech, and the ways in which each may be read."""

from __future__ import annotations

from dataclasses import dataclass

from contested.claims.words.tree import Spans


@dataclass(slots=True)
class Reading:
    """One way to read a cue: ``shape`` names the rule that found the content."""

    shape: str
    content: Spans


@dataclass(frozen=True, slots=True)
class Known:
    """Stems of verbs and nouns that are worth a look."""

    verbs: frozenset[str]
    nouns: frozenset[str]


@dataclass(slots=True)
class Cue:
    """A word that may tell of speech; ``source`` is a token interval or None, ``how`` names the way to it.

    ``closing``: the verb ends its sentence behind its speaker ("…, X said"), so that it tells whatever else is known.
    """

    at: int
    span: tuple[int, int]
    part: str
    source: tuple[int, int] | None
    how: str
    readings: list[Reading]
    manner: str = ""
    closing: bool = False
