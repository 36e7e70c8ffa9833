"""The words that tell places from other names: ``lexicon/places.toml``, read once."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FACILITIES = frozenset(
    "road square base airport hospital building field dam river lake mountain island crossing camp".split()
)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Sets of lower-case words, and the kind that each common noun of place tells."""

    common: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    titles: frozenset[str]
    speaks: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[str]
    people_ends: tuple[str, ...]
    strong: frozenset[str]
    weak: frozenset[str]
    taking: frozenset[str]
    kinds: dict[str, str]
    directions: frozenset[str]
    parts: frozenset[str]
    heads: frozenset[str]
    nations: dict[str, tuple[str, str]]

    def names_people(self, word: str) -> bool:
        """Whether a capitalised word, in lower case, names a people ("syrian", "turks")."""
        return word in self.people


@cache
def place_words() -> PlaceWords:
    """The lexicon."""
    raw = tomllib.loads(files("contested.annotate").joinpath("lexicon/places.toml").read_text(encoding="utf-8"))
    return PlaceWords(
        **{key: frozenset(raw[key]) for key in ("common", "given", "never", "titles", "speaks", "bodies")},
        people=frozenset(raw["demonyms"]["words"]),
        people_ends=tuple(raw["demonyms"]["ends"]),
        **{key: frozenset(raw["locative"][key]) for key in ("strong", "weak", "taking")},
        kinds={word: kind for kind, words in raw["kinds"].items() for word in words},
        directions=frozenset(raw["directions"]["words"]),
        parts=frozenset(raw["directions"]["parts"]),
        heads=frozenset(raw["heads"]["words"]),
        nations={people: (country, capital) for people, (country, capital) in raw["nations"].items()},
    )


@cache
def english_words() -> frozenset[str]:
    """Common English words, in lower case."""
    text = files("contested.annotate").joinpath("lexicon/english.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@cache
def kind_after() -> re.Pattern[str]:
    """A common noun of place right after a name ("airbase", "national hospital"), its kind's word in group 1."""
    words = sorted(place_words().kinds, key=len, reverse=True)
    return re.compile(
        rf"[ \-](?:military |main |national |border |old |refugee |Palestinian refugee )?({'|'.join(words)})\b", re.I
    )


@cache
def nation_phrase() -> re.Pattern[str]:
    """ "The Syrian capital", "Syria's capital", "the Turkish-Syrian border", "Iraqi territory": people in group 1, noun in 2."""
    nations = place_words().nations
    words = "|".join(
        map(re.escape, sorted({*nations, *(country for country, _ in nations.values())}, key=len, reverse=True))
    )
    regions = "borders?|frontier|territory|territories|soil|airspace|coast|coastline|countryside"
    return re.compile(
        rf"(?<![\w-])(?<!de facto )({words})(?:'?s|’s)?(?:[ -](?:{words}))? ((?:{regions})(?! (?:guards?|police|town|village|city|crossing|gate))|embass(?:y|ies)|consulate|capital(?! of| city of))\b",
        re.I,
    )
