"""Who is said to hold which place: one Holding a claim, to be drawn as lanes, one a claimant."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from contested.gazetteer.folding import exact
from contested.model.actor import Participant
from contested.model.claim import Claim
from contested.model.incident import Holding
from contested.model.place import PlaceRef
from contested.packs.called import called
from contested.packs.pack import Pack
from contested.reconcile.interest import sides_of, speaker_sides
from contested.reconcile.voices import voice_of

State = Literal["held", "taken", "lost", "contested", "besieged", "withdrawn"]
STATES: dict[str, State] = {
    "control": "held", "territory_gained": "taken", "territory_lost": "lost", "armed_clash": "contested",
    "siege": "besieged", "withdrawal": "withdrawn",
}  # fmt: skip
TOLD = frozenset({"asserted", "hedged", "denied"})
NO_HOLDER = frozenset({"civilians", "media", "protesters"})
POSSESSIVE = 6  # characters before a holder in which a possessive stands
OWN = re.compile(r"\b(?:its|our|their|his|her)\s+\w+\s*$", re.IGNORECASE)
REGION = 3  # precision of a place that is too large to be held as a whole by one town's news
COUNTRY = 6  # UCDP's code of a place that is a whole country


@dataclass(frozen=True, slots=True)
class LaneWords:
    """The lexicon ``lanes.toml``."""

    nearing: re.Pattern[str]
    taking: re.Pattern[str]
    striving: re.Pattern[str]
    ending: re.Pattern[str]
    without: re.Pattern[str]
    within: frozenset[str]
    leaving: frozenset[str]
    besieging: frozenset[str]
    partners: frozenset[str]
    things: frozenset[str]


@cache
def lane_words() -> LaneWords:
    """The lexicon, read once."""
    text = files("contested.reconcile").joinpath("lexicon/lanes.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    words, relations, parties = table["words"], table["relations"], table["parties"]
    return LaneWords(
        nearing=any_of(words["nearing"]),
        taking=any_of(words["taking"]),
        striving=any_of(words["striving"]),
        ending=any_of(words["ending"]),
        without=any_of(words["without"]),
        within=frozenset(relations["within"]),
        leaving=frozenset(relations["leaving"]),
        besieging=frozenset(relations["besieging"]),
        partners=frozenset(parties["partners"]),
        things=frozenset(parties["things"]),
    )


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the words."""
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


def holdings_of(claims: Iterable[Claim], pack: Pack) -> Iterator[Holding]:
    """What claims say of who holds their places; plans and conditions say nothing of it."""
    for claim in claims:
        state = state_of(claim)
        if state is None or claim.factuality not in TOLD:
            continue
        denied = (claim.factuality == "denied") != absent(claim)
        for place in held_places(claim, pack):
            for holder in claim.initiators:
                if not can_hold(holder, claim):
                    continue
                yield Holding(
                    place=place.place or exact(place.name),
                    name=place.name,
                    holder=holder.actor or called(holder.name),
                    side=min(side_of(claim, holder, pack), default=None),
                    state=state,
                    start=known(claim.time.start) if claim.time else None,
                    end=known(claim.time.end) if claim.time else None,
                    claim=claim.id,
                    source=voice_of(claim),
                    published=claim.report.published,
                    denied=denied,
                )


def state_of(claim: Claim) -> State | None:
    """What a claim says of its places: ground gained near a place contests it; a siege that ends besieges nothing."""
    state = STATES.get(claim.event)
    trigger, words = claim.trigger.quote.casefold(), lane_words()
    if state in ("taken", "lost") and words.nearing.search(trigger):
        return "contested"
    if state == "held" and words.striving.search(trigger):
        return "contested"
    if state == "held" and words.taking.search(trigger):
        return "taken"
    return None if state == "besieged" and words.ending.search(trigger) else state


def absent(claim: Claim) -> bool:
    """Whether a claim of control says that there is none ("out of government control")."""
    return claim.event == "control" and lane_words().without.search(claim.trigger.quote.casefold()) is not None


def held_places(claim: Claim, pack: Pack) -> Iterator[PlaceRef]:
    """The places that a claim is about: none beside them, no country, none that another of its places lies in."""
    words = lane_words()
    ties = words.within
    if claim.event in ("withdrawal", "territory_lost"):
        ties = ties | words.leaving
    elif claim.event == "siege":
        ties = ties | words.besieging
    about = [
        place
        for place in claim.places
        if (place.relation is None or place.relation in ties)
        and place.where_prec != COUNTRY
        and not acts(place, claim, pack)
    ]
    finest = min((p.precision for p in about), default=0)
    direct = any(p.relation is None for p in about)
    for place in about:
        too_large = place.precision >= REGION and (finest < REGION or claim.event in ("armed_clash", "siege"))
        if not too_large and not (direct and place.relation in ("in", "of", "within") and len(about) > 1):
            yield place


def acts(place: PlaceRef, claim: Claim, pack: Pack) -> bool:
    """Whether a capital stands for its government ("despite Ankara's efforts")."""
    at = place.mention.end - claim.evidence.start
    alias = pack.find_alias(place.name) if claim.evidence.quote[at : at + 2] in ("'s", "’s") else None
    return alias is not None and alias.role == "seat"


def can_hold(holder: Participant, claim: Claim) -> bool:
    """Whether a participant may hold a place: nobody who bears no arms and rules nothing, no thing, no place."""
    if holder.actor is not None:
        return True
    last = exact(holder.name).split()[-1:]
    grounds = {word for place in claim.places for word in exact(place.name).split()[-1:]}
    return holder.kind not in NO_HOLDER and (lane_words().things | grounds).isdisjoint(last)


def side_of(claim: Claim, holder: Participant, pack: Pack) -> frozenset[str]:
    """The sides of a holder: its own, else those of the party whose ally it is, else of the speaker whose own it is."""
    sides = sides_of((holder,), claim, pack)
    if sides or holder.actor is not None:
        return sides
    if not lane_words().partners.isdisjoint(exact(holder.name).split()):
        named = {other.actor for other in claim.initiators if other.actor}
        beside = sides_of(claim.initiators, claim, pack)
        return frozenset({min(beside)}) if beside and len(named) == 1 else frozenset()
    return owners(claim, holder, pack)


def owners(claim: Claim, holder: Participant, pack: Pack) -> frozenset[str]:
    """The speaker's sides where the holder is said to be its own: "its fighters", "our units"."""
    at = holder.mention.start - claim.evidence.start
    before = claim.evidence.quote[max(0, at - POSSESSIVE) : max(0, at)]
    own = OWN.search(f"{before} {holder.mention.quote}") if claim.speaker else None
    return speaker_sides(claim, pack) if own else frozenset()


def known(day: str) -> str | None:
    """A day of a known year."""
    return None if day.startswith("XXXX") else day
