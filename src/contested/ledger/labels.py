"""What a claim can be found by: ids, and names folded to bare words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from contested.gazetteer.folding import strict
from contested.model.claim import Claim

NO_WORD = re.compile(r"[^\w:]+")
Label = tuple[str, str]


def folded(name: str) -> str:
    """The words of a name in lower case without accents, each with a space on both sides: " aleppo city "."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return f" {' '.join(NO_WORD.sub(' ', plain).split())} "


def labels_of(claim: Claim) -> frozenset[Label]:
    """Every (role, value) a claim is found by; role is place, actor or source."""
    words = frozenset((role, folded(value)) for role, value in named(claim) if value)
    return words | frozenset(("place", spelling(place.name)) for place in claim.places)


def spelling(name: str) -> str:
    """What all romanisations of a place's name share: "Saraqib", "Saraqeb" and "Sarāqib" give one."""
    return "~" + strict(name)


def named(claim: Claim) -> Iterator[tuple[str, str | None]]:
    """The names and ids in a claim with their roles, as they stand."""
    for place in claim.places:
        for name in (place.name, place.place, place.mention.quote, place.country, *place.admin):
            yield "place", name
    for participant in (*claim.initiators, *claim.targets):
        for name in (participant.name, participant.actor, participant.mention.quote):
            yield "actor", name
    for source in claim.attribution:
        for name in (source.name, source.actor):
            yield "source", name
    yield "source", claim.report.publisher
    yield "source", claim.report.republisher
