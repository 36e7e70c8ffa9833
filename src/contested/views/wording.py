"""A claim in one neutral sentence: who says it, how surely, what, by whom, to whom, where, when, with what effect."""

from __future__ import annotations

import re
import tomllib
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from contested.model.actor import Participant
from contested.model.claim import Claim, Effect
from contested.model.place import PlaceRef
from contested.model.quantity import Quantity
from contested.model.source import Source
from contested.packs.load import load_packs, shipped_packs

LINKS = frozenset("of the and for in al- el- an- ash- ar- as- al el de bin ibn abu".split())
LEADS = {
    "asserted": "there {was} {noun}",
    "hedged": "there may have been {noun}",
    "denied": "there {was} no {bare}",
    "planned": "there is a plan or announcement of {noun}",
    "conditional": "there would be, on a condition, {noun}",
    "forecast": "there is expected to be {noun}",
}
EFFECT_LEADS = {
    "asserted": "reported",
    "hedged": "perhaps",
    "denied": "denied as well:",
    "planned": "planned:",
    "conditional": "then",
    "forecast": "expected:",
}
TITLES = frozenset(
    "leader commander spokesman spokeswoman chief head director emir governor president minister".split()
)
LED = re.compile(r"-(?:led|backed)$")
ROAD = re.compile(r"\b(?:road|highway|motorway|axis|front|M\d+)$", re.IGNORECASE)
VAGUE = re.compile(r"\d|\b(?:two|couple|pair|both|double|twin)\b", re.IGNORECASE)


@cache
def event_words() -> dict[str, dict[str, Any]]:
    """How each event code is put into words."""
    return tomllib.loads(files("contested.views").joinpath("lexicon/events.toml").read_text(encoding="utf-8"))


def sentence(claim: Claim) -> str:
    """The claim as reported speech, without a citation and without a full stop."""
    return f"According to {claimant(claim)}, {said(claim)}"


def said(claim: Claim) -> str:
    """What is said, without who says it."""
    words = event_words().get(claim.event, {})
    bare = str(words.get("noun", claim.event.replace("_", " ")))
    noun = f"{words['article']} {bare}" if words.get("article") else bare
    lead = LEADS[claim.factuality].format(was="were" if words.get("plural") else "was", noun=noun, bare=bare)
    parts = [f"{lead} ({quoted(claim.trigger.quote)})"]
    parts += phrase(words.get("by", "by"), map(party, together(claim.initiators)))
    to = words.get("to", "towards")
    # "A and B" needs an A: with targets alone, "involving B".
    parts += phrase(words["by"] if to == "and" and not claim.initiators else to, map(party, together(claim.targets)))
    parts += phrase("with", means(claim))
    parts += where(scenes(claim))
    parts += when(claim)
    told = EFFECT_LEADS[claim.factuality]
    return " ".join(parts) + "".join(f"; {told} {effect_words(effect)}" for effect in claim.effects)


def means(claim: Claim) -> list[str]:
    """The means, without those that the words for the event or for a party name already."""
    named = [claim.trigger, *(p.mention for p in (*claim.initiators, *claim.targets))]
    return [
        i.name
        for i in claim.instruments
        if not any(m.start <= i.mention.start and i.mention.end <= m.end for m in named)
    ]


def claimant(claim: Claim) -> str:
    """Who says it, the innermost voice first, each outer one named after it; an outlet is not its own source."""
    outlet = publisher(claim)
    voices = [voice(own_name(source, outlet)) for source in claim.attribution if source.kind != "publisher"]
    voices = [name for name in dict.fromkeys(reversed(voices)) if name != outlet]
    if not voices:
        return outlet + (", which doubts it" if claim.author_stance == "doubts" else "")
    chain = voices[0] + "".join(f", quoted by {outer}" for outer in voices[1:])
    doubts = " with doubt" if claim.author_stance == "doubts" else ""
    return f"{chain}, as reported{doubts} by {outlet}"


def publisher(claim: Claim) -> str:
    """The outlet, or the words that it is not known."""
    named = [source.name for source in claim.attribution if source.kind == "publisher"]
    name = claim.report.publisher or (named[0] if named else None)
    return name or f"an unknown outlet ({quoted(claim.report.ref)})"


def together(participants: Sequence[Participant]) -> list[Participant]:
    """Participants, those read apart that are one: "ruling party spokesman", "the leader, Abu Nasr"."""
    found: list[Participant] = []
    for one in participants:
        last = found[-1] if found else None
        if last is None or last.actor or one.actor or one.mention.start - last.mention.end != 1:
            if last and one.mention.start - last.mention.end == len(", ") and last.name.casefold() in TITLES:
                found.pop()
            found.append(one)
        else:
            found[-1] = replace(
                last, name=f"{last.name} {one.name}", mention=replace(last.mention, end=one.mention.end)
            )
    return found


def own_name(source: Source, outlet: str) -> Source:
    """The source without the name of the outlet that tells of it ("The Herald PYD spokesman")."""
    rest = source.name.removeprefix(f"{outlet} ")
    return source if rest == source.name else replace(source, name=rest)


