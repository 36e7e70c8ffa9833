"""Where the sides of a war hold."""

from __future__ import annotations

import pytest

from contested.model.actor import Participant
from contested.model.claim import Claim, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.packs.load import load_packs
from contested.packs.theatre import pack_at, pack_within

WORDS = Mention(0, 10, "The report")


def claim(event: str, country: str | None, *actors: str) -> Claim:
    """A claim of parties, in a country where one is told."""
    places = (PlaceRef("Town", "t", 1.0, 1.0, 1, None, country, (), WORDS),) if country else ()
    parties = tuple(Participant(actor, actor, "state_forces", WORDS) for actor in actors)
    return Claim("", ReportRef("r", "r"), WORDS, WORDS, event, initiators=parties, places=places)


@pytest.mark.parametrize(
    ("event", "country", "actors", "holds"),
    [
        ("shelling", "SY", ("rus-military",), True),
        ("shelling", "LB", ("isr-military",), True),
        ("shelling", "UA", ("rus-military",), False),
        ("shelling", "SD", ("sdn-military",), False),
        ("shelling", None, ("rus-military",), True),
        ("shelling", None, ("rus-military", "ukr-military"), False),
        ("shelling", None, ("ukr-military", "syr-military"), True),
        ("condemnation", None, ("rus-government", "ukr-government"), True),
    ],
)
def test_sides_hold_in_the_theatre_alone(event: str, country: str | None, actors: tuple[str, ...], holds: bool) -> None:
    pack = load_packs(("world", "syria"))
    at = pack_at(claim(event, country, *actors), pack)
    assert bool(at.sides) == holds
    assert bool(at.actors["rus-military"].sides_on("2016-07-02")) == holds
    assert bool(at.outlet_sides("TASS", "2016-07-02")) == holds


def test_without_a_war_or_a_country_the_pack_stays() -> None:
    world, war = load_packs(("world",)), load_packs(("world", "syria"))
    assert pack_within(["UA"], world) is world
    assert pack_within([], war) is war
    assert pack_within(["UA", "SY"], war) is war
