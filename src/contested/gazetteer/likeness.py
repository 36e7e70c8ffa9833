"""How alike two spellings of a place name are: by ear, by their folds, and by eye, by their Arabic letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.process import extract

from contested.gazetteer.arabic_letters import as_written
from contested.gazetteer.folding import exact, loose, strict
from contested.gazetteer.transliterate import is_unvowelled

# learnt on spellings held out of a table of Syrian villages; short vowels say nothing where one side leaves them out
BY_EYE, BY_EYE_UNVOWELLED = 0.4, 1.0
# a little for the best ear and the best eye among all spellings of a place; settled on tables of four lands
PART, SAME = 0.3, 0.1
WHOLE = 1.0 + 2 * PART + 2 * SAME
ALPHABET = "hkjsdbtrlmnf"
LONGEST = 14


class Likeness(NamedTuple):
    """How alike two spellings are, by ear and by eye and by both together (0 to 1)."""

    both: float
    ear: float
    eye: float

    def best(self, other: Likeness) -> Likeness:
        """The better of each, where two spellings belong to one place: one is written so, another sounds so."""
        return Likeness(max(self.both, other.both), max(self.ear, other.ear), max(self.eye, other.eye))

    @property
    def closeness(self) -> float:
        """How close a place is whose spellings are alike so, from 0 to 1; letters that are just the same tell more."""
        return (self.both + PART * (self.ear + self.eye) + SAME * ((self.ear == 1.0) + (self.eye == 1.0))) / WHOLE


@dataclass(frozen=True)
class Spelling:
    """A name as it is looked up: exact form, strict fold, loose skeleton, and, where asked for, Arabic letters."""

    name: str
    plain: str
    strict: str
    loose: str
    unvowelled: bool

    @cached_property
    def written(self) -> str:
        """The Arabic letters that it implies; made late, since most names have nothing to be compared with."""
        return as_written(self.name)

    def likenesses(self, keys: Sequence[tuple[str, str]]) -> list[Likeness]:
        """How like this spelling some pairs of strict fold and Arabic letters are; the letters may be ""."""
        if not keys:
            return []
        weight = BY_EYE_UNVOWELLED if self.unvowelled else BY_EYE
        heard = scores(self.strict, [key for key, _ in keys], Levenshtein.normalized_similarity)
        seen = scores(self.written, [written for _, written in keys], Indel.normalized_similarity)
        return [
            Likeness(weight * eye + (1.0 - weight) * ear, ear, eye) if written else Likeness(ear, ear, ear)
            for ear, eye, (_, written) in zip(heard, seen, keys, strict=True)
        ]


def scores(asked: str, keys: Sequence[str], scorer: Callable[..., float]) -> list[float]:
    """The scorer's answer for every key, in their order."""
    found = [0.0] * len(keys)
    for _, likeness, i in extract(asked, keys, scorer=scorer, limit=None):
        found[i] = likeness
    return found


def spelling(name: str) -> Spelling:
    """The spelling of a name in any script that has a romanisation."""
    key = strict(name)
    return Spelling(name, exact(name), key, loose(key), is_unvowelled(name))


def one_letter_off(skeleton: str) -> set[str]:
    """Every loose skeleton that one letter left out, put in, changed or exchanged with the next makes of this one."""
    if not 1 < len(skeleton) <= LONGEST:
        return set()
    found = {skeleton[:i] + letter + skeleton[i:] for i in range(len(skeleton) + 1) for letter in ALPHABET}
    for i in range(len(skeleton)):
        head, tail = skeleton[:i], skeleton[i + 1 :]
        found.update(head + letter + tail for letter in ("", *ALPHABET))
        if tail:
            found.add(head + tail[0] + skeleton[i] + tail[1:])
    # a vowel stays in a skeleton only at its head
    found |= {"a" + skeleton, "a" + skeleton[1:]}
    return found - {skeleton, ""}
