"""A claim in words: who is named and how, what is not said twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contested.model.actor import Participant
from contested.model.claim import Claim, Effect, Instrument, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.source import Source
from contested.views.wording import claimant, effect_words, party, said, together, voice, where

TEXT = "Helicopters dropped barrel bombs on Kafr Sara, the Vale Monitor said."


def span(words: str) -> Mention:
    """Where the words stand."""
    return Mention.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words))


CLAIM = Claim(
    "c-1", ReportRef("r-1", "one", publisher="Vale Monitor"), span(TEXT), span("dropped barrel bombs"), "air_strike",
    initiators=(Participant("Helicopters", None, "unknown", span("Helicopters")),),
    instruments=(Instrument("Helicopters", span("Helicopters")), Instrument("barrel bombs", span("barrel bombs"))),
)  # fmt: skip


def test_means_that_the_words_name_already_are_not_named_again() -> None:
    assert " with " not in said(CLAIM)
    other = replace(CLAIM, trigger=span("dropped"))
    assert said(other).endswith("by Helicopters with barrel bombs")


def test_an_outlet_is_not_its_own_source() -> None:
    voices = (Source("Vale Monitor", "publisher"), Source("Vale Monitor", "monitor"))
    assert claimant(replace(CLAIM, attribution=voices)) == "Vale Monitor"
    prefixed = (Source("Vale Monitor medic Aram Dall", "witness"),)
    assert claimant(replace(CLAIM, attribution=prefixed)) == "“medic Aram Dall”, as reported by Vale Monitor"


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("UNHCR", "unnamed", "UNHCR"),
        ("security sources", "unnamed", "sources not named (“security sources”)"),
        ("residents", "local", "“residents”"),
    ],
)
def test_only_those_without_a_name_are_sources_not_named(name: str, kind: str, shown: str) -> None:
    assert voice(Source(name, kind)) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Turkish", "Turkish forces"),
        ("US-led", "US-led forces"),
        ("Turkey", "Turkey"),
        ("Turkish troops", "Turkish troops"),
    ],
)
def test_an_adjective_alone_names_forces(name: str, shown: str) -> None:
    assert party(Participant(name, "xx", "external_forces", span("Helicopters"))) == shown


@pytest.mark.parametrize(
    ("low", "high", "words", "shown"),
    [
        (2, None, "several", "more than one"),
        (2, None, "at least two", "2 or more"),
        (3, 3, "three", "3"),
        (None, None, "an unknown number", "a number not told"),
    ],
)
def test_no_number_is_made_of_a_plural(low: int | None, high: int | None, words: str, shown: str) -> None:
    assert effect_words(Effect("killed", None, low, high, Mention(0, len(words), words))) == f"killed: {shown}"


@pytest.mark.parametrize(("name", "shown"), [("M5 motorway", "on M5 motorway"), ("Kafr Sara", "at Kafr Sara")])
def test_events_are_on_roads(name: str, shown: str) -> None:
    place = PlaceRef(name, "town:1", 35.0, 36.0, 1, None, "SY", (), span("Kafr Sara"))
    assert where([place]) == [shown]


def test_parties_read_apart_that_are_one_are_named_once() -> None:
    def at(name: str, start: int, actor: str | None = None) -> Participant:
        return Participant(name, actor, "unknown", Mention(start, start + len(name), name))

    assert [p.name for p in together([at("ruling party", 0), at("spokesman", 13)])] == ["ruling party spokesman"]
    assert [p.name for p in together([at("leader", 0), at("Abu Nasr", 8, "xx")])] == ["Abu Nasr"]
    assert [p.name for p in together([at("soldiers", 0), at("Abu Nasr", 10, "xx")])] == ["soldiers", "Abu Nasr"]
    assert [p.name for p in together([at("rebels", 0), at("troops", 20)])] == ["rebels", "troops"]