def voice(source: Source) -> str:
    """A speaker's name; a description instead of a name stays in quotation marks."""
    if source.kind == "unnamed" and not capitalised(source.name):
        return f"sources not named ({quoted(source.name)})"
    return proper(source.name, source.actor)


def party(participant: Participant) -> str:
    """An actor's name; words that no pack knows and that are no proper name stay in quotation marks.

    An adjective ("a Russian air strike") names forces.
    """
    name = participant.name
    if name.casefold() in adjectives() or LED.search(name):
        return proper(f"{name} forces", participant.actor)
    return proper(name, participant.actor)


def proper(name: str, known: str | None) -> str:
    """A name as it is where a pack knows it or all its words are capitalised, else in quotation marks.

    A word that takes a side is quoted even where a pack knows whom it means; inside a capitalised name it is a name.
    """
    if loaded_words().search(name) and not (capitalised(name) and len(telling(name)) > 1):
        return quoted(name)
    return name if known or capitalised(name) else quoted(name)


def capitalised(name: str) -> bool:
    """Whether a name is written as one: all its words begin with a capital, but for those that only link."""
    words = telling(name)
    return bool(words) and all(not word[0].islower() for word in words)


def telling(name: str) -> list[str]:
    """The words of a name without those that only link."""
    return [word for word in name.replace("-", "- ").split() if word.casefold() not in LINKS]


@cache
def adjectives() -> frozenset[str]:
    """The adjectives of states, of all packs that come with the program, in lower case."""
    states = load_packs(shipped_packs()).states.values()
    return frozenset(word.casefold() for state in states for word in state.adjectives)


@cache
def loaded_words() -> re.Pattern[str]:
    """Finds the words that take a side, of all packs that come with the program."""
    words = sorted(load_packs(shipped_packs()).loaded_words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def quoted(words: str) -> str:
    """Words from a text, on one line, in quotation marks."""
    return f"“{' '.join(words.split())}”"


def phrase(preposition: str, names: Iterable[str]) -> list[str]:
    """A preposition with a list of names; nothing where there are none."""
    listed = listing(list(dict.fromkeys(names)))
    return [f"{preposition} {listed}"] if listed else []


def listing(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def scenes(claim: Claim) -> list[PlaceRef]:
    """The places of a claim without those whose words name who acts or is acted on ("Turkey set up posts")."""
    parties = {(p.mention.start, p.mention.end) for p in (*claim.initiators, *claim.targets)}
    return [place for place in claim.places if (place.mention.start, place.mention.end) not in parties]


def where(places: Sequence[PlaceRef]) -> list[str]:
    """The places, grouped by their relation, each unresolved one said so."""
    by_relation: dict[str, list[str]] = {}
    for place in places:
        relation = place.relation or ("on" if ROAD.search(place.name) else "in" if place.precision > 2 else "at")
        by_relation.setdefault(relation, []).append(place_name(place))
    return [f"{relation} {listing(list(dict.fromkeys(names)))}" for relation, names in by_relation.items()]


def place_name(place: PlaceRef) -> str:
    """The name, and that no gazetteer resolves it where that is so."""
    return place.name if place.place else f"{place.name} (place not resolved)"


def when(claim: Claim) -> list[str]:
    """The days, where they are not one day."""
    if claim.time is None or claim.time.start == claim.time.end:
        return []
    words = stretch(claim.time.start, claim.time.end, "between ", " and ")
    return [words if words.startswith("between") else f"in {words}"]


def stretch(first: str, last: str, before: str = "", between: str = " to ") -> str:
    """Days in words: one day, a whole month as "March 2016", a whole year as "2016", else from one to another."""
    if first == last:
        return day_words(first)
    day = day_words(first)
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return day.split(" ", 2)[2]
    if first[:7] == last[:7] and first.endswith("-01") and int(last[8:]) == days_of_month(first):
        return day.split(" ", 1)[1]
    return f"{before}{day}{between}{day_words(last)}"


def days_of_month(day: str) -> int:
    """How many days its month has; February of an open year 29."""
    year = 2000 if day.startswith("XXXX") else int(day[:4])
    return monthrange(year, int(day[5:7]))[1]


def day_words(day: str) -> str:
    """A day as "1 February 2020", or with its year open: "1 February of a year not told"."""
    months = "January February March April May June July August September October November December".split()
    year, month, number = day.split("-")
    told = "of a year not told" if year == "XXXX" else year
    return f"{int(number)} {months[int(month) - 1]} {told}"


def effect_words(effect: Effect) -> str:
    """ "killed: 6 or more (“soldiers”)"; where a plural is all that is told, no number is made of it."""
    unknown = effect.low is None and effect.high is None
    plural = (effect.low, effect.high) == (2, None) and not VAGUE.search(effect.mention.quote)
    count = str(Quantity(effect.low, effect.high))
    count = "a number not told" if unknown else "more than one" if plural else count
    return f"{effect.kind}: {count}" + (f" ({quoted(effect.who)})" if effect.who else "")
