"""Two ledgers of invented reports, claims made by hand: two that contradict each other, and four on one strike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from contested.flow.reconciling import reconcile_ledger
from contested.ledger.reads import Ledger, open_ledger
from contested.ledger.writer import Reading, open_writer
from contested.model.actor import Participant
from contested.model.claim import Claim, ClaimTime, Effect, ReportRef
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report, Skip, report_id
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
        writer.skip(Skip("empty.txt", "is empty", "give some text"))
        writer.end("done")
    with open_ledger(tmp_path / "example.db") as opened:
        yield opened


PACK = """
[[side]]
id = "upper"
name = "the upper valley"
[[side]]
id = "lower"
name = "the lower valley"
[[actor]]
id = "hill-guard"
kind = "militia"
name = "Hill Guard"
alignments = [{ side = "upper" }]
[[actor]]
id = "river-army"
kind = "state_forces"
name = "River Army"
alignments = [{ side = "lower" }]
"""
REPORTS = (
    ("one", "North Wire", "2021-03-03", "River Army jets hit Ormek market on 2 March; at least 12 died, a medic said."),
    ("two", "South Post", "2021-03-04", "The strike on Ormek market on 2 March killed 31 people, Hill Guard said."),
    ("three", "East Mail", "2021-03-05", "River Army denied a strike on the market of Ormek on 2 March."),
    ("four", "West Star", "2021-03-06", "Hill Guard holds Ormek. River Army took Ormek on 5 March, its staff said."),
)  # fmt: skip
PARTIES = {"River Army": "river-army", "Hill Guard": "hill-guard"}


def claim_of(report: Report, event: str, words: str, **fields: object) -> Claim:
    """A claim whose evidence are the words, at Ormek, on a day."""
    at = Mention.of(report.text, (start := report.text.index(words)), start + len(words))
    place = PlaceRef("Ormek", "town:1", 36.0, 37.0, 1, None, "SY", ("Upland",), at, 2, 11.5)
    day = str(fields.pop("day", "2021-03-02"))
    by = str(fields.pop("by", ""))
    parties = (Participant(by, PARTIES[by], "militia", at),) if by else ()
    claim = Claim(
        "", ReportRef.of(report), at, at, event, places=(place,), time=ClaimTime(day, day, "day"), initiators=parties
    )
    return replace(claim, **fields).with_id()  # type: ignore[arg-type]


def told(report: Report) -> list[Claim]:
    """The claims of one of the reports."""
    text, whole = report.text, report.text
    number = Mention(0, 0, "")
    if report.ref == "four":
        first, second = text.split(". ")
        staff = (Source("its staff", "party", "river-army", number),)
        return [
            claim_of(report, "control", first, by="Hill Guard", day="2021-03-06"),
            claim_of(report, "territory_gained", second, by="River Army", day="2021-03-05", attribution=staff),
        ]
    tolls = {"one": (12, None), "two": (31, 31)}
    effects = (Effect("killed", "people", *tolls[report.ref], number),) if report.ref in tolls else ()
    voice = {
        "one": Source("a medic", "witness", None, number),
        "two": Source("Hill Guard", "party", "hill-guard", number),
    }
    voices = (voice.get(report.ref, Source("River Army", "party", "river-army", number)),)
    sure = "denied" if report.ref == "three" else "asserted"
    return [
        claim_of(report, "air_strike", whole, by="River Army", effects=effects, attribution=voices, factuality=sure)
    ]


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """The ledger, reconciled."""
    ledger = tmp_path / "incidents.db"
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    with open_writer(ledger, "rules", "0") as writer:
        for ref, publisher, day, text in REPORTS:
            report = Report(report_id(text), ref, text, publisher=publisher, published=day, origin=f"{ref}.txt")
            writer.append([Reading(writer.arrive(report), told(report))])
        writer.end("done")
    reconcile_ledger(ledger, [str(tmp_path / "pack.toml")])
    yield ledger
