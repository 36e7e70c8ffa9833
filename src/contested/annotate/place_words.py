"""The words that tell places from other names: ``lexicon/places.toml``, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from contested.packs.load import load_packs
from contested.packs.pack import State

FACILITIES = frozenset(
    "road square base airport hospital building field dam river lake mountain island crossing camp".split()
)
SHORTEST = 2  # letters of initials such as "US", which stand for the country
LOCATIVE = ("strong", "weak", "taking", "events", "holds", "upon", "arms", "bombed", "moving", "afloat", "qualities")
WORDS = ("common", "given", "never", "function", "tellers", "titles", "speaks", "bodies")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Sets of lower-case words, and the kind that each common noun of place tells."""

    common: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    function: frozenset[str]
    tellers: frozenset[str]
    titles: frozenset[str]
    speaks: frozenset[str]
    bodies: frozenset[str]
    people: frozenset[str]
    strong: frozenset[str]
    weak: frozenset[str]
    taking: frozenset[str]
    events: frozenset[str]
    holds: frozenset[str]
    upon: frozenset[str]
    arms: frozenset[str]
    bombed: frozenset[str]
    moving: frozenset[str]
    afloat: frozenset[str]
    qualities: frozenset[str]
    undergoes: re.Pattern[str]
    kinds: dict[str, str]
    directions: frozenset[str]
    parts: frozenset[str]
    heads: frozenset[str]
    nations: dict[str, tuple[str, str]]
    by_country: dict[str, tuple[str, str]]
    nation_nouns: dict[str, str]
    edges: frozenset[str]
    capitals: frozenset[str]
    settled: frozenset[str]
    sites: frozenset[str]
    zones: frozenset[str]

    def names_people(self, word: str) -> bool:
        """Whether a capitalised word, in lower case, names a people ("syrian", "turks")."""
        return word in self.people


def told_behind(phrases: Sequence[str]) -> re.Pattern[str]:
    """One of some phrases right behind a name, or behind an auxiliary and an adverb: " has been heavily shelled"."""
    helped = r" (?:(?:was|were|is|are|has|have|had|been|being) ){0,3}(?:\w+ly )?"
    return re.compile(helped + rf"(?:{'|'.join(map(re.escape, phrases))})\b")


def peoples_of(states: Sequence[State]) -> frozenset[str]:
    """What the peoples of some states are called, in lower case, but for words that name a country as well."""
    countries = {state.name.lower() for state in states}
    words = {word.lower() for state in states for word in (*state.adjectives, *state.demonyms)}
    return frozenset(word for word in words - countries if len(word) > SHORTEST and word.replace(" ", "").isalpha())


def nations_of(states: Sequence[State], capitals: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Each people's adjective, in lower case, with its country and capital: ``capitals``, else a state's first seat."""
    return {
        word.lower(): (state.name, seat)
        for state in states
        if (seat := capitals.get(state.name) or next(iter(state.seats), None)) is not None
        for word in state.adjectives
    }


@cache
def place_words() -> PlaceWords:
    """The lexicon, with the peoples of the states that are known to all packs."""
    raw = tomllib.loads(files("contested.annotate").joinpath("lexicon/places.toml").read_text(encoding="utf-8"))
    states = tuple(load_packs(("world",)).states.values())
    nations = nations_of(states, raw["capitals"])
    return PlaceWords(
        **{
            key: frozenset(raw[key])
            for key in ("common", "given", "never", "function", "tellers", "titles", "speaks", "bodies")
        },
        people=frozenset(raw["demonyms"]["words"]) | peoples_of(states),
        **{key: frozenset(raw["locative"][key]) for key in LOCATIVE},
        undergoes=told_behind(raw["locative"]["undergoes"]),
        kinds={word: kind for kind, words in raw["kinds"].items() for word in words},
        directions=frozenset(raw["directions"]["words"]),
        parts=frozenset(raw["directions"]["parts"]),
        heads=frozenset(raw["heads"]["words"]),
        nations=nations,
        edges=frozenset(raw["edges"]["words"]),
        capitals=frozenset(capital for _, capital in nations.values()),
        settled=frozenset(raw["settle"]["kinds"]) - {"region"},
        sites=frozenset(raw["sites"]["words"]),
        zones=frozenset(raw["zones"]["words"]),
        by_country={country.lower(): (country, capital) for country, capital in nations.values()},
        nation_nouns={noun: kind for kind, nouns in raw["nation_nouns"].items() for noun in nouns},
    )


@cache
def english_words() -> frozenset[str]:
    """Common English words, in lower case."""
    text = files("contested.annotate").joinpath("lexicon/english.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@cache
def kind_after() -> re.Pattern[str]:
    """A common noun of place right after a name ("airbase", "national hospital") in group 2; a number before in 1."""
    words = sorted({*place_words().kinds} - {"capital"}, key=len, reverse=True)
    before = "military |main |national |border |old |residential |(?:Palestinian )?refugee |"
    before += "displacement |displaced persons |IDP |transit "
    return re.compile(rf"(?: (\d{{1,3}}))?[ \-](?:{before})?({'|'.join(words)})\b", re.I)


@cache
def nation_noun() -> re.Pattern[str]:
    """What may belong to a nation: "capital", "border", "embassy"; the noun in group 1."""
    nouns = "|".join(sorted(place_words().nation_nouns, key=len, reverse=True))
    return re.compile(rf"(?<= )({nouns})\b(?! (?:of|city|guards?|police|town|village|crossing|gate)\b)", re.I)


@cache
def nation_before() -> re.Pattern[str]:
    """A people or country right before such a noun ("Syrian ", "Syria's ", "Turkish-Syrian "), the first in group 1."""
    words = place_words()
    names = "|".join(map(re.escape, sorted({*words.nations, *words.by_country}, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?<!de facto )({names})(?:'?s|’s)?(?:[ -](?:{names}))? \Z", re.I)


@cache
def people_name() -> re.Pattern[str]:
    """A people's name that is its country's adjective ("Syrian", "Iraqis"), without its plural."""
    names = "|".join(people.title() for people in place_words().nations if len(people) > 2 and people.isalpha())
    return re.compile(rf"\b(?=[A-Z])({names})s?\b")
