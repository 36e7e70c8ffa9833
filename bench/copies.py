"""Copies made for measuring: near-copies of texts, and whole corpora of claims under other names and days."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from contested.model.claim import Claim, ClaimTime
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.reconcile.roots import Text

FILLER = (
    "Officials gave no further details. Observers expect more talks in the coming days. Aid groups asked for access. "
    "The weather hampered movement on the main roads. Schools stayed closed. A curfew was announced for the evening. "
    "Markets opened late and prices of bread and fuel rose again. Electricity was cut for most of the day. "
)


def near_copies(texts: Sequence[Text], seed: int = 1) -> tuple[list[Text], set[frozenset[str]]]:
    """Each text with four versions: cut, under another headline, lightly edited, quoted in part; and the true pairs."""
    rng = random.Random(seed)
    made: list[Text] = []
    pairs: set[frozenset[str]] = set()
    for text in texts:
        versions = (cut(text.text), headed(text.text), edited(text.text, rng), quoted(text.text, rng))
        family = [text, *(replace(text, report=f"{text.report}/{n}", text=v) for n, v in enumerate(versions))]
        made += family
        pairs |= {frozenset((text.report, other.report)) for other in family[1:]}
    return made, pairs


def cut(text: str) -> str:
    """The first six tenths."""
    return text[: len(text) * 6 // 10]


def headed(text: str) -> str:
    """Another headline over the body."""
    return "What is known so far of the day's events\n\n" + text.partition("\n\n")[2]


def edited(text: str, rng: random.Random) -> str:
    """One word in twenty-five dropped, doubled or changed."""
    words = text.split(" ")
    for at in range(len(words)):
        if rng.random() < 0.04:
            words[at] = rng.choice(("", words[at] + " reportedly", "officials"))
    return " ".join(words)


def quoted(text: str, rng: random.Random) -> str:
    """A third of the text, at most 90 words, within words of no other text."""
    around = FILLER.split() * 2
    rng.shuffle(around)
    words = text.split()
    part = words[len(words) // 4 :][: max(30, min(90, len(words) // 3))]
    return " ".join((*around[:60], *part, *around[60:]))


def corpora(claims: Sequence[Claim], times: int) -> Iterator[Claim]:
    """The claims ``times`` over, each time under other names, places and days, as another war's would be."""
    for turn in range(times):
        for claim in claims:
            yield claim if turn == 0 else moved(claim, turn)


def moved(claim: Claim, turn: int) -> Claim:
    """The claim under other names: days later by ``turn`` times 37, places and parties renamed, words marked."""
    days = 37 * turn
    return replace(
        claim,
        id=f"{claim.id}.{turn}",
        report=replace(claim.report, id=f"{claim.report.id}.{turn}", published=later(claim.report.published, days)),
        evidence=renamed(claim.evidence, turn),
        places=tuple(elsewhere(place, turn) for place in claim.places),
        time=None if claim.time is None else shifted(claim.time, days),
    )


def renamed(mention: Mention, turn: int) -> Mention:
    """Capitalised words under another spelling."""
    words = [f"{w}{turn}" if w[:1].isupper() else w for w in mention.quote.split(" ")]
    return replace(mention, quote=" ".join(words))


def elsewhere(place: PlaceRef, turn: int) -> PlaceRef:
    """Another place: its id, name and longitude moved."""
    lon = None if place.lon is None else (place.lon + 180 + 7 * turn) % 360 - 180
    name = f"{place.name} {turn}"
    return replace(
        place,
        name=name,
        place=place.place and f"{place.place}.{turn}",
        lon=lon,
        admin=tuple(f"{a} {turn}" for a in place.admin),
    )


def shifted(time: ClaimTime, days: int) -> ClaimTime:
    """The same period days later."""
    return replace(time, start=later(time.start, days) or time.start, end=later(time.end, days) or time.end)


def later(day: str | None, days: int) -> str | None:
    """A day so many days later; an open year stays as it is."""
    if day is None or day.startswith("XXXX"):
        return day
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def texts_of(texts: Iterable[Text], times: int) -> Iterator[Text]:
    """The texts ``times`` over, capitalised words renamed."""
    for turn in range(times):
        for text in texts:
            words = text.text if turn == 0 else " ".join(f"{w}{turn}" for w in text.text.split())
            yield replace(text, report=text.report if turn == 0 else f"{text.report}.{turn}", text=words)
