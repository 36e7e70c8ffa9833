"""Framing: which outlet calls whom what, and which words that take a side it uses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from contested.model.claim import Claim
from contested.packs.pack import Pack
from contested.views.wording import loaded_words, publisher

NAME_COLUMNS = ("outlet", "actor", "called", "times", "share", "example")
WORD_COLUMNS = ("outlet", "word", "tilt", "neutral", "times", "per_100_claims", "example")
# What stands for a name calls nobody anything.
PRONOUNS = frozenset("it he she they them him her we us i you which who that this these those its their his".split())
SPACE = re.compile(r"\s+")


def names(claims: Iterable[Claim], pack: Pack, least: int = 1) -> Iterator[tuple[object, ...]]:
    """Who is called what by each outlet, with the share of that outlet's namings of the actor, and an example claim."""
    count: Counter[tuple[str, str, str]] = Counter()
    whole: Counter[tuple[str, str]] = Counter()
    example: dict[tuple[str, str, str], str] = {}
    for claim in claims:
        for party in (*claim.initiators, *claim.targets):
            if party.actor is None or party.mention.quote.casefold() in PRONOUNS:
                continue
            actor = pack.actors[party.actor].name if party.actor in pack.actors else party.actor
            key = (publisher(claim), actor, SPACE.sub(" ", party.mention.quote))
            count[key] += 1
            whole[key[:2]] += 1
            example.setdefault(key, claim.id)
    for key, times in sorted(count.items(), key=lambda item: (item[0][1], item[0][0], -item[1], item[0][2])):
        if times >= least:
            yield *key, times, f"{times / whole[key[:2]]:.0%}", example[key]


def words(claims: Iterable[Claim], pack: Pack, least: int = 1) -> Iterator[tuple[object, ...]]:
    """Words that take a side, by outlet, each evidence counted once, with the neutral term and an example claim."""
    count: Counter[tuple[str, str]] = Counter()
    told: Counter[str] = Counter()
    example: dict[tuple[str, str], str] = {}
    seen: set[tuple[str, int, int]] = set()
    for claim in claims:
        outlet = publisher(claim)
        told[outlet] += 1
        span = (claim.report.id, claim.evidence.start, claim.evidence.end)
        if span in seen:
            continue
        seen.add(span)
        for match in loaded_words().finditer(claim.evidence.quote):
            key = (outlet, match.group().casefold())
            count[key] += 1
            example.setdefault(key, claim.id)
    for (outlet, word), times in sorted(count.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        known = pack.loaded_words.get(word)
        if times >= least:
            rate = f"{100 * times / told[outlet]:.1f}"
            yield outlet, word, known and known.tilt, known and known.neutral, times, rate, example[outlet, word]
