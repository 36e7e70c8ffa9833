"""Claims made by hand: ``told`` gives one with what a test needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.actor import Participant
from contested.model.claim import Claim, ClaimTime, Effect, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.source import Source

Teller = Callable[..., Claim]
TOWNS = {
    "Kafr Sara": (35.9, 36.6),
    "Tell Amara": (36.3, 37.2),
    "Wadi Barada": (33.6, 36.1),
    "Deir Maran": (35.91, 36.61),
}


def told(
    event: str = "air_strike",
    words: str = "Aircraft struck the grain market of Kafr Sara, killing at least 12 people.",
    report: str = "r-one",
    **fields: object,
) -> Claim:
    """A claim of ``report``; ``day``, ``place``, ``killed`` (low, high), ``by``, ``to`` and ``source`` are values."""
    mention = Mention(0, len(words), words)
    published = str(fields.pop("published", "2016-07-03"))
    ref = ReportRef(report, report, publisher=f"{report} post", published=published)
    claim = Claim("", ref, mention, Mention(0, 6, words[:6]), event)
    day = fields.pop("day", None)
    if day:
        claim = replace(claim, time=ClaimTime(str(day), str(fields.pop("until", day)), "day"))
    place = fields.pop("place", None)
    if place:
        lat, lon = TOWNS.get(str(place), (None, None))
        at = PlaceRef(str(place), f"town:{place}" if lat else None, lat, lon, 1, None, "SY", (), mention)
        claim = replace(claim, places=(at,))
    killed = fields.pop("killed", None)
    if killed:
        low, high = killed  # type: ignore[misc]
        number = Mention(0, 0, str(fields.pop("number", low)))
        claim = replace(claim, effects=(Effect("killed", str(fields.pop("who", "people")), low, high, number),))
    for role, name in (("initiators", "by"), ("targets", "to")):
        actor = fields.pop(name, None)
        if actor:
            kind = str(fields.pop(f"{name}_kind", "state_forces"))
            party = Participant(str(actor), str(actor), kind, mention)  # type: ignore[arg-type]
            claim = replace(claim, **{role: (party,)})  # type: ignore[arg-type]
    source = fields.pop("source", None)
    if source:
        known = fields.pop("source_actor", None)
        claim = replace(claim, attribution=(Source(str(source), "party", actor=known, mention=mention),))  # type: ignore[arg-type]
    return replace(claim, **fields).with_id()  # type: ignore[arg-type]


@pytest.fixture
def tell() -> Teller:
    """Makes claims."""
    return told
