"""Who is said to hold a place: what is no holding, how holders are called, on whose side they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contested.model.actor import Actor, ActorKind, Alignment, DatedName
from contested.model.claim import Claim
from contested.model.mention import Mention
from contested.packs.pack import Alias, Pack, Side
from contested.reconcile.lanes import holdings_of, lane_words

Teller = Callable[..., Claim]

NORTH = Actor("north", "state_forces", (DatedName("north"),), alignments=(Alignment("upper", None, None),))
PACK = Pack(actors={"north": NORTH}, sides={"upper": Side("upper", "upper")})


def in_words(claim: Claim, words: str) -> Claim:
    """The claim told with other words for its event."""
    return replace(claim, trigger=Mention(claim.trigger.start, claim.trigger.start + len(words), words))


@pytest.mark.parametrize(
    ("event", "words", "state"),
    [
        ("territory_gained", "captured", "taken"),
        ("territory_gained", "took control of", "taken"),
        ("territory_gained", "advanced", "contested"),
        ("territory_gained", "are closing in on", "contested"),
        ("territory_lost", "lost ground", "contested"),
        ("territory_lost", "lost control of", "lost"),
        ("siege", "besieged", "besieged"),
        ("siege", "broke the siege", None),
        ("control", "held by", "held"),
        ("control", "in 2014 the group took control of", "taken"),
        ("control", "in a fight for control of", "contested"),
    ],
)
def test_the_words_tell_what_is_said_of_the_place(tell: Teller, event: str, words: str, state: str | None) -> None:
    found = [h.state for h in holdings_of([in_words(tell(event, place="Kafr Sara", by="north"), words)], PACK)]
    assert found == ([state] if state else [])


def test_what_is_out_of_control_is_not_held(tell: Teller) -> None:
    claim = in_words(tell("control", place="Kafr Sara", by="north"), "out of government control")
    assert [h.denied for h in holdings_of([claim], PACK)] == [True]
    assert [h.denied for h in holdings_of([replace(claim, factuality="denied")], PACK)] == [False]


@pytest.mark.parametrize(("relation", "held"), [(None, 1), ("in", 1), ("near", 0), ("west of", 0), ("from", 0)])
def test_beside_a_place_is_not_the_place(tell: Teller, relation: str | None, held: int) -> None:
    claim = tell("territory_gained", place="Kafr Sara", by="north")
    placed = replace(claim, places=(replace(claim.places[0], relation=relation),))
    assert len(list(holdings_of([placed], PACK))) == held


def test_a_town_taken_in_a_province_is_no_province_taken(tell: Teller) -> None:
    claim = tell("territory_gained", place="Kafr Sara", by="north")
    province = replace(claim.places[0], name="Orte province", precision=3, relation="in")
    assert [h.name for h in holdings_of([replace(claim, places=(*claim.places, province))], PACK)] == ["Kafr Sara"]
    assert [h.name for h in holdings_of([replace(claim, places=(province,))], PACK)] == ["Orte province"]
    country = replace(province, where_prec=6)
    assert not list(holdings_of([replace(claim, places=(country,))], PACK))


@pytest.mark.parametrize(
    ("name", "kind"), [("Warplanes", "unknown"), ("villagers", "civilians"), ("old Sara", "unknown")]
)
def test_what_holds_no_place(tell: Teller, name: str, kind: ActorKind) -> None:
    claim = tell("control", place="Kafr Sara", by="north")
    other = replace(claim.initiators[0], name=name, actor=None, kind=kind)
    assert not list(holdings_of([replace(claim, initiators=(other,))], PACK))


def test_allies_stand_with_the_party_named_beside_them(tell: Teller) -> None:
    claim = tell("territory_gained", place="Kafr Sara", by="north")
    allies = replace(claim.initiators[0], name="allies", actor=None, kind="unknown")
    found = holdings_of([replace(claim, initiators=(claim.initiators[0], allies))], PACK)
    assert [(h.holder, h.side) for h in found] == [("north", "upper"), ("allies", "upper")]
    assert [h.side for h in holdings_of([replace(claim, initiators=(allies,))], PACK)] == [None]


def test_a_capital_that_stands_for_its_government_is_no_place(tell: Teller) -> None:
    words = "Norland closes in on Kafr Sara despite Sudham's efforts."
    claim = tell("armed_clash", words=words, place="Kafr Sara", by="north")
    at = words.index("Sudham")
    seat = replace(claim.places[0], name="Sudham", mention=Mention(at, at + 6, "Sudham"))
    with_seat = replace(PACK, aliases={("sudham",): Alias(("sudham",), "Sudham", "south-government", "seat", "sud")})
    told = replace(claim, places=(claim.places[0], seat))
    assert [h.name for h in holdings_of([told], with_seat)] == ["Kafr Sara"]
    assert [h.name for h in holdings_of([told], PACK)] == ["Kafr Sara", "Sudham"]


def test_the_lexicon_loads() -> None:
    words = lane_words()
    assert words.partners and words.things and "near" not in words.within
