"""Reconciling again takes over what is the same, and gives what a run from the start gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from contested.flow.reconciling import reconcile_ledger
from contested.flow.rules import DEFAULT_PACKS
from contested.ledger.incidents import Moment, incidents_at
from contested.ledger.reads import open_ledger
from contested.ledger.writer import Reading, open_writer
from contested.model.claim import Claim, ClaimTime, Effect, ReportRef
from contested.model.incident import Incident
from contested.model.mention import Mention
from contested.model.place import PlaceRef
from contested.model.report import Report, report_id

TOWNS = ("Oresh", "Talvin", "Karmut", "Besane", "Dorkha")


def told(number: int, publisher: str) -> tuple[Report, list[Claim]]:
    """A report of a strike on one of the towns, a week after the one before."""
    town = TOWNS[number % len(TOWNS)]
    day = f"2021-{number % 12 + 1:02d}-0{number % 5 + 1}"
    text = f"{publisher}: a strike on {town} killed {number + 3} people on {day}."
    report = Report(report_id(text), f"{publisher}-{number}", text, publisher=publisher, published=day, origin="x")
    whole = Mention.of(text, 0, len(text))
    claim = Claim(
        "", ReportRef.of(report), whole, Mention.of(text, text.index("strike"), text.index("strike") + 6), "air_strike",
        places=(PlaceRef(town, f"t:{town}", 30.0 + number % len(TOWNS), 40.0, 1, None, "SY", (), whole),),
        time=ClaimTime(day, day, "day"), effects=(Effect("killed", "people", number + 3, number + 3, whole),),
    )  # fmt: skip
    return report, [claim.with_id()]


def append(path: Path, reports: list[tuple[Report, list[Claim]]]) -> None:
    """Write reports with their claims."""
    with open_writer(path, "rules", "0") as writer:
        writer.append([Reading(writer.arrive(report), claims) for report, claims in reports])
        writer.end("done")


def incidents(path: Path) -> list[Incident]:
    """The incidents of now."""
    with open_ledger(path) as ledger:
        return list(incidents_at(ledger, Moment()).all())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of twelve strikes, reconciled."""
    ledger = tmp_path / "strikes.db"
    append(ledger, [told(number, "North Wire") for number in range(12)])
    assert reconcile_ledger(ledger, DEFAULT_PACKS).taken == 0
    return ledger


def test_one_report_more_leaves_the_other_incidents_as_they_are(path: Path) -> None:
    append(path, [told(4, "South Post")])
    done = reconcile_ledger(path, DEFAULT_PACKS)
    assert done.incidents == 12 and done.taken == 11 and done.of_many == 1
    taken_over = incidents(path)
    again = reconcile_ledger(path, DEFAULT_PACKS, again=True)
    assert again.taken == 0 and incidents(path) == taken_over


def test_other_rules_take_nothing_over(path: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack.toml"
    pack.write_text('[[side]]\nid = "upper"\nname = "the upper valley"\n', encoding="utf-8")
    assert reconcile_ledger(path, [str(pack)]).taken == 0


def test_a_publisher_told_later_changes_the_incident(path: Path) -> None:
    report, claims = told(3, "North Wire")
    known = replace(report, publisher="North Wire Agency")
    append(path, [(known, [replace(claim, report=ReportRef.of(known)).with_id() for claim in claims])])
    done = reconcile_ledger(path, DEFAULT_PACKS)
    assert done.taken == 11
    assert ["North Wire Agency"] in [list(incident.outlets) for incident in incidents(path)]
