"""What a text says of nations: places that only a people's name tells, and which lands the peoples point to."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache

from contested.annotate.place_found import ACCEPT, Found
from contested.annotate.place_runs import Part
from contested.annotate.place_words import PlaceWords, nation_before, nation_noun, people_name, place_words
from contested.gazetteer.lookup import Gazetteer

PEOPLE = 0.5
LONGEST_ADJECTIVE = 60


def of_nations(text: str, gazetteer: Gazetteer, words: PlaceWords) -> list[Found]:
    """Places named by a nation alone: "the Syrian capital", "the Turkish border", "the Russian embassy"."""
    found = [embassies(m) for m in embassies_of().finditer(text)]
    for noun in nation_noun().finditer(text):
        m = nation_before().search(text, max(0, noun.start() - 45), noun.start())
        if m is None:
            continue
        people, kind = m.group(1).lower(), words.nation_nouns[noun.group(1).lower()]
        country, capital = words.nations.get(people) or words.by_country[people]
        name = capital if kind == "city" else country
        start = noun.start() if people in words.by_country else m.start()
        matches = () if kind == "building" else gazetteer.matches(name, "exact")
        part = Part(start, noun.end(), name, 2, matches)
        whole = text[m.start() : noun.end()]
        edge = noun.group(1).lower() in words.edges
        found.append(Found(part, ACCEPT, kind, noun.end(), alias=name if kind == "city" else whole, edge=edge))
    return found


@cache
def embassies_of() -> re.Pattern[str]:
    """Embassies told by their countries behind: "the embassy of Norland", "embassies of Norland, Estmark and Sarn"."""
    lands = "|".join(map(re.escape, sorted({c for c, _ in place_words().nations.values()}, key=len, reverse=True)))
    list_of = rf"(?:the )?(?:{lands})(?:(?:,| and|, and) (?:the )?(?:{lands}))*"
    return re.compile(rf"\b(?:[Ee]mbass(?:y|ies)|[Cc]onsulates?) of {list_of}\b")


def embassies(m: re.Match[str]) -> Found:
    """Embassies with the countries they are of, which are not where they stand."""
    return Found(Part(m.start(), m.end(), m[0], 2), ACCEPT, "building", m.end(), alias=m[0])


@cache
def town_of_nation() -> re.Pattern[str]:
    """A people's adjective with a noun of place that a name follows: "the southern Lebanese town of "."""
    nations = place_words().nations
    adjectives = "|".join(re.escape(people.title()) for people in nations if len(people) > len("u.s."))
    nouns = "city|town|village|hamlet|district|province|region|state|governorate|port|capital|island|area|county|resort"
    return re.compile(rf"\b({adjectives})(?: (?!border)[a-z-]+){{0,2}} (?:{nouns})s?(?: of(?: the)?)? \Z")


def holder_nation(text: str, start: int) -> str | None:
    """The country of which the words before a name make it a town or region."""
    m = town_of_nation().search(text, max(0, start - LONGEST_ADJECTIVE), start)
    return place_words().nations[m[1].lower()][0] if m is not None else None


def peoples(text: str, gazetteer: Gazetteer, words: PlaceWords) -> dict[str, float]:
    """How much the text speaks of each country by its people's name alone ("Syrian"), by country code."""
    counts = Counter(word.lower() for word in people_name().findall(text))
    found = {}
    for people, count in counts.items():
        matches = gazetteer.matches(words.nations[people][0], "exact")
        if matches and matches[0].place.country:
            found[matches[0].place.country] = PEOPLE * math.sqrt(count)
    return found
