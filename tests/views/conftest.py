"""A ledger of two invented reports that contradict each other, its claims made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from contested.ledger.reads import Ledger, open_ledger
from contested.ledger.writer import Reading, open_writer
from contested.model.actor import Participant
from contested.model.claim import Claim, ClaimTime, Effect, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report, report_id
from contested.model.source import Source

NORTH = (
    "Town freed\n\nOn 2 March the Northern Army freed Darat Izza, an army spokesman said. "
    "Over 20 fighters were killed near Tell Amber. An attack on Idlib is planned."
)
SOUTH = "Southern Front denies any strike on Darat Izza. The <b>raid</b> of 1 March hit a market, residents said."


def report(text: str, ref: str, publisher: str, title: str | None = None) -> Report:
    """A report found at REF.txt, published on 3 March 2021."""
    return Report(
        report_id(text), ref, text, title=title, publisher=publisher, published="2021-03-03", origin=f"{ref}.txt"
    )


def at(source: Report, words: str) -> Mention:
    """The first place where the words stand."""
    start = source.text.index(words)
    return Mention(start, start + len(words), words)


def actor(source: Report, words: str, id: str | None = None) -> Participant:
    """A participant named so."""
    return Participant(words, id, "unknown", at(source, words))


def place(source: Report, words: str, id: str | None = None, relation: str = "in") -> PlaceRef:
    """A place named so."""
    where = (36.2, 36.8) if id else (None, None)
    return PlaceRef(words, id, *where, 1, relation, "SY" if id else None, (), at(source, words))


def claim(source: Report, evidence: str, trigger: str, event: str, **fields: object) -> Claim:
    """A claim of its publisher."""
    voices = (Source(str(source.publisher), "publisher"), *fields.pop("voices", ()))  # type: ignore[misc]
    base = Claim("", ReportRef.of(source), at(source, evidence), at(source, trigger), event, attribution=voices)
    return replace(base, **fields).with_id()


def example_claims() -> list[tuple[Report, list[Claim]]]:
    """The two reports with their claims."""
    north, south = report(NORTH, "north", "North Wire", "Town freed"), report(SOUTH, "south", "South Post")
    day = ClaimTime("2021-03-02", "2021-03-02", "day")
    spokesman = Source("an army spokesman", "official", mention=at(north, "an army spokesman"), cue=at(north, "said"))
    locals_ = Source("residents", "local", mention=at(south, "residents"))
    first = "On 2 March the Northern Army freed Darat Izza, an army spokesman said."
    killed = Effect("killed", "fighters", 21, None, at(north, "Over 20 fighters"))
    return [
        (
            north,
            [
                claim(north, first, "freed Darat", "territory_gained", time=day, voices=(spokesman,),
                      initiators=(actor(north, "Northern Army", "xx-army"),),
                      places=(place(north, "Darat Izza", "geonames:1"),)),
                claim(north, "Over 20 fighters were killed near Tell Amber.", "killed", "casualties", time=day,
                      effects=(killed,), places=(place(north, "Tell Amber", None, "near"),)),
                claim(north, "An attack on Idlib is planned.", "attack", "attack", factuality="planned",
                      places=(place(north, "Idlib", "geonames:2"),)),
            ],
        ),
        (
            south,
            [
                claim(south, "Southern Front denies any strike on Darat Izza.", "strike", "air_strike", time=day,
                      factuality="denied", places=(place(south, "Darat Izza", "geonames:1"),)),
                claim(south, "The <b>raid</b> of 1 March hit a market, residents said.", "raid", "attack",
                      voices=(locals_,), time=ClaimTime("XXXX-03-01", "XXXX-03-02", "days"),
                      targets=(actor(south, "a market"),),
                      factuality="hedged"),
            ],
        ),
    ]  # fmt: skip


@pytest.fixture
def example() -> list[tuple[Report, list[Claim]]]:
    """The two reports with their claims."""
    return example_claims()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The ledger of the two, open."""
    with open_writer(tmp_path / "example.db", "rules 1", "0") as writer:
        writer.append([Reading(writer.arrive(source), claims) for source, claims in example_claims()])
        writer.skip("empty.txt", "is empty", "give some text")
        writer.end("done")
    with open_ledger(tmp_path / "example.db") as opened:
        yield opened
